import { addressOf } from '../../../domain/graph/addresses.ts';
import { type Entry, summaryOf } from '../../../domain/graph/corpus.ts';
import { blockOf, textAt } from '../../../domain/graph/fields.ts';
import { compareText } from '../../../domain/problems/problem.ts';
import { counted, dated, dueMark } from '../days.ts';
import { type Fact, linkTo, type Value } from '../values.ts';
import { outcomeOf } from './adr-outcome.ts';
import { type Decisions, decisionsOn, replacementsOf } from './decisions-on.ts';
import type { Block, FormInput, Item, Section } from './form.ts';
import { incomingOf } from './links.ts';
import { fact, run, status, words } from './read.ts';

/** Why a system or an integration is as it is: what was decided, what went wrong, and what it cost. */
export interface Why {
  /** The door to it in the lead. */
  readonly door: Fact[];
  readonly sections: Section[];
}

const ID = '_why';

/** More than these of a kind are looked for in their list. */
const MOST = 8;

/** The reasons for a system or an integration; `quirks` leads to those that its page tells itself. */
export function whyOf(input: FormInput, quirks: readonly Item[]): Why {
  const decisions = decisionsOn(input);
  const incidents = newestFirst(about(input, 'postmortem'), 'started_at');
  const memos = newestFirst(about(input, 'founder-memo'), 'outcome.decided_on');
  const told = [
    [decisions.living.length, 'decision in force', 'decisions in force'],
    [decisions.open.length, 'open question', 'open questions'],
    [incidents.length, 'incident', 'incidents'],
    [memos.length, 'memo', 'memos'],
  ] as const;
  const said = told.flatMap(([count, one, many]) => (count > 0 ? [counted(count, one, many)] : []));
  return {
    door: fact('Why is it like this?', {
      kind: 'link',
      href: `#${ID}`,
      text: said.length > 0 ? said.join(', ') : 'Nothing is written about it yet',
    }),
    sections: [
      {
        id: ID,
        title: 'Why is it like this?',
        blocks: [
          ...decisionBlocks(input, decisions),
          ...items('Incidents that shaped it', incidents, incidentItem),
          ...itemBlock('Quirks', quirks),
          ...items('Paid for by', memos, (entry) => memoItem(entry, input)),
        ],
      },
    ],
  };
}

/** Documents of a type that name the entry among their systems, or in their text. */
function about(input: FormInput, type: string): Entry[] {
  const named = incomingOf(input, type, 'systems.*');
  return [...new Set([...named, ...incomingOf(input, type, '')])];
}

const newestFirst = (entries: readonly Entry[], field: string): Entry[] =>
  entries.toSorted(
    (a, b) =>
      compareText(textAt(b.data, field) ?? '', textAt(a.data, field) ?? '') ||
      compareText(a.id, b.id),
  );

function decisionBlocks(input: FormInput, { living, open, past }: Decisions): Block[] {
  const { label } = input.entry.type;
  const bound = newestFirst(living, 'date');
  return [
    ...(bound.length > 0
      ? items('Decisions in force', bound, decisionItem)
      : [{ kind: 'prose' as const, text: nothingBinds(label.toLowerCase(), input.part === true) }]),
    ...items('Open questions', newestFirst(open, 'date'), (entry) => openItem(entry, input)),
    ...pastBlock(input, newestFirst(past, 'date')),
  ];
}

function nothingBinds(what: string, part: boolean): string {
  if (part) return `No decision about this ${what} is in this copy.`;
  const how =
    what === 'system' ? 'and name this system in its field binds' : 'and link to this page from it';
  return `No decision binds this ${what} yet. Whoever takes it over will ask why it is built this way, and what breaks if they change it: write a decision for each choice that is costly to reverse, ${how}.`;
}

const decisionItem = (entry: Entry): Item => ({
  head: linkTo(entry),
  aside: dayValue(textAt(entry.data, 'date')),
  lines: lineOf(outcomeOf(entry) ?? summaryOf(entry)),
});

function openItem(entry: Entry, { asOf }: FormInput): Item {
  const revisit = textAt(entry.data, 'revisit_on');
  return {
    head: run(linkTo(entry), ' ', status({ text: 'proposed', tone: 'attention' })),
    aside: dayValue(textAt(entry.data, 'date')),
    lines: [
      ...lineOf(summaryOf(entry) ?? outcomeOf(entry)),
      ...(revisit === null
        ? []
        : [{ label: 'Look at it again', value: dated(revisit, dueMark(revisit, asOf)) }]),
    ],
  };
}

const incidentItem = (entry: Entry): Item => ({
  head: linkTo(entry),
  aside: dayValue(textAt(entry.data, 'started_at')?.slice(0, 10) ?? null),
  lines: lineOf(summaryOf(entry)),
});

function memoItem(entry: Entry, { asOf }: FormInput): Item {
  const outcome = blockOf(entry.data, 'outcome');
  const choice = textAt(outcome, 'choice');
  const until = textAt(entry.data, 'decision_needed_by');
  const waits = until === null ? words('Not decided yet') : dated(until, dueMark(until, asOf));
  return {
    head: linkTo(entry),
    aside: dayValue(textAt(outcome, 'decided_on')),
    lines:
      choice === null
        ? [...lineOf(summaryOf(entry)), { label: 'To be decided by', value: waits }]
        : [{ label: 'Decided', value: words(choice) }],
  };
}

/** What was decided once and does not hold, folded: history that explains and binds nobody. */
function pastBlock(input: FormInput, past: readonly Entry[]): Block[] {
  if (past.length === 0) return [];
  const columns = ['Decision', 'State', 'Date', 'What holds instead'];
  const rows = past.slice(0, 3 * MOST).map((entry): (Value | null)[] => {
    const instead = replacementsOf({ ...input, entry });
    return [
      linkTo(entry),
      status({ text: instead.length > 0 ? 'superseded' : stateOf(entry), tone: 'quiet' }),
      dayValue(textAt(entry.data, 'date')),
      instead.length === 0 ? null : { kind: 'list', items: instead.map(linkTo) },
    ];
  });
  const summary = `${counted(past.length, 'decision')} that ${past.length === 1 ? 'does' : 'do'} not hold any more`;
  const label = 'Decisions that do not hold';
  return [
    {
      kind: 'table',
      table: { label, columns, rows: [] },
      folded: { summary, label, columns, rows },
    },
  ];
}

const stateOf = ({ data }: Entry): string => textAt(data, 'status') ?? 'without a status';

const dayValue = (day: string | null): Value | null => (day === null ? null : dated(day, null));

const lineOf = (text: string | null): Item['lines'] =>
  text === null ? [] : [{ label: null, value: words(text) }];

function items(title: string, entries: readonly Entry[], itemOf: (entry: Entry) => Item): Block[] {
  const [first] = entries;
  const shown = entries.slice(0, MOST).map(itemOf);
  const left = entries.length - shown.length;
  if (first === undefined) return [];
  const href = addressOf({ id: first.type.folder });
  const text = `${left} more, among all ${first.type.plural.toLowerCase()}`;
  const rest: Item[] =
    left > 0 ? [{ head: { kind: 'link', href, text }, aside: null, lines: [] }] : [];
  return itemBlock(title, [...shown, ...rest]);
}

const itemBlock = (title: string, all: readonly Item[]): Block[] =>
  all.length === 0 ? [] : [{ kind: 'items', title, ordered: false, items: all }];
