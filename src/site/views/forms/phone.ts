import type { Value } from '../values.ts';
import { run } from './read.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A number that is written like one: with a plus, or in groups. */
const NUMBER = /\+\d[\d ().-]{5,}\d|(?<![\w-])\(?\d{2,4}\)?(?:[ .-]\d{2,5}){1,4}(?![\d-])/g;

/** The address that a telephone dials. */
const telephone = (number: string): string => `tel:${number.replaceAll(/[^\d+]/g, '')}`;

/** A way to reach somebody, its telephone numbers as links: `555-0101, then ask for the lead`. */
export function routeValue(route: string): Value {
  if (/^\d{3,12}$/.test(route.trim())) return link(route.trim());
  const parts: (Value | string)[] = [];
  let end = 0;
  for (const match of route.matchAll(NUMBER)) {
    const digits = match[0].replaceAll(/\D/g, '').length;
    if (digits < 7 || digits > 15 || DATE.test(match[0])) continue;
    parts.push(route.slice(end, match.index), link(match[0]));
    end = match.index + match[0].length;
  }
  return run(...[...parts, route.slice(end)].filter((part) => part !== ''));
}

const link = (number: string): Value => ({ kind: 'link', href: telephone(number), text: number });
