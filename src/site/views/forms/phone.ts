import { partsOf } from '../../telephone.ts';
import type { Value } from '../values.ts';
import { run } from './read.ts';

/** The address that a telephone dials. */
const telephone = (number: string): string => `tel:${number.replaceAll(/[^\d+]/g, '')}`;

/** A way to reach somebody, its telephone numbers as links: `555-0101, then ask for the lead`. */
export function routeValue(route: string): Value {
  if (/^\d{3,12}$/.test(route.trim())) return link(route.trim());
  return run(...partsOf(route).map(({ text, number }) => (number ? link(text) : text)));
}

/** What a telephone dials for a route; null where it holds no number. */
export function phoneIn(route: string): string | null {
  if (/^\d{3,12}$/.test(route.trim())) return telephone(route);
  const first = partsOf(route).find(({ number }) => number);
  return first ? telephone(first.text) : null;
}

const link = (number: string): Value => ({ kind: 'link', href: telephone(number), text: number });
