import type { Nodes } from 'mdast';
import { identifiersIn } from '../../identifiers/detect.ts';
import { SECRETS, unwantedIn } from '../../identifiers/secrets.ts';

const unspoken = new Set(['delete', 'html', 'image', 'imageReference', 'footnoteReference']);

/** The words of nodes as somebody reads them aloud, in one line: nothing struck out, no picture, no HTML. */
export const spokenOf = (node: Nodes): string => wordsOf(node).replace(/\s+/g, ' ').trim();

function wordsOf(node: Nodes): string {
  if (unspoken.has(node.type)) return '';
  if (node.type === 'break' || isLineBreak(node)) return ' ';
  if ('children' in node) return (node.children as Nodes[]).map(wordsOf).join('');
  return 'value' in node ? node.value : '';
}

const isLineBreak = (node: Nodes): boolean =>
  node.type === 'mdxJsxTextElement' && (node as { name?: unknown }).name === 'br';

const LONGEST_LOOK = 2000;

/** Whether a text may be said a second time: it holds no secret, nobody's identifier and no mark-up left over. */
export function isRepeatable(text: string): boolean {
  const seen = text.slice(0, LONGEST_LOOK);
  return (
    !/\]\(|~~|<(?:br|div|img|p|span)\b/i.test(seen) &&
    unwantedIn(seen, SECRETS).length === 0 &&
    identifiersIn(seen).length === 0
  );
}
