/** Kinds of notes of all dialects, by the kind of a handbook's note. */
const KINDS: Readonly<Record<string, string>> = {
  note: `note info information abstract summary tldr example quote cite question help faq seealso todo comment
    default primary secondary details disclaimer flag announcement new version admonition aside callout notice
    pageinfo alert hint deprecated experimental`,
  tip: 'tip tips success check done ok green',
  caution: 'caution warning warn attention important orange yellow',
  danger: 'danger error failure fail failed missing bug critical security red',
};

const kindOf = new Map(
  Object.entries(KINDS).flatMap(([kind, words]) =>
    words.split(/\s+/).map((word) => [word, kind] as const),
  ),
);

/** Whether a word is one that some dialect has for a note. */
export const isNote = (word: string): boolean => kindOf.has(word.toLowerCase());

/** A note's kind and heading: the dialect's own word stays readable where ours is another. */
export function noteOf(
  word: string,
  title: string | undefined,
): { readonly type: string; readonly title: string | undefined } {
  const small = word.toLowerCase();
  const type = kindOf.get(small) ?? 'note';
  const own = GENERIC.has(small) || small === type ? undefined : titled(small);
  return { type, title: title?.trim() || own };
}

/** Words that say that something is a note and no more. */
const GENERIC: ReadonlySet<string> = new Set([
  ...['admonition', 'aside', 'callout', 'notice', 'pageinfo', 'alert', 'default', 'primary'],
  ...['secondary', 'green', 'orange', 'yellow', 'red', ''],
]);

const titled = (word: string): string =>
  word.charAt(0).toUpperCase() + word.slice(1).replaceAll(/[-_]/g, ' ');
