import type { Root } from 'mdast';
import type { Dialect } from '../model.ts';
import { idsOf, type Node, nodesIn, wordsOf } from './nodes.ts';
import { type SlugRule, slugRules } from './slugs.ts';

/**
 * Gives each heading of a tree the anchors by which its dialect leads to it, in `data.ids`, after those
 * that stand there already, which were set by hand.
 */
export function anchorsOf(tree: Root, dialect: Dialect): void {
  const headings = nodesIn(tree as Node).filter(({ type }) => type === 'heading');
  for (const heading of headings) {
    const id = BY_HAND.exec(wordsOf(heading).slice(-300))?.[1];
    if (id !== undefined && !idsOf(heading).includes(id)) addId(heading, id);
  }
  const claimed = new Set(headings.flatMap(idsOf));
  for (const rule of slugRules(dialect)) {
    const unique = uniqueBy(rule);
    for (const heading of headings) {
      const id = unique(rule.slug(wordsOf(heading)));
      if (id === '' || claimed.has(id)) continue;
      claimed.add(id);
      addId(heading, id);
    }
  }
}

/** `## Words {#id}`, where a reader left it in the words. */
const BY_HAND = /\{[^{}]{0,100}#([\w:.-]{1,100})[^{}]{0,100}\}\s*$/;

function addId(heading: Node, id: string): void {
  Object.assign(heading, { data: { ...heading.data, ids: [...idsOf(heading), id] } });
}

/** Numbers the headings of one name as a rule does. */
function uniqueBy({ again: [join, first] }: SlugRule): (slug: string) => string {
  const used = new Map<string, number>();
  return (slug) => {
    if (slug === '') return '';
    let id = slug;
    for (let count = used.get(slug); count !== undefined && used.has(id); count++) {
      id = `${slug}${join}${count}`;
      used.set(slug, count + 1);
    }
    used.set(id, used.get(id) ?? first);
    return id;
  };
}
