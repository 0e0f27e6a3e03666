import type { SliceChange } from '../../../domain/evals/comparison.ts';
import type { SliceDecision } from '../../../domain/evals/decision.ts';
import { type GateSlice, percent, thresholdWords } from '../../../domain/evals/gate.ts';
import type { Baseline, EvalRun } from '../../../domain/evals/run.ts';
import { addressOf } from '../../../domain/graph/addresses.ts';
import type { Fact, Value } from '../values.ts';
import { nameOf } from '../words.ts';
import type { Block, BoundRow } from './form.ts';
import { gateLines } from './gate-file.ts';
import { fact, run as line, status, words } from './read.ts';

/** The computed decision of a run: a drawing, its numbers, why lines are missed, and what changed. */
export function decisionBlocks(run: EvalRun, baseline: Baseline): Block[] {
  const { slices, problems } = run.decision;
  const folded = run.gate && {
    ...gateLines(run.gate),
    summary: `The gate: ${run.gate.slices.length} lines`,
  };
  const changes = baseline.kind === 'same' ? baseline.comparison.changes : [];
  return [
    ...problems.map((text): Block => ({ kind: 'prose', text })),
    ...(slices.length > 0
      ? ([
          { kind: 'bounds', rows: slices.map(boundRow) },
          { kind: 'table', table: tableOf(slices, changes), folded, compared: true },
        ] as const)
      : []),
    ...missedItems(slices),
  ];
}

function boundRow({ title, hits, n, rate, bound, line: asks, met }: SliceDecision): BoundRow {
  const counts = asks.count_at_most !== undefined;
  return {
    title,
    met,
    said: counts ? `${hits} of ${n}, ${thresholdWords(asks)} allowed` : null,
    rate: counts ? null : rate,
    bound,
    threshold: asks.lower_bound_at_least ?? asks.upper_bound_at_most ?? null,
  };
}

function tableOf(slices: readonly SliceDecision[], changes: readonly SliceChange[]) {
  const compared = changes.length > 0;
  const columns = ['Slice', 'Gate', 'Counted', 'Share', '95 % bound', 'Asked for'];
  return {
    label: 'Slices against the gate',
    columns: [...columns, ...(compared ? ['Change'] : [])],
    rows: slices.map((slice): (Value | null)[] => [
      words(slice.title),
      metMark(slice.met),
      words(`${slice.hits} of ${slice.n}`),
      slice.rate === null || slice.line.count_at_most !== undefined ? null : share(slice.rate),
      slice.bound === null ? null : share(slice.bound),
      words(asked(slice.line)),
      ...(compared ? [changeValue(changes.find(({ now }) => now === slice))] : []),
    ]),
  };
}

/** Number and sign stay on one line. */
const share = (value: number): Value => words(percent(value).replace(' ', '\u00a0'));

/** What a slice has to reach, as short as a column of a table. */
const asked = (slice: GateSlice): string =>
  thresholdWords(slice)
    .replace(/^(?:lower|upper) bound /, '')
    .replace(' %', '\u00a0%');

const metMark = (met: boolean | null): Value =>
  met === null
    ? status({ text: 'cannot tell', tone: 'attention' })
    : status(met ? { text: 'met', tone: 'good' } : { text: 'missed', tone: 'bad' });

function changeValue(change: SliceChange | undefined): Value | null {
  if (!change) return words('new');
  const { hits, before, now, worse } = change;
  const cases = hits > 0 ? `+${hits}` : String(hits).replace('-', '\u2212');
  return words(
    `${cases}${before.n === now.n ? '' : ` (of ${now.n} instead of ${before.n})`}${worse ? ', worse' : ''}`,
  );
}

function missedItems(slices: readonly SliceDecision[]): Block[] {
  const missed = slices.filter(({ met }) => met !== true);
  if (missed.length === 0) return [];
  const items = missed.map(({ title, why }) => ({
    head: words(title),
    aside: null,
    lines: [{ label: null, value: words(why) }],
  }));
  return [{ kind: 'items', title: 'Lines that do not hold', ordered: false, items }];
}

/** What a run is compared with, and what got worse. */
export function comparisonFacts(baseline: Baseline): Fact[] {
  if (baseline.kind === 'first')
    return fact(
      'Compared with',
      words('No run before it on this version of the data was accepted'),
    );
  const { before } = baseline;
  const link: Value = { kind: 'link', href: addressOf(before.entry), text: nameOf(before.entry) };
  if (baseline.kind === 'reset')
    return fact('Compared with', line('Nothing: another version of the data than in ', link));
  const { changes, vanished, added, dropped } = baseline.comparison;
  const worse = changes.filter((change) => change.worse).map(({ title }) => title);
  const gone = vanished.map(({ before: { title } }) => title);
  const others = added.length + dropped.length;
  return [
    ...fact('Compared with', link),
    ...fact('Worse than there', words(worse.length === 0 ? 'no slice' : worse.join('; '))),
    ...fact('Slices that are gone', gone.length === 0 ? null : words(gone.join('; '))),
    ...fact(
      'Other cases',
      others === 0 ? null : words(`${others} cases are only in one of the runs`),
    ),
  ];
}
