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

const link = (number: string): Value => ({ kind: 'link', href: telephone(number), text: number });
