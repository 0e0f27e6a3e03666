import { type Document, parseDocument } from 'yaml';

/** Texts of a content folder by path. */
export type Files = ReadonlyMap<string, string>;

/** One defect: the files as it leaves them, null for one that is gone. */
export type Change = ReadonlyMap<string, string | null>;

/** Picks one of a list; null of an empty one. */
export type Pick = <T>(items: readonly T[]) => T | null;

/** A document or record whose fields can be read. */
export interface Doc {
  readonly path: string;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const SPLIT = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/;

/** The documents of a folder that have what `wanted` asks for. */
export function docsOf(
  files: Files,
  folder: string,
  wanted: (data: Doc['data'], text: string) => boolean = () => true,
): Doc[] {
  return [...files]
    .filter(([path]) => path.startsWith(folder) && /\.(mdx|yaml)$/.test(path))
    .map(([path, text]) => ({ path, text, data: parseDocument(yamlOf(path, text)).toJS() ?? {} }))
    .filter(({ data, text }) => wanted(data, text));
}

const yamlOf = (path: string, text: string): string =>
  path.endsWith('.mdx') ? (SPLIT.exec(text)?.[1] ?? '') : text;

/** A document with its fields changed and everything else as it was. */
export function withFields({ path, text }: Doc, change: (fields: Document) => void): Change {
  const fields = parseDocument(yamlOf(path, text));
  change(fields);
  const yaml = fields.toString({ lineWidth: 0 });
  return new Map([
    [
      path,
      path.endsWith('.mdx')
        ? text.replace(SPLIT, (_, __, body) => `---\n${yaml}---\n${body}`)
        : yaml,
    ],
  ]);
}

/** A document with a field set, or taken out by `undefined`. */
export const withField = (doc: Doc, path: string, value: unknown): Change =>
  withFields(doc, (fields) => {
    const keys = path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    if (value === undefined) fields.deleteIn(keys);
    else fields.setIn(keys, value);
  });

/** A document with its text changed. */
export const withText = ({ path, text }: Doc, change: (text: string) => string): Change =>
  new Map([[path, change(text)]]);

/** A document that is gone. */
export const without = ({ path }: Doc): Change => new Map([[path, null]]);
