import type { Value } from './values.ts';

/** Longer than this, a value takes a line of its own. */
const WIDE = 90;

/** Longer than this, it does so on a phone. */
const MID = 40;

/** A list longer than this stands as lines below each other. */
const LINE = 34;

/** How much room a value needs in a list of facts: a line of its own always, or on a phone only. */
export function roomOf(value: Value): 'wide' | 'mid' | null {
  if (value.kind === 'table' || value.kind === 'facts' || value.kind === 'code') return 'wide';
  const length = lengthOf(value);
  return length > WIDE ? 'wide' : length > MID ? 'mid' : null;
}

/** Whether the items of a list stand below each other. */
export const isStacked = (items: readonly Value[]): boolean =>
  items.length > 1 && lengthOf({ kind: 'list', items }) > LINE;

function lengthOf(value: Value): number {
  if (value.kind === 'run') return value.items.reduce((sum, item) => sum + lengthOf(item), 0);
  if (value.kind === 'list') return value.items.reduce((sum, item) => sum + lengthOf(item) + 2, -2);
  return 'text' in value ? value.text.length : 0;
}
