import { resolvePath } from '../../../domain/body/target.ts';
import { addressOf } from '../../../domain/graph/addresses.ts';
import { type Corpus, type Entry, entriesOf } from '../../../domain/graph/corpus.ts';
import { textAt } from '../../../domain/graph/fields.ts';
import { compareText } from '../../../domain/problems/problem.ts';
import { dated } from '../days.ts';
import type { Fact, Value } from '../values.ts';
import { dayOf, nameOf } from '../words.ts';
import type { Block, Form, FormInput, FormOf, Notice, Section, Step, Table } from './form.ts';
import { gateLines } from './gate-file.ts';
import { incomingOf, outgoingOf } from './links.ts';
import { fact, factAt, fieldNames, run, status, valueAt, words } from './read.ts';
import { gateMark, SLICES, type Slices, slicesOf } from './slices.ts';

const shown = fieldNames(
  'model prompt_version tools_version code_commit dataset run_on workflow',
  'results_ref results_digest gate_ref baseline_ref clinical_use clinical_approver',
  'reproduced_by reproduced_on reproduced_digest rollback_runbook monitoring_ref',
);

/** An evaluation: what was run, by how much each slice held, and the runs before and after. */
export const evalReportForm: FormOf = (input): Form => ({
  shown,
  notices: outcomeOf(input),
  lead: [{ kind: 'facts', facts: factsOfRun(input) }, ...trendOf(input)],
  sections: gateOf(input),
});

function factsOfRun(input: FormInput): Fact[] {
  const { data } = input.entry;
  const id = textAt(data, 'model.id_pinned');
  const provider = valueAt(input, 'model.provider');
  const params = textAt(data, 'model.params');
  return [
    ...factAt(input, 'workflow'),
    ...factAt(input, 'run_on', 'Run on'),
    ...fact(
      'Model',
      id === null
        ? null
        : run({ kind: 'code', text: id }, provider && ' of ', provider, params && `; ${params}`),
    ),
    ...factAt(input, 'prompt_version', 'Prompt'),
    ...factAt(input, 'tools_version', 'Tools'),
    ...fact('Data set', dataSet(input)),
    ...fact('Clinical use', clinical(input)),
    ...fact('Run again', reproduced(input)),
    ...factAt(input, 'rollback_runbook', 'Switched off with'),
    ...factAt(input, 'monitoring_ref', 'Watched in'),
    ...factAt(input, 'code_commit'),
  ];
}

function dataSet({ entry: { data } }: FormInput): Value | null {
  const id = textAt(data, 'dataset.id');
  if (id === null) return null;
  const block = data['dataset'] as Readonly<Record<string, unknown>>;
  const parts = [
    typeof block['version'] === 'string' ? `version ${block['version']}` : null,
    typeof block['n'] === 'number' ? `${block['n']} cases` : null,
    textAt(block, 'class'),
  ];
  return words([id, ...parts.filter((part) => part !== null)].join(', '));
}

function clinical(input: FormInput): Value | null {
  const use = input.entry.data['clinical_use'];
  if (typeof use !== 'boolean') return null;
  if (!use) return words('No');
  const approver = valueAt(input, 'clinical_approver');
  return approver
    ? run('Yes, decided by ', approver)
    : run('Yes ', status({ text: 'not approved yet', tone: 'attention' }));
}

function reproduced(input: FormInput): Value {
  const by = valueAt(input, 'reproduced_by');
  const on = textAt(input.entry.data, 'reproduced_on');
  if (by === null) return status({ text: 'Nobody has run it again yet', tone: 'attention' });
  return run(
    'By ',
    by,
    on && ` on ${dayOf(on)}`,
    valueAt(input, 'reproduced_digest') && ', digest ',
    valueAt(input, 'reproduced_digest'),
  );
}

function gateOf(input: FormInput): Section[] {
  const slices = slicesOf(input.entry);
  const files: Fact[] = [
    ...factAt(input, 'results_ref', 'Results'),
    ...factAt(input, 'results_digest', 'Digest of the results'),
    ...factAt(input, 'gate_ref', 'Gate'),
  ];
  const gate = gateTable(input);
  if (slices === null && files.length === 0) return [];
  const blocks: Block[] = [
    slices
      ? {
          kind: 'table',
          table: tableOf(slices),
          folded: gate.folded,
          compared: true,
        }
      : { kind: 'prose', text: 'The report has no table of slices.' },
    ...gate.blocks,
    { kind: 'facts', facts: files },
  ];
  return [{ id: '_slices', title: 'Slices against the gate', blocks }];
}

