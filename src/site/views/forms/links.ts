import type { Entry } from '../../../domain/graph/corpus.ts';
import { linkTo, type Value } from '../values.ts';
import { marksOf } from '../words.ts';
import type { FormInput } from './form.ts';
import { listed, run, status, words } from './read.ts';

/** The link with its severity or tier, in words. */
export function markedLink(entry: Entry): Value {
  const mark = marksOf(entry)[0];
  return mark ? run(linkTo(entry), ' ', status(mark)) : linkTo(entry);
}

/** Documents of a type that point here with a field. */
export function incomingOf(
  { entry, graph }: Pick<FormInput, 'entry' | 'graph'>,
  typeName: string,
  field: string,
): Entry[] {
  const found = graph
    .incoming(entry)
    .filter(
      ({ from, relation }) => from.type.name === typeName && relation.field.join('.') === field,
    );
  return [...new Set(found.map(({ from }) => from))];
}

/** Documents that this one points at with a field. */
export function outgoingOf(
  { entry, graph }: Pick<FormInput, 'entry' | 'graph'>,
  field: string,
): Entry[] {
  const found = graph
    .outgoing(entry)
    .filter(({ relation }) => relation.field.join('.') === field)
    .map(({ to }) => to);
  return [...new Set(found)];
}

/** More links than these are left to the list at the end of the page. */
const MOST = 8;

/** The documents as a list of links, the first ones where they are many; null where there is none. */
export function linkList(
  entries: readonly Entry[],
  show: (entry: Entry) => Value = linkTo,
): Value | null {
  const items = entries.slice(0, MOST).map(show);
  const left = entries.length - items.length;
  return listed(left > 0 ? [...items, words(`and ${left} more, listed below`)] : items);
}
