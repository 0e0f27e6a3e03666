import { decode, pageAddress, relativePath, resolvePath } from '../body/target.ts';
import type { Corpus, Entry } from '../graph/corpus.ts';
import { idNamed, soleTarget, valuesAt } from '../graph/graph.ts';
import { fileFields, relations } from '../graph/relations.ts';
import type { FieldPath } from '../problems/problem.ts';

/** Where documents and files of the content folder go. */
export interface Moves {
  /** New paths by old ones. */
  readonly paths: ReadonlyMap<string, string>;
  /** New ids of documents by old ones. */
  readonly ids: ReadonlyMap<string, string>;
  readonly corpus: Corpus;
}

/** A value of a field that has to be written anew. */
export interface FieldChange {
  readonly path: FieldPath;
  readonly was: string;
  readonly now: string;
}

/** The moves of files by path; a document's id is its path without the ending. */
export function movesOf(corpus: Corpus, paths: ReadonlyMap<string, string>): Moves {
  const ids = corpus.entries.flatMap((entry) => {
    const to = paths.get(entry.path);
    return to === undefined ? [] : [[entry.id, withoutEnding(to)] as const];
  });
  return { paths, ids: new Map(ids), corpus };
}

/** The fields of an entry that name what moves, or name a file from where the entry was. */
export function movedFields(entry: Entry, moves: Moves): FieldChange[] {
  const references = (relationsByType.get(entry.type.name) ?? []).flatMap((relation) =>
    textsAt(entry, relation.field).flatMap(({ path, value }) => {
      const id = moves.ids.get(idNamed(relation, value));
      const only = soleTarget(relation);
      if (id === undefined || (only !== null && !id.startsWith(`${only.folder}/`))) return [];
      const now = only === null ? id : id.slice(only.folder.length + 1);
      return now === value ? [] : [{ path, was: value, now }];
    }),
  );
  const files = (fileFieldsByType.get(entry.type.name) ?? []).flatMap(({ field }) =>
    textsAt(entry, field).flatMap(({ path, value }) => {
      const now = movedPath(value, entry.path, moves);
      return now === value ? [] : [{ path, was: value, now }];
    }),
  );
  return [...references, ...files];
}

/** A link or image address as it has to be written once everything has moved; `from` is the path of its file before. */
export function movedUrl(url: string, from: string, moves: Moves): string {
  if (/^\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2}|\\)/i.test(url)) return url;
  const [, written = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  if (written.trim() === '') return url;
  const path = decode(written);
  const now = path.startsWith('/') ? movedAddress(path, moves) : movedPath(path, from, moves);
  if (now === path) return url;
  return (path === written ? now : encodeURI(now)) + rest;
}

const relationsByType = Map.groupBy(relations, (relation) => relation.from);
const fileFieldsByType = Map.groupBy(fileFields, (use) => use.from);

const textsAt = ({ data }: Entry, field: readonly string[]) =>
  valuesAt(data, field).flatMap(({ path, value }) =>
    typeof value === 'string' && value !== '' ? [{ path, value }] : [],
  );

function movedAddress(path: string, { ids }: Moves): string {
  const id = ids.get(pageAddress(path).slice(1, -1));
  return id === undefined ? path : `/${id}${path.endsWith('/') ? '/' : ''}`;
}

function movedPath(written: string, from: string, moves: Moves): string {
  const target = resolvePath(from, written);
  if (target === null || target === '') return written;
  const newFrom = moves.paths.get(from) ?? from;
  const newTarget = targetNow(target, moves);
  if (resolvePath(newFrom, written) === newTarget) return written;
  if (folderOf(from) === folderOf(newFrom) && folderOf(target) === folderOf(newTarget))
    return written.replace(/[^/]*(\/*)$/, `${newTarget.split('/').at(-1)}$1`);
  const path = relativePath(newFrom, newTarget);
  const plain = written.startsWith('./') || from !== newFrom ? path : path.replace(/^\.\//, '');
  return written.endsWith('/') ? `${plain}/` : plain;
}

/** Where a file is that was at a path, also one that was named with another ending. */
function targetNow(target: string, { paths, corpus }: Moves): string {
  const direct = paths.get(target);
  if (direct !== undefined) return direct;
  const stem = target.replace(/\.(mdx|md|yaml|yml)$/, '');
  const moved = paths.get(corpus.byId.get(stem)?.path ?? '');
  const isThere = corpus.assets.has(target);
  return moved === undefined || isThere ? target : withoutEnding(moved) + target.slice(stem.length);
}

const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');

const withoutEnding = (path: string): string => path.replace(/\.[^./]+$/, '');
