import GithubSlugger from 'github-slugger';
import type { TypeDefinition } from '../../src/domain/documents/define.ts';
import { types } from '../../src/domain/documents/registry.ts';
import { type Random, randomFrom } from './random.ts';
import { phrase } from './words.ts';

/** A document or record that will be written: known before any text, so that others can refer to it. */
export interface Planned {
  /** Place in the order of planning; where circles are forbidden, references go to smaller ones. */
  readonly number: number;
  readonly type: TypeDefinition;
  readonly slug: string;
  readonly title: string;
  /** Path inside the content folder. */
  readonly path: string;
}

export interface Plan {
  readonly all: readonly Planned[];
  readonly byType: ReadonlyMap<string, readonly Planned[]>;
}

const inFolders = types.filter(({ folder }) => folder !== '') as readonly TypeDefinition[];
const documentTypes = inFolders.filter(({ format }) => format === 'mdx');
const recordTypes = inFolders.filter(({ format }) => format === 'yaml');

/** With fewer documents some type would have none, and others could not refer to it. */
export const fewest = documentTypes.length;

/** `documents` documents in equal shares of all types, and a few of each kind of record. */
export function planOf(documents: number): Plan {
  const random = randomFrom(documents);
  const wanted = [
    ...recordTypes.flatMap((type) =>
      Array.from({ length: recordsOf(type, documents) }, () => type),
    ),
    ...cycled(documentTypes, documents),
  ];
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  const all = wanted.map((type, number) => {
    const count = (counts.get(type.name) ?? 0) + 1;
    counts.set(type.name, count);
    return planned(type, number, count, taken, random);
  });
  return { all, byType: Map.groupBy(all, ({ type }) => type.name) };
}

const recordsOf = (type: TypeDefinition, documents: number): number =>
  (type.name === 'person' ? 10 : 2) + Math.floor(documents / 100);

function cycled<T>(items: readonly T[], length: number): T[] {
  return Array.from({ length }, (_, at) => items[at % items.length] as T);
}

function planned(
  type: TypeDefinition,
  number: number,
  count: number,
  taken: Set<string>,
  random: Random,
): Planned {
  const title = phrase(random, type.name === 'person' ? 2 : random.whole(2, 5));
  const name = new GithubSlugger().slug(title);
  const prefix = type.numbered ? `${String(count).padStart(4, '0')}-` : '';
  const slug = `${prefix}${name}${taken.has(`${type.folder}/${name}`) ? `-${count}` : ''}`;
  taken.add(`${type.folder}/${name}`);
  return { number, type, slug, title, path: `${type.folder}/${slug}.${type.format}` };
}
