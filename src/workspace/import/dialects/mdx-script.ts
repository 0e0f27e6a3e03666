import { append } from '../../../domain/import/lists.ts';
import { isBlank, type Line } from './line.ts';

/** A text without its `import` and `export` lines, which are told apart; its lines stay where they are. */
export interface WithoutScript {
  readonly text: string;
  readonly scripts: readonly { readonly line: number; readonly text: string }[];
}

/** Takes the lines of JavaScript out that stand between the blocks of a text of MDX. */
export function withoutScript(source: string): WithoutScript {
  const lines = source.split('\n').map((text, index) => ({ text, from: index + 1 }));
  const scripts: { line: number; text: string }[] = [];
  const out: string[] = [];
  let fence = '';
  let index = 0;
  while (index < lines.length) {
    const line = lines[index] as Line;
    const run = /^\s*(`{3,}|~{3,})/.exec(line.text)?.[1] ?? '';
    if (fence !== '') fence = run.startsWith(fence) && /^\s*[`~]+\s*$/.test(line.text) ? '' : fence;
    else if (run !== '') fence = run;
    else if (isScript(line.text) && (index === 0 || out.at(-1) === '')) {
      const end = endOfScript(lines, index);
      const text = lines.slice(index, end).map((one) => one.text);
      scripts.push({ line: line.from, text: text.join('\n') });
      append(
        out,
        text.map(() => ''),
      );
      index = end;
      continue;
    }
    out.push(/\S/.test(line.text) || fence !== '' ? line.text : '');
    index += 1;
  }
  return { text: out.join('\n'), scripts };
}

const isScript = (text: string): boolean =>
  /^import\s+(?:["'{*]|[\w$]+\s*(?:,|from\b))|^export\s+(?:const|let|var|default|function|async|class|\{|\*)/.test(
    text,
  );

/** Up to the line where all brackets are closed again and nothing goes on. */
function endOfScript(lines: readonly Line[], start: number): number {
  let depth = 0;
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index] as Line;
    if (
      index > start &&
      depth <= 0 &&
      (isBlank(line) || !goesOn(lines[index - 1]?.text ?? '', line.text))
    )
      return index;
    for (const sign of line.text) {
      if (/[([{]/.test(sign)) depth += 1;
      else if (/[)\]}]/.test(sign)) depth -= 1;
    }
  }
  return depth <= 0 ? lines.length : start + 1;
}

const goesOn = (above: string, text: string): boolean =>
  /(?:[=,+?:|&(]|=>|\bfrom)\s*$/.test(above) || /^\s*(?:from\b|[.?:|&+)\]}])/.test(text);