/** The slices with a column that says which line of the gate is met, where any can be compared. */
function tableOf({ columns, rows }: Slices): Table {
  const compared = rows.some(({ met }) => met !== null);
  const withMark = <T>(cells: readonly T[], mark: T): T[] =>
    compared ? cells.toSpliced(1, 0, mark) : [...cells];
  return {
    label: SLICES,
    columns: withMark(columns, 'Gate'),
    rows: rows.map(({ cells, met }) =>
      withMark<Value | null>(
        columns.map((_, at) => wordsOrNone(cells[at])),
        metMark(met),
      ),
    ),
  };
}

const wordsOrNone = (text: string | undefined): Value | null => (text ? words(text) : null);

const metMark = (met: boolean | null): Value | null =>
  met === null
    ? null
    : status(met ? { text: 'met', tone: 'good' } : { text: 'missed', tone: 'bad' });

/** What the figures of the report come to, before anything else is read. */
function outcomeOf({ entry }: FormInput): Notice[] {
  const mark = gateMark(entry);
  if (mark === null) return [];
  return [{ tone: mark.tone, title: mark.text, text: null }];
}

function gateTable({ entry, fileText }: FormInput): {
  folded: (Block & { kind: 'table' })['folded'];
  blocks: Block[];
} {
  const ref = textAt(entry.data, 'gate_ref');
  const path = ref === null ? null : resolvePath(entry.path, ref);
  if (path === null) return { folded: null, blocks: [] };
  const text = fileText(path);
  const table = text === null ? null : gateLines(text);
  if (table === null)
    return {
      folded: null,
      blocks: [
        {
          kind: 'prose',
          text: 'The gate’s file can’t be read as lines; open it to see the thresholds.',
        },
      ],
    };
  return {
    folded: { ...table, summary: `The gate: ${table.rows.length} lines, set before the run` },
    blocks: [],
  };
}

const runsOf = new WeakMap<Corpus, ReadonlyMap<unknown, readonly Entry[]>>();

/** Runs of one workflow, oldest first; sorted once for a corpus. */
function sameWorkflow({ entry, corpus }: FormInput): readonly Entry[] {
  const known =
    runsOf.get(corpus) ??
    Map.groupBy(
      entriesOf(corpus, 'eval-report').sort(
        (a, b) => compareText(dayRun(a), dayRun(b)) || compareText(a.id, b.id),
      ),
      ({ data }) => data['workflow'],
    );
  runsOf.set(corpus, known);
  return known.get(entry.data['workflow']) ?? [];
}

const dayRun = ({ data }: Entry): string => textAt(data, 'run_on') ?? '';

/** Runs shown on each side of this one. */
const AROUND = 2;

function trendOf(input: FormInput): Block[] {
  const { entry } = input;
  const runs = sameWorkflow(input);
  const place = runs.indexOf(entry);
  const baseline = outgoingOf(input, 'baseline_ref');
  const near = runs.slice(Math.max(0, place - AROUND), place + AROUND + 1);
  const shown = [
    ...new Set([
      ...baseline,
      ...near,
      ...incomingOf(input, 'eval-report', 'baseline_ref').slice(0, AROUND),
    ]),
  ];
  if (shown.length < 2) return [];
  const left = runs.filter((one) => !shown.includes(one)).length;
  const steps = shown
    .toSorted((a, b) => compareText(dayRun(a), dayRun(b)))
    .map((one): Step => {
      const notes = [
        textAt(one.data, 'prompt_version'),
        baseline.includes(one) ? 'the baseline' : null,
      ];
      return {
        link: { href: addressOf(one), text: nameOf(one) },
        date: dayRun(one) === '' ? null : dated(dayRun(one), null),
        mark: gateMark(one),
        notes: notes.filter((note) => note !== null),
        here: one === entry,
      };
    });
  const more = left > 0 ? `${left} more of this workflow in the list of eval reports.` : null;
  return [{ kind: 'trail', title: 'Runs of this workflow', steps, more }];
}
