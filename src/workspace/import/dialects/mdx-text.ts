import type { Family, Spot } from './family.ts';
import { blankAt, type Line } from './line.ts';
import { list, type State } from './state.ts';

/** What Markdown has and MDX breaks at, but which stands in files of MDX: HTML comments and autolinks. */
export const mdxText: Family = {
  regions: [{ open: commentRegion, make: withoutComment, mdx: true, mdxOnly: true }],
  inlines: [{ begins: '<', at: commentOrLink, mdx: true, mdxOnly: true }],
};

const HIDDEN = 'Left out: comments are not shown.';

function commentRegion(text: string) {
  return /^\s*<!--(?!.*-->)/.test(text) ? { closes: /-->\s*$/ } : null;
}

function withoutComment(lines: readonly Line[], state: State): Line[] {
  const from = lines[0]?.from ?? 1;
  const text = lines.map((line) => line.text).join('\n');
  list(state, { line: from, kind: 'comment', text, became: HIDDEN });
  return [blankAt(from)];
}

function commentOrLink({ text, index, line, state }: Spot) {
  const near = text.slice(index, index + 2100);
  const link = /^<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/.exec(near);
  if (link) return { end: index + link[0].length, text: `[${link[1]}](${link[1]})` };
  const comment = /^<!--([\s\S]{0,2000}?)-->/.exec(near);
  if (!comment) return null;
  list(state, { line, kind: 'comment', text: comment[0], became: HIDDEN });
  return { end: index + comment[0].length, text: '' };
}
