import { type Document, isMap, isScalar, type Node, type Pair, parseDocument } from 'yaml';
import type { FieldPath } from '../../domain/problems/problem.ts';
import { splitFrontmatter } from '../frontmatter.ts';
import { readYaml } from '../yaml.ts';
import type { Edit } from './edit.ts';

/** The fields of a file as YAML, and where they begin in its text. */
export interface Fields {
  readonly source: string;
  readonly offset: number;
  readonly document: Document;
}

/** The fields of the document or record at `path`; null where it has none that can be read. */
export function fieldsIn(text: string, path: string): Fields | null {
  const isRecord = path.endsWith('.yaml');
  const source = isRecord ? text : splitFrontmatter(text, path).yaml;
  if (source === null) return null;
  const { document } = readYaml(source);
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  return { source, offset: isRecord ? 0 : text.indexOf('\n') + 1, document };
}

/** The edit that puts a text in the place of another, quoted as it was; null where no text stands there. */
export function valueEdit(
  { source, offset, document }: Fields,
  path: FieldPath,
  now: string,
): Edit | null {
  const node = document.getIn(path, true);
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return null;
  const [start, end] = node.range;
  const token = source.slice(start, end);
  const parts = token.split(node.value);
  const fresh =
    parts.length === 2 && isPlain(now, /^[\w/]/.test(token)) ? parts.join(now) : quoted(now);
  return { start: offset + start, end: offset + end, text: fresh };
}

/** A value as YAML writes it in a line. */
export const quoted = (value: string): string =>
  isPlain(value, true) ? value : JSON.stringify(value);

/** Whether a text can stand without quotes, or inside of those that are there. */
const isPlain = (value: string, isBare: boolean): boolean =>
  /^[\w./~-]+$/.test(value) &&
  (!isBare || parseDocument(value, { version: '1.2', schema: 'core' }).toJS() === value);

/** A top-level field by its name. */
export const pairOf = ({ document }: Fields, name: string): Pair | undefined =>
  isMap(document.contents)
    ? document.contents.items.find(({ key }) => isScalar(key) && key.value === name)
    : undefined;

/** Offset behind the last line of a top-level field, in the YAML. */
export function lineAfter({ source }: Fields, { key, value }: Pair): number {
  const end = (value as Node | null)?.range?.[1] ?? (key as Node).range?.[1] ?? 0;
  if (source[end - 1] === '\n') return end;
  const next = source.indexOf('\n', end);
  return next < 0 ? source.length : next + 1;
}
