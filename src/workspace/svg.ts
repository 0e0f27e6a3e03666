import { problemOf } from '../domain/checks/rule.ts';
import { safeContent } from '../domain/checks/rules/safe-content.ts';
import { at, type Problem } from '../domain/problems/problem.ts';
import { pointAt } from './text.ts';

/** What a browser would run or load from an SVG that is opened by itself, and how it is called. */
const DANGERS: readonly (readonly [string, RegExp])[] = [
  ['a script', /<\s*(?:[\w-]+:)?script\b/i],
  ['an event handler', /[\s"'/]on[a-z]{3,30}\s*=/i],
  ['HTML or another document', /<\s*(?:[\w-]+:)?(?:foreignObject|iframe|embed|object|handler)\b/i],
  ['an entity of its own', /<!(?:ENTITY|DOCTYPE[^>]*\[)/i],
  ['a style sheet from elsewhere', /<\?xml-stylesheet|@import/i],
  [
    'an address that leads out of it',
    /(?:href|src)\s*=\s*["']?\s*(?!["'#\s]|data:image\/(?:png|jpeg|webp|gif);)/i,
  ],
  ['an address that leads out of it', /url\(\s*["']?\s*(?![#"'\s])/i],
];

/** Each danger of an SVG once, at its line; empty for a picture that only draws. */
export function dangersOf(text: string, path: string): Problem[] {
  return DANGERS.flatMap(([what, pattern]) => {
    const offset = text.search(pattern);
    if (offset < 0) return [];
    const position = at(pointAt(text, offset));
    return [problemOf(safeContent, { messageId: 'picture', path, position, args: { what } })];
  });
}
