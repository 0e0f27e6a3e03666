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
    if (plain(text) === plain(String(draft.data['title'] ?? '')) || LEADS_ON.test(text)) continue;
    if (!isRepeatable(text) || !put(draft, 'summary', text) || key === null) continue;
    draft.used.add(key);
    return;
  }
  const given = readable(draft.document.frontmatter['description']);
  const isTitle = plain(given) === plain(String(draft.data['title'] ?? ''));
  const sentences =
    (!isTitle && isRepeatable(given) ? firstSentences(given) : '') ||
    firstSentences(firstText(draft));
  if (sentences !== '') put(draft, 'summary', sentences);
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** What ends so goes on in what stands below it. */
const LEADS_ON = /[:,;–—-]$/;

function firstText({ document, gone }: Draft): string {
  let section = '';
  const nodes = document.tree.children.slice(0, PARAGRAPHS);
  for (const [at, node] of nodes.entries()) {
    if (node.type === 'heading') section = headingWords(lineOf(node));
    else if (!silent.test(section) && !gone.has(node) && speaks(node)) {
      const text = finished(spokenOf(node), nodes[at + 1]);
      if (text.length >= SHORTEST) return text;
    }
  }
  return '';
}

/** The text without a last sentence that ends in the list, table or code below it. */
function finished(text: string, next: RootContent | undefined): string {
  const goesOn = next !== undefined && /^(?:list|code|table|blockquote)$/.test(next.type);
  if (!LEADS_ON.test(text) && (!goesOn || /[.!?。！？…)"”]$/.test(text))) return text;
  const sentences = [...segmenter.segment(text)].map(({ segment }) => segment);
  return sentences.slice(0, -1).join('').trim();
}

/** Lines that lead somewhere, say when they were written, or that only a site's generator reads. */
const CLERICAL =
  /^(?:import\s.{0,300}\sfrom\s|import\s["']|export\s(?:const|default|function|let)\b|last (?:updated|modified|changed|reviewed|edited)\b|updated (?:on|at)\b|table of contents|on this page|in this (?:article|page|section|guide|document)\s{0,3}:|contents\s{0,3}:|back to\b|← |<< |you are here)/i;
const CRUMBS = /^[^.!?>»›|/]{1,60}(?:\s[>»›|/]\s[^.!?>»›|/]{1,60}){1,10}$/;

/** A paragraph of sentences: no badge, no line with a label, no words that only lead elsewhere. */
function speaks(node: RootContent): node is Paragraph {
  if (node.type !== 'paragraph' || !node.children.some(({ type }) => type === 'text')) return false;
  if (holds(node, /^image/)) return false;
  const text = spokenOf(node);
  return (
    text.length >= SHORTEST &&
    !CLERICAL.test(text) &&
    !(text.length < 300 && CRUMBS.test(text)) &&
    !isOnlyLinks(node) &&
    /\p{L}{2,40} \p{L}/u.test(text) &&
    linked(node) * 2 < text.length &&
    linesOf(node).length === 0 &&
    isRepeatable(text)
  );
}

/** Links with nothing but signs between them: a way through the site, and no sentence. */
const isOnlyLinks = ({ children }: Paragraph): boolean =>
  children.filter(({ type }) => type === 'link' || type === 'linkReference').length > 1 &&
  children.every((node) => /^link/.test(node.type) || !/[\p{L}\p{N}]/u.test(lineOf(node)));

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
    if (more.length > LONGEST || LEADS_ON.test(segment.trimEnd())) break;
    sentences = `${sentences}${segment}`;
  }
  const whole = sentences.trim();
  return whole === text.trim() || /[.!?。！？…)"”]$/.test(whole) ? whole : '';
}
