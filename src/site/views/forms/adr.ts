import { addressOf } from '../../../domain/graph/addresses.ts';
import type { Entry } from '../../../domain/graph/corpus.ts';
import { slugOf } from '../../../domain/graph/corpus.ts';
import { textAt } from '../../../domain/graph/fields.ts';
import { compareText } from '../../../domain/problems/problem.ts';
import { dated, dueMark } from '../days.ts';
import type { Value } from '../values.ts';
import { linkTo } from '../values.ts';
import { dayOf, nameOf, toneOf } from '../words.ts';
import type { Form, FormInput, FormOf, Notice, Step } from './form.ts';
import { incomingOf, outgoingOf } from './links.ts';
import { fact, factAt, fieldNames, run, words } from './read.ts';

const shown = fieldNames(
  'date decision_makers ratified_by supersedes amends binds revisit_on',
  'confirmation_ref consulted informed',
);

/** A decision: whether it holds, its place among the decisions it replaced and changed, what it binds. */
export const adrForm: FormOf = (input): Form => {
  const { entry, asOf } = input;
  const revisit = textAt(entry.data, 'revisit_on');
  const open = !['superseded', 'rejected', 'deprecated'].includes(
    textAt(entry.data, 'status') ?? '',
  );
  const chain = chainOf(input);
  return {
    shown,
    notices: noticesOf(input),
    lead: [
      ...(chain.steps.length > 1
        ? [{ kind: 'trail' as const, title: 'The line of decisions', ...chain }]
        : []),
      {
        kind: 'facts',
        facts: [
          ...factAt(input, 'date', 'Decided on'),
          ...factAt(input, 'decision_makers', 'Decided by'),
          ...factAt(input, 'ratified_by'),
          ...factAt(input, 'binds'),
          ...fact(
            'Look at it again',
            revisit === null ? null : dated(revisit, open ? dueMark(revisit, asOf) : null),
          ),
          ...factAt(input, 'confirmation_ref', 'Confirmed by'),
          ...factAt(input, 'consulted'),
          ...factAt(input, 'informed'),
        ],
      },
    ],
  };
};

function noticesOf(input: FormInput): Notice[] {
  const { data } = input.entry;
  const status = textAt(data, 'status');
  const holding = holdingNow(input);
  const instead = holding.length === 0 ? null : joined('What holds now: ', holding);
  const on = textAt(data, 'date');
  if (holding.length > 0 || status === 'superseded')
    return [
      {
        tone: 'attention',
        title: 'Superseded: do not follow this decision.',
        text: instead ?? words('The decision that took its place is not recorded.'),
      },
    ];
  if (status === 'rejected')
    return [
      {
        tone: 'attention',
        title: `Rejected${on ? ` on ${dayOf(on)}` : ''}: this was not done.`,
        text: null,
      },
    ];
  if (status === 'deprecated')
    return [{ tone: 'attention', title: 'Deprecated: it binds nobody any more.', text: null }];
  const amenders = incomingOf(input, 'adr', 'amends.*').filter(inForce);
  if (amenders.length > 0)
    return [
      {
        tone: 'attention',
        title: 'In force, and changed in part.',
        text: joined('Read with it: ', amenders),
      },
    ];
  return [];
}

const joined = (start: string, entries: readonly Entry[]): Value =>
  run(
    start,
    ...entries.flatMap((entry, index) => (index === 0 ? [linkTo(entry)] : [', ', linkTo(entry)])),
  );

const inForce = ({ data }: Entry): boolean =>
  !['rejected', 'proposed', 'deprecated'].includes(String(data['status']));

/** Replacements that are followed from one decision; a bound on what a page may cost. */
const FARTHEST = 100;

/** The decisions at the end of every line of accepted replacements; none while nothing replaced this one. */
function holdingNow(input: FormInput): Entry[] {
  const seen = new Set<Entry>([input.entry]);
  const ends = new Set<Entry>();
  const waiting = [input.entry];
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    const next = incomingOf({ ...input, entry }, 'adr', 'supersedes.*').filter(inForce);
    if (next.length === 0 && entry !== input.entry) ends.add(entry);
    for (const one of next) {
      if (seen.has(one) || seen.size > FARTHEST) continue;
      seen.add(one);
      waiting.push(one);
    }
  }
  return byDate([...ends]);
}

/** More decisions than these are no line that somebody can read. */
const LONGEST = 12;

const ties = ['supersedes.*', 'amends.*'] as const;

/** Every decision that is tied to this one by replacing or changing, oldest first. */
function chainOf(input: FormInput): { steps: Step[]; more: string | null } {
  const found = new Set<Entry>([input.entry]);
  let cut = false;
  for (const entry of found) {
    const near = ties.flatMap((field) => [
      ...outgoingOf({ ...input, entry }, field),
      ...incomingOf({ ...input, entry }, 'adr', field),
    ]);
    for (const one of near) {
      if (found.has(one)) continue;
      if (found.size >= LONGEST) cut = true;
      else found.add(one);
    }
  }
  return {
    steps: byDate([...found]).map((entry) => stepOf({ ...input, entry }, entry === input.entry)),
    more: cut ? 'The line goes on from the decisions at its ends.' : null,
  };
}

function stepOf(input: FormInput, here: boolean): Step {
  const { entry } = input;
  const status = textAt(entry.data, 'status');
  const date = textAt(entry.data, 'date');
  const number = (other: Entry): string => /^\d{4}/.exec(slugOf(other))?.[0] ?? nameOf(other);
  const note = (word: string, field: string): string[] => {
    const others = outgoingOf(input, field).map(number);
    return others.length === 0 ? [] : [`${word} ${others.join(', ')}`];
  };
  return {
    link: { href: addressOf(entry), text: nameOf(entry) },
    date: date === null ? null : dated(date, null),
    mark: status === null ? null : { text: status, tone: toneOf(status) },
    notes: [...note('replaces', 'supersedes.*'), ...note('changes', 'amends.*')],
    here,
  };
}

const byDate = (entries: readonly Entry[]): Entry[] =>
  entries.toSorted(
    (a, b) =>
      compareText(textAt(a.data, 'date') ?? '', textAt(b.data, 'date') ?? '') ||
      compareText(a.id, b.id),
  );
