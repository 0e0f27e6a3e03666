/** A text and, for each of its lines, the line that it came from, from 1. */
export interface Spread {
  readonly text: string;
  readonly lines: readonly number[];
}

/** Callouts as notes, with empty lines around, so that what stands in them is read as Markdown. */
export function withCallouts(lines: readonly string[]): Spread {
  let fence = '';
  const spread = lines.flatMap((line, at) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (mark !== '') fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence;
    const tag = fence === '' ? /^(\s*)<(\/?)aside>\s*$/.exec(line) : null;
    const made =
      tag === null ? [line] : ['', `${tag[1]}<${tag[2] ? '/x-aside' : 'x-aside type="note"'}>`, ''];
    return made.map((words) => ({ words, from: at + 1 }));
  });
  return {
    text: spread.map(({ words }) => words).join('\n'),
    lines: spread.map(({ from }) => from),
  };
}

/** Tells every `line` below a value as that of the source. */
export function placeLines(value: unknown, lines: readonly number[]): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (key === 'line' && typeof child === 'number')
      (value as { line: number }).line = lines[child - 1] ?? child;
    else placeLines(child, lines);
  }
}
