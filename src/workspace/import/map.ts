import { matchesGlob } from 'node:path';
import { z } from 'zod';
import type { TypeDefinition } from '../../domain/documents/define.ts';
import { typeCalled, types } from '../../domain/documents/registry.ts';
import { suggest } from '../../domain/problems/suggest.ts';
import { fieldLocator } from '../field-locator.ts';
import { locate } from '../locate.ts';
import { parseYaml } from '../yaml.ts';
import { keeps } from './plan.ts';

/** Types that a document of a source can become. */
export const importable: readonly string[] = (types as readonly TypeDefinition[])
  .filter(({ format, folder }) => format === 'mdx' && folder !== '')
  .map(({ name }) => name);

const names = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

const entry = z.strictObject({
  source: z.string().min(1),
  skip: z.boolean().optional(),
  type: z.string().min(1).optional(),
  owner: z.string().min(1).optional(),
  audience: names.optional(),
  systems: names.optional(),
  path: z.string().min(1).optional(),
  keep: z.enum(keeps).optional(),
});

const source = z.strictObject({
  path: z.string().min(1),
  name: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u, 'Write letters, digits, dots and hyphens'),
});

const file = z.strictObject({
  sources: z.array(source).optional(),
  audience: names.optional(),
  owner: z.string().min(1).optional(),
  documents: z.array(entry).optional(),
});

/** What a map says of the documents whose paths fit a pattern. */
export interface MapEntry {
  /** The pattern, as written. */
  readonly source: string;
  readonly skip: boolean;
  readonly type: string | null;
  readonly owner: string | null;
  readonly audience: readonly string[] | null;
  readonly systems: readonly string[] | null;
  /** Path in the content folder. */
  readonly path: string | null;
  readonly keep: (typeof keeps)[number] | null;
}

/** What a person wrote down of documents that are to be imported. */
export interface ImportMap {
  /** Names for sources, by path as somebody would type it. */
  readonly sources: readonly { readonly path: string; readonly name: string }[];
  readonly audience: readonly string[] | null;
  readonly owner: string | null;
  readonly documents: readonly MapEntry[];
}

export const emptyMap: ImportMap = { sources: [], audience: null, owner: null, documents: [] };

/** Reads a map; `problems` are lines that begin with the file's name and line. */
export function readMap(
  text: string,
  name: string,
): { readonly map: ImportMap; readonly problems: readonly string[] } {
  const yaml = parseYaml(text, name, 1);
  const found = locate(yaml.problems, { texts: new Map([[name, text]]) });
  if (found.length > 0 || !yaml.readable)
    return {
      map: emptyMap,
      problems: found.map(({ line, message, fix }) => `${name}:${line}: ${message} ${fix}`),
    };
  const read = file.safeParse(yaml.data);
  const lineOf = fieldLocator(text, 1);
  const at = (path: readonly PropertyKey[], words: string): string => {
    const place = path.filter((part) => typeof part !== 'symbol');
    return `${name}:${lineOf(place, 'key').line}: ${words}`;
  };
  if (!read.success)
    return {
      map: emptyMap,
      problems: read.error.issues.map((issue) => at(pathOf(issue), wordsOf(issue))),
    };
  const { sources = [], audience, owner, documents = [] } = read.data;
  const problems = documents.flatMap((one, index) =>
    complaintsOf(one).map(([field, words]) => at(['documents', index, field], words)),
  );
  return {
    map: {
      sources,
      audience: listOf(audience),
      owner: owner ?? null,
      documents: documents.map(entryOf),
    },
    problems,
  };
}

/** Whether a pattern means a file, by its path in the source or with the source's name before it. */
export const isMeant = ({ source }: MapEntry, from: string): boolean =>
  [from, from.slice(from.indexOf('/') + 1)].some(
    (path) => path === source || matchesGlob(path, source),
  );

type Written = z.infer<typeof entry>;

function complaintsOf({ type, path, skip }: Written): [string, string][] {
  const found: [string, string][] = [];
  if (type !== undefined && !importable.includes(nameOf(type))) {
    const near = suggest(type, importable);
    const hint =
      near === null ? `It is one of: ${importable.join(', ')}.` : `Did you mean ${near}?`;
    found.push(['type', `No document can become a "${type}". ${hint}`]);
  }
  if (path !== undefined && !/^[a-z0-9-]+(\/[a-z0-9-]+)+\.mdx$/.test(path))
    found.push([
      'path',
      `"${path}" cannot be the path of a document. Write its folder and its name in small letters, digits and hyphens, such as runbooks/disk-full.mdx.`,
    ]);
  if (skip && (type !== undefined || path !== undefined))
    found.push(['skip', 'What is skipped gets no type and no path. Keep one of them.']);
  return found;
}

/** The type's own name, where it is called by its label as reports do. */
const nameOf = (type: string): string => typeCalled(type)?.name ?? type;

const entryOf = (one: Written): MapEntry => ({
  source: one.source,
  skip: one.skip ?? false,
  type: one.type === undefined ? null : nameOf(one.type),
  owner: one.owner ?? null,
  audience: listOf(one.audience),
  systems: listOf(one.systems),
  path: one.path ?? null,
  keep: one.keep ?? null,
});

const listOf = (value: string | readonly string[] | undefined): readonly string[] | null =>
  value === undefined ? null : [value].flat();

type Issue = z.core.$ZodIssue;

const pathOf = (issue: Issue): readonly PropertyKey[] =>
  issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;

function wordsOf(issue: Issue): string {
  const field = issue.path.filter((part) => typeof part === 'string').at(-1) ?? 'the map';
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const known = Object.keys(
      (issue.path.length === 0 ? file : issue.path[0] === 'sources' ? source : entry).shape,
    );
    const near = suggest(key, known);
    return `\`${key}\` is no field of a map. ${near === null ? `Its fields here are: ${known.join(', ')}.` : `Did you mean \`${near}\`?`}`;
  }
  if (issue.code === 'invalid_value' && issue.path.at(-1) === 'keep')
    return `\`keep\` is one of: ${keeps.join(', ')}.`;
  if (issue.path[0] === 'sources')
    return 'Each of `sources` says a source and its name, such as { path: ../b/docs, name: b-docs }. A name is letters, digits, dots and hyphens.';
  if (field === 'source')
    return 'Each entry says with `source` which documents it is about, such as source: "runbooks/**".';
  return `\`${field}\` cannot be read: ${issue.message}.`;
}
