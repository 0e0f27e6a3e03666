import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { program } from '../../domain/commands/define.ts';
import { typeNamed, typeOfFolder } from '../../domain/documents/registry.ts';
import { type Corpus, engagementData } from '../../domain/graph/corpus.ts';
import { rowsAt, textAt } from '../../domain/graph/fields.ts';
import { suggest } from '../../domain/problems/suggest.ts';
import {
  emptyMap,
  type ImportMap,
  importable,
  isMeant,
  type MapEntry,
  readMap,
} from '../../workspace/import/map.ts';
import type { Wish } from '../../workspace/import/pipeline.ts';
import type { Noticed } from '../../workspace/import/worker-model.ts';
import { type Invocation, optionValue } from '../command.ts';
import type { Io } from '../io.ts';
import { Refusal } from '../refusal.ts';
import { typeAsked } from '../type-asked.ts';
import { realPath } from './target.ts';

/** What a person wants of the documents, before any of them was read. */
export interface Wishes {
  /** The type of all, or null. */
  readonly as: string | null;
  readonly map: ImportMap;
  /** Names of the audiences that there are, the first one first. */
  readonly audiences: readonly string[];
}

/** Reads what was typed and the map; what cannot be meant throws a Refusal. */
export function wishesAsked(invocation: Invocation, corpus: Corpus): Wishes {
  const typed = optionValue(invocation, 'as');
  const as = typed === undefined ? null : typeAsked(typed).name;
  if (as !== null && !importable.includes(as))
    throw new Refusal(`--as ${as}: it has no text. It is one of: ${importable.join(', ')}.`);
  const audiences = rowsAt(engagementData(corpus), 'audiences').flatMap(
    (one) => textAt(one, 'name') ?? [],
  );
  const file = optionValue(invocation, 'map');
  const map = file === undefined ? emptyMap : mapIn(file, invocation);
  refuseAudiences(map, audiences, file ?? '');
  return { as, map, audiences };
}

/** The names that the map gives to sources, by their real paths. */
export const namesIn = ({ map }: Wishes, { cwd }: Io): ReadonlyMap<string, string> =>
  new Map(map.sources.map(({ path, name }) => [realPath(resolve(cwd, path)), name]));

/** What is wanted of one document; of several entries of the map that mean it, the last one that says so. */
export function wishFor({ as, map }: Wishes, { from }: Noticed): Wish {
  const entries = map.documents.filter((entry) => isMeant(entry, from));
  const last = <K extends keyof MapEntry>(field: K) =>
    entries.findLast((entry) => entry[field] !== null)?.[field] ?? null;
  const [path, keep] = [last('path'), last('keep')];
  const type =
    (path !== null && typeOfFolder(path.split('/')[0] ?? '')?.name) || last('type') || as;
  const given = { owner: last('owner'), audience: last('audience'), systems: last('systems') };
  const otherwise = { owner: map.owner, audience: map.audience };
  return {
    skip: entries.at(-1)?.skip ?? false,
    ...(type === null ? {} : { type }),
    ...(path === null ? {} : { path }),
    ...(keep === null ? {} : { keep }),
    given: withoutNulls(given),
    otherwise: withoutNulls(otherwise),
  };
}

const withoutNulls = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

function mapIn(file: string, { io }: Invocation): ImportMap {
  const { map, problems } = readMap(textOf(resolve(io.cwd, file), file), file);
  const wrong = map.documents.flatMap(({ path, type }) => {
    const folder = path?.split('/')[0] ?? '';
    const own = typeOfFolder(folder);
    if (path === null || (own && importable.includes(own.name) && (type ?? own.name) === own.name))
      return [];
    const right = typeNamed(type ?? '')?.folder;
    return [
      `${file}: no ${type ?? 'document'} lives at ${path}.${right ? ` Its folder is ${right}/.` : ''}`,
    ];
  });
  const all = [...problems, ...wrong];
  if (all.length > 0)
    throw new Refusal(
      `Nothing was written, because of the map:\n${all.map((one) => `  ${one}\n`).join('')}`.trimEnd(),
    );
  return map;
}

function textOf(path: string, typed: string): string {
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .replaceAll(/\r\n?/g, '\n');
  } catch {
    throw new Refusal(
      `The map ${typed} cannot be read at ${relative(process.cwd(), path) || path}. What goes into one: ${program} help import`,
    );
  }
}

function refuseAudiences(map: ImportMap, audiences: readonly string[], file: string): void {
  const named = [map, ...map.documents].flatMap(({ audience }) => audience ?? []);
  const wrong = named.find((one) => !audiences.includes(one));
  if (wrong === undefined) return;
  const near = suggest(wrong, audiences);
  const hint =
    near === null ? ` It is one of: ${audiences.join(', ')}.` : ` Did you mean "${near}"?`;
  throw new Refusal(
    `${file}: engagement.yaml has no audience "${wrong}".${hint} Nothing was written.`,
  );
}
