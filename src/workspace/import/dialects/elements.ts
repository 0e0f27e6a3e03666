import { blankAt, type Line } from './line.ts';

/** Attributes of an element; those without a value are left out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** The opening tag of an element of the vocabulary that Markdown's HTML handling knows. */
export function opening(name: string, attributes: Attributes = {}): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${attributeValue(value)}"`],
  );
  return `<${name}${written.join('')}>`;
}

/** An element with plain words in it. */
export const worded = (name: string, attributes: Attributes, words: string): string =>
  `${opening(name, attributes)}${asWords(words)}</${name}>`;

/** Words that no parser of Markdown, HTML or MDX takes for anything else. */
const asWords = (words: string): string =>
  words
    .replace(/[!-/:-@[-`{-~]/g, reference)
    .replace(/^[ \t]+|[ \t]+$|\r?\n[ \t]*/gm, (space) => space.replace(/\s/g, reference));

/** A link by name: to a page that the source finds by its name and not by its address. */
export const linkTo = (to: string, words: string): string => worded('x-link', { to }, words);

/** What has no counterpart: shown as code where it stands, and listed. */
export const shown = (kind: string, source: string, became = SHOWN): string =>
  worded('x-listed', { kind, became }, source);

const SHOWN = 'Shown as code: a handbook has nothing that does the same.';

/** Lines in an element, apart from what stands around, so that they are read as Markdown. */
export function wrapped(
  name: string,
  attributes: Attributes,
  inner: readonly Line[],
  { from, to }: { readonly from: number; readonly to: number },
): Line[] {
  return [
    blankAt(from),
    { text: opening(name, attributes), from },
    blankAt(from),
    ...inner,
    blankAt(to),
    { text: `</${name}>`, from: to },
    blankAt(to),
  ];
}

/** Lines as a block of code, in a fence that none of them closes. */
export function fenced(
  language: string,
  lines: readonly Line[],
  { from, to }: { readonly from: number; readonly to: number },
): Line[] {
  const longest = lines.reduce((most, { text }) => Math.max(most, runOf(text)), 2);
  const fence = '`'.repeat(longest + 1);
  return [
    blankAt(from),
    { text: `${fence}${language}`, from },
    ...lines,
    { text: fence, from: to },
    blankAt(to),
  ];
}

const runOf = (text: string): number => /^\s*(`*)/.exec(text)?.[1]?.length ?? 0;

const reference = (sign: string): string => `&#${sign.charCodeAt(0)};`;

const attributeValue = (value: string): string =>
  value.replace(/[&<>"{}\n\r\t]/g, (sign) => (sign === '\n' ? ' ' : reference(sign)));
