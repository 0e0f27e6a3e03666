/** The places of a snippet that its reader fills in, numbered in the order in which they are made. */
export interface Placeholders {
  /** A place with the words that stand there first. */
  readonly words: (words: string) => string;
  /** A place that takes one of a closed list; the first is there already. */
  readonly choice: (words: readonly string[]) => string;
  /** The day on which the snippet is used, which may be written over. */
  readonly today: () => string;
}

/** Places numbered from 1. */
export function placeholders(): Placeholders {
  let count = 0;
  const next = () => {
    count += 1;
    return count;
  };
  return {
    words: (words) => `\${${next()}:${literal(words)}}`,
    choice: (words) => `\${${next()}|${words.map(inChoice).join(',')}|}`,
    today: () => `\${${next()}:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}`,
  };
}

/** Text as it stands in a snippet, where `$`, `}` and a backslash would begin something. */
export const literal = (text: string): string => text.replaceAll(/[\\$}]/g, '\\$&');

const inChoice = (text: string): string => text.replaceAll(/[\\$},|]/g, '\\$&');
