/** A link as a reader sees it. */
export interface SeenLink {
  readonly words: string;
  readonly target: string;
}

/** What a file says, taken without the importer's readers. */
export interface Spoken {
  /** Text nodes as they stand. */
  readonly texts: readonly string[];
  readonly codes: readonly string[];
  readonly links: readonly SeenLink[];
  readonly images: readonly SeenLink[];
  /** Anchors that a link can lead to, in letters and digits only. */
  readonly anchors: ReadonlySet<string>;
}

/** Something to write what a file says into. */
export const nothingSpoken = () => ({
  texts: [] as string[],
  codes: [] as string[],
  links: [] as SeenLink[],
  images: [] as SeenLink[],
  anchors: new Set<string>(),
});

/** Letters and digits of a text in small letters: the same in every way of writing it. */
export const lettersOf = (text: string): string =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}\p{So}\p{Sc}]+/gu) ?? []
  ).join('');

/** An anchor in the form in which the rules of all dialects agree. */
export const anchorOf = (text: string): string => {
  let plain = text;
  try {
    plain = decodeURIComponent(text);
  } catch {
    // An address that is no address is compared as it stands.
  }
  return lettersOf(plain);
};
