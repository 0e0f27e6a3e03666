import type { Root } from 'hast';
import type { Listed } from '../../../../domain/import/model.ts';
import { attribute, hasClass, lineNumber, replaceIn, words } from '../html/hast.ts';

const NAMES: Readonly<Record<string, string>> = {
  tick: '✅',
  cross: '❌',
  error: '❌',
  warning: '⚠️',
  information: 'ℹ️',
  plus: '➕',
  minus: '➖',
  question: '❓',
  'light-on': '💡',
  'light-off': '💡',
  'yellow-star': '⭐',
  'red-star': '⭐',
  'green-star': '⭐',
  'blue-star': '⭐',
  smile: '🙂',
  sad: '🙁',
  wink: '😉',
  laugh: '😄',
  cheeky: '😛',
  'thumbs-up': '👍',
  'thumbs-down': '👎',
  heart: '❤️',
  'broken-heart': '💔',
};

/** Puts characters in the place of the little pictures that stand for them. */
export function translateEmoticons(content: Root, listed: Listed[]): void {
  replaceIn(content, (node) => {
    if (node.tagName !== 'img' || !hasClass(node, 'emoticon')) return null;
    const shown =
      attribute(node, 'dataEmojiFallback') ||
      named(attribute(node, 'className')) ||
      attribute(node, 'alt');
    listed.push({
      line: lineNumber(node),
      kind: 'emoticon',
      text: attribute(node, 'src') || attribute(node, 'alt'),
      became: `It is the character “${shown}” now.`,
    });
    return shown === '' ? [] : [words(shown)];
  });
}

const named = (classes: string): string =>
  NAMES[/\bemoticon-([a-z-]+)/.exec(classes)?.[1] ?? ''] ?? '';
