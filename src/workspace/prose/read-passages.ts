import { isScalar, type Node } from 'yaml';
import type { Entry } from '../../domain/graph/corpus.ts';
import { valuesAt } from '../../domain/graph/graph.ts';
import { type FieldSchema, fieldSchema } from '../../domain/graph/relations.ts';
import { type Passage, passagesOf, withoutCode } from '../../domain/prose/passage.ts';
import { FRONTMATTER_LINE, splitFrontmatter } from '../frontmatter.ts';
import { parseMdx } from '../mdx.ts';
import { readYaml } from '../yaml.ts';

/** Everything in a document or record that a person reads as sentences, in the order of the file. */
export function readPassages(entry: Entry, text: string): Passage[] {
  const isMdx = entry.type.format === 'mdx';
  const yaml = isMdx ? splitFrontmatter(text, entry.path).yaml : text;
  const fields = yaml === null || !entry.readable ? [] : fieldPassages(entry, yaml);
  const start = isMdx ? text.split('\n', FRONTMATTER_LINE - 1).join('\n').length + 1 : 0;
  const tree = isMdx ? parseMdx(text, entry.path).tree : null;
  return [
    ...fields.map((passage) => ({ ...passage, offset: passage.offset + start })),
    ...(tree === null ? [] : passagesOf(tree, text)),
  ];
}

function fieldPassages({ type, data }: Entry, yaml: string): Passage[] {
  const { document } = readYaml(yaml);
  return proseFields(fieldSchema(type)).flatMap((field) =>
    valuesAt(data, field).flatMap(({ path, value }) => {
      const node = document.getIn(path, true);
      if (typeof value !== 'string' || !isScalar(node)) return [];
      const passage = scalarPassage(node, yaml);
      return passage ? [passage] : [];
    }),
  );
}

/** A value as it stands in the file, its quotes and the sign of a block gone. */
function scalarPassage(node: Node, yaml: string): Passage | null {
  const [start, end] = node.range ?? [];
  if (start === undefined || end === undefined) return null;
  const text = yaml
    .slice(start, end)
    .replace(/^[|>][^\n]*|^["']|["']$/g, (mark) => ' '.repeat(mark.length))
    .replaceAll(/\\(?:u[\da-fA-F]{4}|.)/g, (mark) => ' '.repeat(mark.length));
  return { text: withoutCode(text), offset: start, isRunning: /[.!?]\s*$/.test(text) };
}

const known = new Map<FieldSchema, readonly string[][]>();

/** The paths of fields that hold text of one's own: no word of a list, no name, no form. */
function proseFields(schema: FieldSchema): readonly string[][] {
  const found = known.get(schema) ?? collect(schema, []);
  known.set(schema, found);
  return found;
}

function collect(schema: FieldSchema, path: readonly string[]): string[][] {
  if (schema.properties)
    return Object.entries(schema.properties).flatMap(([name, field]) =>
      collect(field, [...path, name]),
    );
  if (schema.items) return collect(schema.items, [...path, '*']);
  return isProse(schema) ? [[...path]] : [];
}

const isProse = (field: FieldSchema): boolean =>
  field.type === 'string' &&
  (field.pattern === undefined || field.pattern === ONE_LINE) &&
  ![field.enum, field.format, field.reference, field.vocabulary, field.file].some(Boolean);

/** The pattern of plain text in the schemas. */
const ONE_LINE = '^[^\\n\\r]*$';
