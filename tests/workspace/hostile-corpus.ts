import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../rules/folder.ts';
import { sizes } from './hostile-sizes.ts';

const fixtures = join(import.meta.dirname, '../fixtures');
const folder = join(fixtures, 'hostile');

/** A content folder with one document that attacks. */
export interface Attack {
  /** The file that attacks; null where the folder as a whole does. */
  readonly path: string | null;
  readonly files: Files;
}

/** Files that others link to; they attack by being published. */
const isAttached = (path: string): boolean => /\/attached\.[^/]+$/.test(path);

/** Every hostile document that is kept as a file, by its class and path. */
export function hostileFiles(): ReadonlyMap<string, Attack> {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  const attached = all.filter(isAttached);
  return new Map(
    all
      .filter((path) => !isAttached(path))
      .map((name) => {
        const files = [name, ...attached].map((path) => [inContent(path), read(path)] as const);
        return [name, { path: inContent(name), files: Object.fromEntries(files) }];
      }),
  );
}

/** Where a file of a class stands in the content folder. */
const inContent = (name: string): string => name.slice(name.indexOf('/') + 1);

const read = (name: string): Uint8Array => readFileSync(join(folder, name));

/** What is to be told of each: `class/path:line rule.message`. */
export const hostileExpected = (): readonly string[] =>
  readFileSync(join(fixtures, 'hostile.expected.txt'), 'utf8').trim().split('\n');

/** Names that a file system takes and a repository can carry on most machines, but not on all. */
const NAMES = [
  'glossary/<script>.mdx',
  "glossary/a'onload='.mdx",
  'glossary/a"onload=".mdx',
  'glossary/$(id).mdx',
  'glossary/`id`.mdx',
  'glossary/;id;.mdx',
  'glossary/-rf.mdx',
  'glossary/a\nb.mdx',
  'glossary/%2e%2e.mdx',
  'glossary/\\..\\a.mdx',
  'glossary/{id}.mdx',
  'glossary/a b.mdx',
  'glossary/[page].mdx',
  'glossary/mrп.mdx',
  'glossary/ＭＲＮ.mdx',
  'glossary/a\u200bb.mdx',
  'glossary/a\u202eb.mdx',
  'glossary/__proto__.mdx',
  'glossary/index.mdx',
  'glossary/a.b.mdx',
  'glossary/page.md',
  'glossary/page.markdown',
  'glossary/page.MDX',
  'plugins/page.mdx',
  'page.mdx',
  'page.yaml',
  'drills/a\u202eb.txt',
];

const words =
  '---\nterm: A\nplain: B.\nstatus: draft\nowner: ann-lee\naudience: [engineering]\n---\nWords.\n';

/** Documents and names that are made here: too large for a file, or with a name that not every disk takes. */
export const madeAttacks: ReadonlyMap<string, Attack> = new Map<string, Attack>([
  ...NAMES.map(
    (path) => [`name ${JSON.stringify(path)}`, { path, files: { [path]: words } }] as const,
  ),
  ...Object.entries(sizes).map(([name, files]) => [name, { path: null, files }] as const),
]);
