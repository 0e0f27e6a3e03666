import { isMap, isScalar, type Node, stringify } from 'yaml';
import { splitFrontmatter } from './frontmatter.ts';
import { readYaml } from './yaml.ts';

/** Values by the name of their field; null takes a field out. */
export type Stamp = Readonly<Record<string, unknown>>;

/**
 * The text of the document or record at `path` with these top-level fields set, and every other byte as it
 * was; null where its fields are not written one a line, so that nothing can be set without rewriting them.
 */
export function stampFields(text: string, path: string, fields: Stamp): string | null {
  if (path.endsWith('.yaml')) return stampYaml(text, fields);
  const { yaml } = splitFrontmatter(text, path);
  if (yaml === null) return null;
  const start = text.indexOf('\n') + 1;
  const stamped = stampYaml(yaml, fields);
  return stamped === null ? null : text.slice(0, start) + stamped + text.slice(start + yaml.length);
}

function stampYaml(source: string, fields: Stamp): string | null {
  const before = dataOf(source);
  if (before === null) return null;
  const stamped = Object.entries(fields).reduce(
    (yaml, [name, value]) => setField(yaml, name, value),
    source,
  );
  const wanted = Object.entries({ ...before, ...fields }).filter(([name]) => fields[name] !== null);
  const after = Object.entries(dataOf(stamped) ?? {});
  return JSON.stringify(after) === JSON.stringify(wanted) ? stamped : null;
}

/** The fields of a YAML text; null where it holds no fields or cannot be read. */
function dataOf(source: string): Record<string, unknown> | null {
  const { document } = readYaml(source);
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents)))
    return null;
  return document.toJS() ?? {};
}

function setField(source: string, name: string, value: unknown): string {
  const place = placeOf(source, name);
  if (value === null) return place === null ? source : withoutLines(source, place);
  const line = stringify(
    { [name]: value },
    { lineWidth: 0, version: '1.2', schema: 'core' },
  ).trimEnd();
  if (place === null) return `${source}${/\n$|^$/.test(source) ? '' : '\n'}${line}\n`;
  const { start, end } = place;
  // A block of text ends with the line end that the next field needs.
  const tail = source.slice(start, end).endsWith('\n') ? '\n' : '';
  return source.slice(0, start) + line + tail + source.slice(end);
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function withoutLines(source: string, { start, end }: Place): string {
  const next = source.indexOf('\n', end - 1) + 1;
  return source.slice(0, start) + (next === 0 ? '' : source.slice(next));
}

/** Where a field begins and its value ends; null where it is not written. */
function placeOf(source: string, name: string): Place | null {
  const { contents } = readYaml(source).document;
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && key.value === name)
    : undefined;
  const [start, keyEnd] = (pair?.key as Node | undefined)?.range ?? [];
  if (start === undefined || keyEnd === undefined) return null;
  const colon = source.indexOf(':', keyEnd) + 1;
  const value = pair?.value as Node | null | undefined;
  const isEmpty = !value || (isScalar(value) && value.value === null && value.source === '');
  return { start, end: isEmpty ? colon : (value.range?.[1] ?? colon) };
}
