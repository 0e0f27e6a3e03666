import type { Nodes, Paragraph, RootContent } from 'mdast';
import { headingWords } from '../detect/words.ts';
import { type Draft, lineOf, put, readable, said } from './draft.ts';
import { linesOf } from './labels.ts';
import { isRepeatable, spokenOf } from './spoken.ts';

const LONGEST = 200;
const SHORTEST = 20;
const PARAGRAPHS = 400;

const described = /^(?:description|summary|abstract|excerpt|subtitle|lead|tagline|synopsis)$/;
const silent =
  /^(?:status|date|deciders?|decision makers|table of contents|contents|toc|metadata|authors?|owners?|links|references|see also|related.{0,40}|changelog)$/;

/** The summary: what the front matter describes it with, else the first sentences of the text that fit. */
export function readSummary(draft: Draft): void {
  for (const { text, key } of said(draft, described).filter(({ line }) => line === null)) {
    if (!isRepeatable(text) || !put(draft, 'summary', text) || key === null) continue;
    draft.used.add(key);
    return;
  }
  const given = readable(draft.document.frontmatter['description']);
  const sentences =
    (isRepeatable(given) ? firstSentences(given) : '') || firstSentences(firstText(draft));
  if (sentences !== '') put(draft, 'summary', sentences);
}

function firstText({ document, gone }: Draft): string {
  let section = '';
  for (const node of document.tree.children.slice(0, PARAGRAPHS)) {
    if (node.type === 'heading') section = headingWords(lineOf(node));
    else if (!silent.test(section) && !gone.has(node) && speaks(node)) return spokenOf(node);
  }
  return '';
}

/** A paragraph of sentences: no badge, no line with a label, no words that only lead elsewhere. */
function speaks(node: RootContent): node is Paragraph {
  if (node.type !== 'paragraph' || !node.children.some(({ type }) => type === 'text')) return false;
  if (holds(node, /^image/)) return false;
  const text = spokenOf(node);
  return (
    text.length >= SHORTEST &&
    !text.endsWith(':') &&
    /\p{L}{2,40} \p{L}/u.test(text) &&
    linked(node) * 2 < text.length &&
    linesOf(node).length === 0 &&
    isRepeatable(text)
  );
}

const holds = (node: Nodes, type: RegExp): boolean =>
  type.test(node.type) || ('children' in node && node.children.some((child) => holds(child, type)));

/** How many characters of it are words of links. */
const linked = (node: Nodes): number =>
  node.type.startsWith('link')
    ? spokenOf(node).length
    : 'children' in node
      ? (node.children as Nodes[]).reduce((sum, child) => sum + linked(child), 0)
      : 0;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** As many sentences as fit, at least one; empty where the first is too long. */
function firstSentences(text: string): string {
  let sentences = '';
  for (const { segment } of segmenter.segment(text.slice(0, LONGEST * 2))) {
    const more = `${sentences}${segment}`.trimEnd();
    if (more.length > LONGEST || (sentences !== '' && segment.trimEnd().endsWith(':'))) break;
    sentences = `${sentences}${segment}`;
  }
  const whole = sentences.trim();
  return whole === text.trim() || /[.!?。！？…)"”]$/.test(whole) ? whole : '';
}
