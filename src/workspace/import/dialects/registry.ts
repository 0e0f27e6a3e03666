import { alerts } from './alerts.ts';
import { directiveMark, directives } from './directives.ts';
import type { Family } from './family.ts';
import { gitlab } from './gitlab.ts';
import { hugo } from './hugo.ts';
import { kramdown } from './kramdown.ts';
import { liquid } from './liquid.ts';
import { math } from './math.ts';
import { mdxText } from './mdx-text.ts';
import { mkdocs } from './mkdocs.ts';
import { obsidian } from './obsidian.ts';
import type { Mark } from './pairs.ts';
import { tagAlone } from './tag-blocks.ts';
import { templating } from './templating.ts';

/** What dialects add to Markdown; where two could read the same text, the first one does. */
export const families: readonly Family[] = [
  alerts,
  directives,
  mkdocs,
  hugo,
  liquid,
  kramdown,
  obsidian,
  math,
  gitlab,
  templating,
  mdxText,
];

const tagRules = families.flatMap(({ tags = [] }) => tags);

/** What a line opens or closes, by the rules of all families. */
export function markIn(text: string): Mark | null {
  const directive = directiveMark(text);
  if (directive) return directive;
  for (const [index, rule] of tagRules.entries()) {
    const tag = rule.mark.test(text) ? tagAlone(text, rule) : null;
    if (tag) return { kind: tag.kind, key: `${index}:${tag.name.toLowerCase()}`, weight: 0 };
  }
  return null;
}
