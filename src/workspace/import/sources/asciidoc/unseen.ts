import type { Listed } from '../../../../domain/import/model.ts';

const OPENS = /^(?:ifn?def::[^[\]]*\[\]|ifeval::\[)/;
const DIRECTIVE = /^(?:ifn?def::|ifeval::|endif::|include::|:[\w!-]+:|\/\/)/;

/** Lines between `ifdef` and `endif` that are not in the page, as their condition does not hold. */
export function unseenLines(text: string, html: string): Listed[] {
  if (!/^(?:ifn?def|ifeval)::/m.test(text)) return [];
  const shown = keyOf(html.replaceAll(/<[^<>]*>/g, ''));
  let depth = 0;
  return text.split(/\r?\n/).flatMap((line, at) => {
    if (OPENS.test(line)) depth++;
    else if (line.startsWith('endif::')) depth = Math.max(0, depth - 1);
    const alone = /^ifn?def::[^[\]]*\[(.+)\]$/.exec(line)?.[1];
    const inside = depth > 0 && !DIRECTIVE.test(line) ? line : '';
    const words = alone ?? inside;
    const key = keyOf(words.replaceAll(/\w+::?[^\s[\]]*\[|\{[\w-]+\}/g, ''));
    return key === '' || shown.includes(key) ? [] : [unseen(words, at + 1)];
  });
}

const unseen = (text: string, line: number): Listed => ({
  line,
  kind: 'condition',
  text,
  became: 'Left out: its condition does not hold, so readers did not see it.',
});

const keyOf = (text: string): string =>
  text
    .replaceAll(/&(?:#\d{1,7}|#x[\da-f]{1,6}|\w{1,20});/gi, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
