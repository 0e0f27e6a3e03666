import type { Entry } from '../../../domain/graph/corpus.ts';
import { textAt } from '../../../domain/graph/fields.ts';
import { reviewOf } from '../../../domain/standard/facts/reviews.ts';
import { type GateName, gateNames, gateTitles } from '../../../domain/standard/gates.ts';
import { standardAddress } from '../../../domain/standard/registry.ts';
import type { StandardContext } from '../../../domain/standard/rule.ts';
import type { LocatedFinding, LocatedReadiness } from '../../../workspace/judge.ts';
import { actionsOf } from '../actions.ts';
import { isLiving } from '../ownership.ts';
import { actorOf, entryIn, severityMark } from '../readiness/findings.ts';
import { acceptanceOf } from '../standing.ts';
import { linkTo, type Value } from '../values.ts';
import { dayOf, nameOf } from '../words.ts';
import type { FormInput, Section } from './form.ts';
import { proseValue, run, status } from './read.ts';

/** One thing that a person has to do before the exit. */
interface Debt {
  /** The gate by which it is to be done; null where it is due already. */
  readonly gate: GateName | null;
  readonly order: string;
  readonly cells: readonly (Value | null)[];
}

/** Rows that are seen at once. */
const SHOWN = 15;

/** What a person still owes the exit, in the order of its gates; none without a day. */
export function owedSection({ entry, standard, readiness }: FormInput): Section[] {
  if (standard === null || readiness === null) return [];
  const debts = debtsOf(entry, standard, readiness).toSorted(
    (a, b) => rank(a.gate) - rank(b.gate) || (a.order < b.order ? -1 : 1),
  );
  const section = { id: '_owed', title: 'What I still owe' };
  if (debts.length === 0)
    return [
      { ...section, blocks: [{ kind: 'prose', text: 'Nothing that the handbook knows of.' }] },
    ];
  const table = (label: string, rows: readonly Debt[]) => ({
    label,
    columns: ['By', 'What', 'Where', 'What to do'],
    rows: rows.map(({ cells }) => cells),
  });
  const left = debts.slice(SHOWN);
  const folded = { ...table('What is left', left), summary: `${left.length} more` };
  const block = {
    kind: 'table' as const,
    table: table('What I still owe', debts.slice(0, SHOWN)),
    folded: left.length === 0 ? null : folded,
  };
  return [{ ...section, blocks: [block] }];
}

const rank = (gate: GateName | null): number => (gate === null ? -1 : gateNames.indexOf(gate));

function debtsOf(person: Entry, standard: StandardContext, readiness: LocatedReadiness): Debt[] {
  const found = findingsOf(person, readiness, standard);
  const named = new Set(found.map(({ ruleId, path }) => `${ruleId} ${path}`));
  const owned = ownedBy(person, standard);
  return [
    ...found.map(findingDebt(standard)),
    ...actionsOf(person, standard).map((action) => actionDebt(action, readiness)),
    ...owned
      .filter(({ path }) => !named.has(`SIG-01 ${path}`))
      .flatMap((entry) => acceptanceDebt(entry, standard)),
    ...owned
      .filter(({ path }) => !named.has(`SITE-03 ${path}`))
      .flatMap((entry) => reviewDebt(entry, standard)),
  ];
}

type Found = ReadonlyMap<Entry | null, readonly LocatedFinding[]>;

const byActor = new WeakMap<LocatedReadiness, Found>();

function findingsOf(person: Entry, readiness: LocatedReadiness, book: StandardContext) {
  const open = () =>
    readiness.rules.flatMap(({ findings }) => findings.filter(({ waiver }) => waiver === null));
  const known =
    byActor.get(readiness) ?? Map.groupBy(open(), ({ path }) => actorOf(entryIn(path, book), book));
  byActor.set(readiness, known);
  return known.get(person) ?? [];
}

const byOwner = new WeakMap<StandardContext['corpus'], ReadonlyMap<unknown, readonly Entry[]>>();

function ownedBy(person: Entry, { corpus }: StandardContext): readonly Entry[] {
  const known = byOwner.get(corpus) ?? Map.groupBy(corpus.entries, ({ data }) => data['owner']);
  byOwner.set(corpus, known);
  return (known.get(person.id.replace('people/', '')) ?? []).filter(isLiving);
}

const by = (gate: GateName): Value => ({ kind: 'text', text: gateTitles[gate] });

const nowMark = (severity: LocatedFinding['severity']): Value =>
  status({ ...severityMark(severity), text: `now, ${severity}` });

const findingDebt =
  (book: StandardContext) =>
  ({ due, from, ruleId, path, line, severity, message, fix }: LocatedFinding): Debt => {
    const entry = entryIn(path, book);
    return {
      gate: due ? null : from,
      order: `1 ${severity} ${path}`,
      cells: [
        due ? nowMark(severity) : by(from),
        run(proseValue(message), ' ', {
          kind: 'link',
          href: standardAddress(ruleId),
          text: ruleId,
        }),
        run(entry && linkTo(entry), entry && ' ', `line ${line}`),
        proseValue(fix),
      ],
    };
  };

function actionDebt(
  { title, href, source, due }: ReturnType<typeof actionsOf>[number],
  { asOf, gates }: LocatedReadiness,
): Debt {
  const late = due !== null && due < asOf;
  const gate = gates.find(
    ({ date }) => date !== null && due !== null && due <= date && date >= asOf,
  );
  return {
    gate: late || due === null ? null : (gate?.id ?? 'X'),
    order: `2 ${due ?? ''}`,
    cells: [
      late
        ? status({ text: `overdue since ${dayOf(due)}`, tone: 'bad' })
        : { kind: 'text', text: due === null ? 'No date' : dayOf(due) },
      { kind: 'text', text: title },
      { kind: 'link', href, text: nameOf(source) },
      { kind: 'text', text: 'Do it, and close it there' },
    ],
  };
}

function acceptanceDebt(entry: Entry, standard: StandardContext): Debt[] {
  const { state } = acceptanceOf(entry, standard);
  if (state === 'current' || entry.type.format !== 'mdx') return [];
  const what = state === 'none' ? 'Not accepted yet' : 'Changed since it was accepted';
  return [
    {
      gate: '-30',
      order: `3 ${entry.path}`,
      cells: [
        by('-30'),
        { kind: 'text', text: what },
        linkTo(entry),
        { kind: 'text', text: 'Read it as it stands, then write an acceptance' },
      ],
    },
  ];
}

function reviewDebt(entry: Entry, standard: StandardContext): Debt[] {
  const review = reviewOf(entry, standard);
  const every = textAt(entry.data, 'reviewed_on') ?? entry.data['review_every_days'];
  if (review.state === 'current' || (review.state === 'none' && every === undefined)) return [];
  const words = {
    none: 'No review recorded',
    changed: 'Changed since it was reviewed',
    due: 'Its review is due again',
    invalid: 'Its review does not count',
  };
  return [
    {
      gate: '-30',
      order: `4 ${entry.path}`,
      cells: [
        by('-30'),
        { kind: 'text', text: words[review.state] },
        linkTo(entry),
        { kind: 'text', text: 'Read it, correct it, and record the review' },
      ],
    },
  ];
}
