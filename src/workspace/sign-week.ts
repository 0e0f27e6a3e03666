import canonicalize from 'canonicalize';
import { splitFrontmatter } from './frontmatter.ts';
import { parseYaml } from './yaml.ts';

/** What the sponsor writes under a weekly summary. */
export interface WeekSignature {
  readonly by: string;
  readonly on: string;
  readonly hash: string;
}

/**
 * The text of a document with `signed` in its frontmatter in place of an earlier signature; every other
 * byte stays. Null where that cannot be done without touching something else.
 */
export function withSignature(text: string, signature: WeekSignature): string | null {
  const [, open, yaml = '', rest = ''] =
    /^(---[ \t]*\r?\n)([\s\S]*?\n)(---[ \t]*(?:\r?\n[\s\S]*)?)$/.exec(text) ?? [];
  if (open === undefined) return null;
  const end = open.endsWith('\r\n') ? '\r\n' : '\n';
  const { by, on, hash } = signature;
  const lines = ['signed:', `  by: ${by}`, `  on: ${on}`, `  hash: ${hash}`, ''].join(end);
  const others = yaml.replace(/^signed:.*\r?\n(?:[ \t]+.*\r?\n)*/m, '');
  const signed = `${open}${others}${lines}${rest}`;
  return isSame({ ...fieldsOf(text), signed: { by, on, hash } }, fieldsOf(signed)) ? signed : null;
}

function fieldsOf(text: string): object {
  const { yaml } = splitFrontmatter(text, '');
  return yaml === null ? {} : parseYaml(yaml, '', 1).data;
}

const isSame = (a: object, b: object): boolean => canonicalize(a) === canonicalize(b);
