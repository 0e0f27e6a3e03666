import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isScalar, parseDocument, visit } from 'yaml';
import { typeNamed, typeOfFolder } from '../../src/domain/documents/registry.ts';
import { type FieldSchema, fieldSchema } from '../../src/domain/graph/relations.ts';
import { checkFolder } from '../rules/folder.ts';

/** Ends whatever it stands in, and would run. */
export const PAYLOAD = `"'></title></script><img src=x onerror=pwn()>`;

/** Puts the payload behind every text of every field that takes any text; returns how many did. */
export function poison(content: string): number {
  const paths = readdirSync(content, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?:mdx|yaml)$/.test(path));
  return paths.reduce((count, path) => count + poisonFile(content, path), 0);
}

function poisonFile(content: string, path: string): number {
  const type = path.includes('/')
    ? typeOfFolder(path.split('/')[0] ?? '')
    : typeNamed(path.replace(/\..*/, ''));
  if (!type) return 0;
  const file = join(content, path);
  const text = readFileSync(file, 'utf8');
  const end = path.endsWith('.mdx') ? text.indexOf('\n---\n', 4) : text.length;
  const begin = path.endsWith('.mdx') ? 4 : 0;
  const places = freeTexts(text.slice(begin, end), fieldSchema(type));
  const withPayload = (chosen: readonly Place[]) => {
    const yaml = chosen.reduceRight(
      (all, { range: [from, to], value }) =>
        `${all.slice(0, from)}${JSON.stringify(value + PAYLOAD)}${all.slice(to)}`,
      text.slice(begin, end),
    );
    return text.slice(0, begin) + yaml + text.slice(end);
  };
  const passes = (chosen: readonly Place[]) => {
    writeFileSync(file, withPayload(chosen));
    return checkFolder(content).every(({ severity }) => severity !== 'error');
  };
  if (passes(places)) return places.length;
  // Some fields are names that others refer to: those stay as they are.
  const free = places.filter((place) => passes([place]));
  if (passes(free)) return free.length;
  writeFileSync(file, text);
  return 0;
}

interface Place {
  readonly range: readonly [number, number];
  readonly value: string;
}

/** The texts of a YAML source whose field takes any text. */
function freeTexts(source: string, schema: FieldSchema): Place[] {
  const places: Place[] = [];
  visit(parseDocument(source), {
    Scalar: (key, node, ancestors) => {
      if (key === 'key' || typeof node.value !== 'string' || !node.range) return;
      if (/^BLOCK/.test(node.type ?? '')) return;
      const path = ancestors.flatMap((one) =>
        typeof one === 'object' && 'key' in one && isScalar(one.key) ? [String(one.key.value)] : [],
      );
      const field = path.reduce<FieldSchema | undefined>(
        (at, name) => (at?.properties ?? at?.items?.properties)?.[name],
        schema,
      );
      const own = field?.items ?? field;
      if (own && isFree(own, node.value))
        places.push({ range: [node.range[0], node.range[1]], value: node.value });
    },
  });
  return places;
}

const isFree = (schema: FieldSchema, value: string): boolean => {
  const { type, format, pattern, reference, file, vocabulary, ...rest } = schema as FieldSchema & {
    readonly pattern?: string;
  };
  const bound = format ?? reference ?? file ?? vocabulary;
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value + PAYLOAD)) return false;
  return type === 'string' && bound === undefined && !('enum' in rest) && !('const' in rest);
};
