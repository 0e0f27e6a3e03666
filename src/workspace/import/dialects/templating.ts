import { fenced, shown } from './elements.ts';
import type { Family, Spot } from './family.ts';
import type { Line } from './line.ts';
import { list, type State } from './state.ts';

/** Templates that nothing here can fill: `{{ x }}`, `<% %>`, `<?php ?>`; they stay readable and are listed. */
export const templating: Family = {
  regions: [{ open: scriptRegion, make: scriptLines }],
  inlines: [
    { begins: '{', at: expression },
    { begins: '<', at: script },
  ],
};

const EXPRESSION = /\{\{\{?((?:[^{}]|\{(?!\{)|\}(?!\})){0,600})\}\}\}?/y;

function expression({ text, index }: Spot) {
  if (text[index + 1] !== '{') return null;
  EXPRESSION.lastIndex = index;
  const found = EXPRESSION.exec(text);
  if (!found || !/\S/.test(found[1] ?? '')) return null;
  return { end: index + found[0].length, text: shown('template', flat(found[0])) };
}

const SCRIPT = /<(?:%|\?(?:php|=))(?:[^%?<]|[%?](?!>)|<(?![%?])){0,3000}[%?]>/y;

function script({ text, index }: Spot) {
  SCRIPT.lastIndex = index;
  const found = SCRIPT.exec(text);
  if (!found) return null;
  return { end: index + found[0].length, text: shown('template', flat(found[0])) };
}

const flat = (source: string): string => source.replaceAll(/\s*\n\s*/g, ' ');

function scriptRegion(text: string) {
  if (!/^\s*<%(?!.*%>)/.test(text)) return null;
  return { closes: /%>\s*$/ };
}

function scriptLines(lines: readonly Line[], state: State): Line[] {
  const from = lines[0]?.from ?? 1;
  const text = lines.map((line) => line.text).join('\n');
  list(state, { line: from, kind: 'template', text, became: 'Shown as a block of code.' });
  return fenced('', lines, { from, to: lines.at(-1)?.from ?? from });
}
