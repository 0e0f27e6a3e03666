import { addressOf } from '../../../domain/graph/addresses.ts';
import type { Entry } from '../../../domain/graph/corpus.ts';
import { entryAt, textAt } from '../../../domain/graph/fields.ts';
import { sideOf } from '../../../domain/graph/sides.ts';
import { acceptanceOf } from '../../../domain/standard/facts/acceptances.ts';
import { reviewOf } from '../../../domain/standard/facts/reviews.ts';
import { drillStateOf } from '../standing.ts';
import { linkTo, type Value } from '../values.ts';
import { dayOf } from '../words.ts';
import { type Book, type Column, mark, marked } from './table.ts';

/** Who answers for it after the exit: its owner, or the successor of an owner who leaves. */
export const keeper: Column = {
  label: 'In whose hands',
  lacks: "in nobody's hands after the exit",
  cell: ({ data }, { corpus }) => {
    const owner = entryAt(data, 'owner', 'people', corpus);
    const next = entryAt(data, 'successor', 'people', corpus);
    if (owner === null) return mark('no owner', 'bad');
    if (sideOf(owner, corpus) === 'customer') return linkTo(owner);
    if (next === null) return marked('leaves, no successor', 'bad', linkTo(owner));
    if (sideOf(next, corpus) !== 'customer') return marked('leaves too', 'bad', linkTo(next));
    const after: Value = { kind: 'text', text: ', after ' };
    return { kind: 'run', items: [linkTo(next), after, linkTo(owner)] };
  },
};

/** Whether somebody looked at the present text. */
export const review: Column = {
  label: 'Reviewed',
  lacks: 'never reviewed',
  cell: (entry, book) => {
    const found = reviewOf(entry, book);
    if (found.state === 'none') return mark('never', 'bad');
    if (found.state === 'invalid') return mark('no valid record', 'bad');
    if (found.state === 'changed') return mark('text changed since', 'attention');
    return found.state === 'due'
      ? mark(`due since ${dayOf(found.dueOn ?? found.on)}`, 'attention')
      : mark(dayOf(found.on), 'good');
  },
};

/** Whether the present text was taken over. */
export const acceptance: Column = {
  label: 'Accepted',
  lacks: 'not accepted on the present text',
  cell: (entry, book) => {
    const found = acceptanceOf(entry, book);
    if (found.record === null) return mark('not yet', 'bad');
    const link = dayLink(found.record, textAt(found.record.data, 'accepted_on') ?? '');
    if (found.state === 'current') return marked('accepted', 'good', link);
    return found.state === 'changed'
      ? marked('text changed since', 'bad', link)
      : marked('by somebody else', 'bad', link);
  },
};

/** Whether the last drill of a runbook counts, and why not. */
export const drill: Column = {
  label: 'Last drill',
  lacks: 'without a drill that counts',
  cell: (runbook, book) => {
    const found = drillStateOf(runbook, book);
    if (found === null) return mark('never', 'bad');
    const link = dayLink(found.drill.entry, found.drill.on);
    return found.trouble === null
      ? marked('counts', 'good', link)
      : marked('does not count', 'bad', link, { kind: 'text', text: `(it ${found.trouble})` });
  },
};

/** How many of some runbooks have a drill that counts. */
export function drillsCell(runbooks: readonly Entry[], book: Book): Value {
  if (runbooks.length === 0) return mark('nothing to drill', 'bad');
  const good = runbooks.filter((runbook) => drillStateOf(runbook, book)?.trouble === null).length;
  const tone = good === runbooks.length ? 'good' : good === 0 ? 'bad' : 'attention';
  return mark(`${good} of ${runbooks.length}`, tone);
}

const dayLink = (entry: Entry, day: string): Value => ({
  kind: 'link',
  href: addressOf(entry),
  text: dayOf(day),
});
