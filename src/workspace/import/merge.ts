import { diff3MergeRegions, diffIndices } from 'node-diff3';
import { splitFrontmatter } from '../frontmatter.ts';
import { stampFields } from '../stamp.ts';
import { parseYaml } from '../yaml.ts';

/** A place where a text was changed on one side or both; lines from 1 in the text as it is here. */
export interface Region {
  readonly line: number;
  readonly base: readonly string[];
  readonly here: readonly string[];
  readonly source: readonly string[];
  /** Whether both changed it, each in another way. */
  readonly isConflict: boolean;
}

/** Three texts as one, as far as they can be. */
export interface Merged {
  /** Changes of both sides; null where one place was changed by both. */
  readonly text: string | null;
  /** The text here, which knows that it was compared with this state of the source. */
  readonly kept: string;
  /** Whether somebody decides: the body was changed by both, or one field was. */
  readonly isContested: boolean;
  /** What changed where, for people. */
  readonly regions: readonly Region[];
}

/**
 * What becomes of a document of which `base` was imported, that is `here` now and would be imported as
 * `source`. Fields are taken one by one; the body as a whole is contested where both changed it.
 */
export function merge(here: string, base: string, source: string, path: string): Merged {
  const bodyOf = (text: string) => splitFrontmatter(text, path).body;
  const [h, b, s] = [bodyOf(here), bodyOf(base), bodyOf(source)] as const;
  const fields = mergeFields(here, base, source, path);
  const body = pick(h, b, s);
  const regions = regionsOf(here, base, source).flatMap(shown);
  const origin = fieldsOf(source, path)?.['imported'];
  const kept =
    (origin === undefined ? null : stampFields(here, path, { imported: origin })) ?? here;
  if (fields !== null && body !== null)
    return { text: withBody(fields, body, path), kept, isContested: false, regions };
  const lines = body ?? mergeLines(h, b, s);
  const text = fields === null || lines === null ? null : withBody(fields, lines, path);
  return { text, kept, isContested: true, regions };
}

/** A text with the addresses that it had before, as they stand here: they are links of others. */
export function withAliasesOf(here: string, text: string, path: string): string {
  const aliases = fieldsOf(here, path)?.['aliases'];
  return aliases === undefined ? text : (stampFields(text, path, { aliases }) ?? text);
}

/** A region without the mark of the import and the addresses of before, which are nobody's words. */
function shown({ base, here, source, ...region }: Region): Region[] {
  const words = (lines: readonly string[]) => lines.filter((line) => !MARK.test(line));
  const [b, h, s] = [words(base), words(here), words(source)];
  return isSame(b, h) && isSame(b, s) ? [] : [{ ...region, base: b, here: h, source: s }];
}

const MARK = /^(?:aliases:$|imported:$| {2}(?:from|commit|digest): | {2}- \/\S*\/$)/;

/** What a value becomes that one side changed; null where both did. */
const pick = (here: string, base: string, source: string): string | null =>
  here === source || source === base ? here : here === base ? source : null;

/** The text here with the fields that changed in the source; null where one was changed by both. */
function mergeFields(here: string, base: string, source: string, path: string): string | null {
  const of = (text: string) => fieldsOf(text, path);
  const [h, b, s] = [of(here), of(base), of(source)];
  if (!h || !b || !s) return null;
  const changed: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(b), ...Object.keys(s)])) {
    const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
    if (same(s[name], b[name]) || same(s[name], h[name])) continue;
    // Where it comes from is not the reader's to change.
    if (name !== 'imported' && !same(h[name], b[name])) return null;
    changed[name] = s[name] ?? null;
  }
  return Object.keys(changed).length === 0 ? here : stampFields(here, path, changed);
}

function fieldsOf(text: string, path: string): Readonly<Record<string, unknown>> | null {
  const { yaml } = splitFrontmatter(text, path);
  if (yaml === null) return null;
  const { data, readable } = parseYaml(yaml, path, 1);
  return readable ? data : null;
}

function withBody(text: string, body: string, path: string): string {
  const { body: old } = splitFrontmatter(text, path);
  return text.slice(0, text.length - old.length) + body;
}

function mergeLines(here: string, base: string, source: string): string | null {
  const regions = diff3MergeRegions(here.split('\n'), base.split('\n'), source.split('\n'));
  if (regions.some((one) => !one.stable && !isSame(one.aContent, one.bContent))) return null;
  return regions.flatMap((one) => (one.stable ? one.bufferContent : one.aContent)).join('\n');
}

function regionsOf(here: string, base: string, source: string): Region[] {
  const [a, o, b] = [here.split('\n'), base.split('\n'), source.split('\n')];
  const was = (changed: readonly string[], at: number): string[] =>
    diffIndices(o, [...changed]).find(({ buffer2 }) => buffer2[0] === at)?.buffer1Content ?? [];
  let line = 1;
  return diff3MergeRegions(a, o, b).flatMap((one): Region[] => {
    const at = line;
    if (!one.stable) {
      line += one.aLength;
      const isConflict = !isSame(one.aContent, one.bContent);
      const { oContent, aContent, bContent } = one;
      return [{ line: at, base: oContent, here: aContent, source: bContent, isConflict }];
    }
    const { buffer, bufferStart, bufferContent: now } = one;
    if (buffer === 'o') {
      line += now.length;
      return [];
    }
    const before = was(buffer === 'a' ? a : b, bufferStart);
    line += buffer === 'a' ? now.length : before.length;
    const [h, s] = buffer === 'a' ? [now, before] : [before, now];
    return [{ line: at, base: before, here: h, source: s, isConflict: false }];
  });
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, index) => text === other[index]);
