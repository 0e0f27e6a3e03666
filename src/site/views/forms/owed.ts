import { type Corpus, type Entry, slugOf } from '../../../domain/graph/corpus.ts';
import { isLiving } from '../../../domain/graph/responsibilities.ts';
import { documentsToAccept } from '../../../domain/standard/facts/acceptances.ts';
import { receiverOf } from '../../../domain/standard/facts/documents.ts';
import { type GateName, gateNames, gateTitles } from '../../../domain/standard/gates.ts';
import { standardAddress } from '../../../domain/standard/registry.ts';
import type { StandardContext } from '../../../domain/standard/rule.ts';
import type { LocatedFinding, LocatedReadiness } from '../../../workspace/judge.ts';
import { actionsOf } from '../actions.ts';
import { counted } from '../days.ts';
import { actorOf, documentLink, entryIn, severityMark, shownOf } from '../readiness/findings.ts';
import { linkTo, type Value } from '../values.ts';
import { dayOf, nameOf } from '../words.ts';
import type { Block, FormInput, Section, Table } from './form.ts';
import { FOLDED, listOf, type OpenDocument, unaccepted, unreviewed } from './owed-documents.ts';
import { proseValue, run, status, words } from './read.ts';

/** One thing that a person has to do before the exit. */
interface Debt {
  /** The gate by which it is to be done; null where it is due already. */
  readonly gate: GateName | null;
  readonly order: string;
  readonly cells: readonly (Value | null)[];
  /** What one row says of several documents. */
  readonly documents?: readonly OpenDocument[];
}

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
  const rows = debts.map(({ cells }) => cells);
  const left = rows.slice(SHOWN, SHOWN + FOLDED);
  const beyond = rows.length - SHOWN - left.length;
  const folded = { ...owedTable('What is left', left), summary: `${left.length} more` };
  const block = {
    kind: 'table' as const,
    table: owedTable(section.title, rows.slice(0, SHOWN)),
    folded: left.length === 0 ? null : folded,
  };
  return [
    {
      ...section,
      blocks: [
        block,
        ...beyondThat(beyond),
        ...debts.flatMap(({ documents = [] }) => listOf(documents)),
      ],
    },
  ];
}

const beyondThat = (count: number): Block[] =>
  count > 0 ? [{ kind: 'prose', text: `${counted(count, 'point')} more: ${elsewhere}` }] : [];

const elsewhere = 'the state of the exit and the open actions list all of them by person.';

const owedTable = (label: string, rows: Table['rows']): Table => ({
  label,
  columns: ['By', 'What', 'Where', 'What to do'],
  rows,
});

const rank = (gate: GateName | null): number => (gate === null ? -1 : gateNames.indexOf(gate));

/** Rules that say in one finding at a person what is listed here one by one. */
const summed: ReadonlySet<string> = new Set(['SIG-01', 'SITE-03']);

function debtsOf(person: Entry, standard: StandardContext, readiness: LocatedReadiness): Debt[] {
  const all = findingsOf(person, readiness, standard);
  const isSum = ({ ruleId, messageId, path }: LocatedFinding) =>
    summed.has(ruleId) && messageId !== 'nobody' && path === person.path;
  const sums = new Map(all.filter(isSum).map((finding) => [finding.ruleId, finding]));
  const found = all.filter((finding) => !isSum(finding));
  const named = new Set(found.map(({ ruleId, path }) => `${ruleId} ${path}`));
  return [
    ...found.map(findingDebt(standard)),
    ...actionsOf(person, standard).map((action) => actionDebt(action, readiness)),
    ...summedDebt(
      receivedBy(person, standard)
        .filter(({ path }) => !named.has(`SIG-01 ${path}`))
        .flatMap((entry) => unaccepted(entry, standard)),
      sums.get('SIG-01'),
      person,
    ),
    ...summedDebt(
      ownedBy(person, standard)
        .filter(({ path }) => !named.has(`SITE-03 ${path}`))
        .flatMap((entry) => unreviewed(entry, standard, sums.has('SITE-03'))),
      sums.get('SITE-03'),
      person,
    ),
  ];
}

type Found = ReadonlyMap<Entry | null, readonly LocatedFinding[]>;

const byActor = new WeakMap<LocatedReadiness, Found>();

function findingsOf(person: Entry, readiness: LocatedReadiness, book: StandardContext) {
  const open = () =>
    readiness.rules.flatMap(({ findings }) => shownOf(findings).filter(({ waiver }) => !waiver));
  const known =
    byActor.get(readiness) ?? Map.groupBy(open(), ({ path }) => actorOf(entryIn(path, book), book));
  byActor.set(readiness, known);
  return known.get(person) ?? [];
}

const byOwner = new WeakMap<StandardContext['corpus'], ReadonlyMap<unknown, readonly Entry[]>>();

function ownedBy(person: Entry, { corpus }: StandardContext): readonly Entry[] {
  const known = byOwner.get(corpus) ?? Map.groupBy(corpus.entries, ({ data }) => data['owner']);
  byOwner.set(corpus, known);
  return (known.get(slugOf(person)) ?? []).filter(isLiving);
}

const byReceiver = new WeakMap<Corpus, ReadonlyMap<string | null, readonly Entry[]>>();

function receivedBy(person: Entry, context: StandardContext): readonly Entry[] {
  const { corpus } = context;
  const known =
    byReceiver.get(corpus) ??
    Map.groupBy(documentsToAccept(corpus), (entry) => receiverOf(entry, context));
  byReceiver.set(corpus, known);
  return known.get(slugOf(person)) ?? [];
}

/** From when a thing counts that a rule sums up; without the rule, from the gate that the standard names. */
const whenOf = (sum: LocatedFinding | undefined): Pick<Debt, 'gate'> & { by: Value } => {
  if (sum?.due) return { gate: null, by: nowMark(sum.severity) };
  const gate = sum?.from ?? '-30';
  return { gate, by: by(gate) };
};

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
        run(entry && { kind: 'link', ...documentLink(entry) }, entry && ' ', `line ${line}`),
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

const todo = {
  accept: 'Read each as it stands, then accept it:',
  review: 'Read each, correct it, and record the review:',
} as const;

/** One row for all documents that wait for the same act, with its command. */
function summedDebt(
  documents: readonly OpenDocument[],
  sum: LocatedFinding | undefined,
  person: Entry,
): Debt[] {
  const [first] = documents;
  if (!first) return [];
  const { verb } = first;
  const one = documents.length === 1;
  const { gate, by: when } = whenOf(sum);
  const target = one ? first.entry.id : 'FOLDER/SLUG';
  const cells = [
    when,
    words(one ? first.what : `${counted(documents.length, 'document')} to ${verb}`),
    one ? linkTo(first.entry) : words('Listed below'),
    run(`${todo[verb]} `, {
      kind: 'code',
      text: `npm run handbook -- ${verb} ${target} --by ${slugOf(person)}`,
    }),
  ];
  return [{ gate, order: verb === 'accept' ? '3' : '4', cells, documents }];
}
