import { stemOf } from './stem.ts';

/** What a piece of text is searched by; the same for documents and for what is typed. */
export interface Token {
  /** As it was written. */
  readonly text: string;
  /** Its words, split at case changes and marks, as stems. */
  readonly parts: readonly string[];
  /** All words put together, where there are several or marks tell something: `ORU^R01` is `orur01`, `--force` itself. */
  readonly whole: readonly string[];
}

/** Longer ones are base64, minified code and the like; nobody looks for them. */
const LONGEST = 64;

/** Tokens that were made before, by what they were made from. */
export type Known = Map<string, Token | null>;

/** The tokens of a text, in order; linear in its length. */
export function tokensOf(text: string, known: Known = new Map()): Token[] {
  const tokens: Token[] = [];
  for (const [chunk] of text.matchAll(/[^\s,;()[\]{}<>"“”‘’`|!?*/\\=:]+/g)) {
    const token = known.get(chunk) ?? tokenOf(chunk);
    known.set(chunk, token);
    if (token) tokens.push(token);
  }
  return tokens;
}

/** Text without what no reader sees: control characters, marks of direction, accents. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\p{Cf}\u00ad]+/gu, '')
    .replace(/\p{Cc}+/gu, ' ');

function tokenOf(chunk: string): Token | null {
  const text = chunk.replace(/^[^\p{L}\p{N}$&_-]+|[^\p{L}\p{N}]+$/gu, '');
  const runs = text.match(/[\p{L}\p{N}]+/gu);
  if (!runs || text.length > 4 * LONGEST) return null;
  const words = runs.flatMap(wordsIn).filter((word) => word.length <= LONGEST);
  if (words.length === 0) return null;
  return {
    text,
    parts: words.map((word) => stemOf(word.toLowerCase())),
    whole: wholesOf(text, runs, words),
  };
}

function wholesOf(text: string, runs: readonly string[], words: readonly string[]): string[] {
  const joined = runs.join('').toLowerCase();
  const wholes = words.length > 1 && joined.length <= LONGEST ? [joined] : [];
  const sigil = /^(?:\$|--?|&)(?=\p{L})/u.exec(text)?.[0];
  // `-it` and `$1` are typed everywhere.
  return sigil && joined.length > 1 && joined.length <= LONGEST && sigil !== '-'
    ? [...wholes, sigil + joined]
    : wholes;
}

/** The words of a run of letters and digits: `KubeAPIDown95` is Kube, API, Down, 95; `HL7` and `R01` stay whole. */
const wordsIn = (run: string): string[] =>
  run.length < 4
    ? [run]
    : run.split(
        /(?<=[\p{Ll}\p{N}])(?=\p{Lu}\p{Ll})|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})|(?<=\p{L}{4})(?=\p{N})|(?<=\p{N}{2})(?=\p{L}{4})/u,
      );

/** All terms of a text, each as often as it stands there. */
export const termsOf = (text: string, known: Known = new Map()): string[] =>
  tokensOf(plainText(text), known).flatMap(({ parts, whole }) => [...parts, ...whole]);

/** A name without marks, blanks and case: `ORU_R01`, `ORU^R01` and `oru r01` are the same. */
export const compact = (text: string): string =>
  plainText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
