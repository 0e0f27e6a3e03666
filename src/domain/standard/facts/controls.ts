import { type Entry, entriesOf } from '../../graph/corpus.ts';
import { isDay } from '../../graph/days.ts';
import { textAt, textsOf } from '../../graph/fields.ts';
import type { StandardContext } from '../rule.ts';

/** Something that shows controls at work: an item of evidence, or a drill that names them. */
export interface Shown {
  readonly entry: Entry;
  /** Slugs of the controls. */
  readonly controls: readonly string[];
  /** The day it was collected; null where it has none that has come. */
  readonly on: string | null;
  /** What it does not state, in words of its fields. */
  readonly missing: readonly string[];
  readonly digest: string | null;
}

/** Controls that apply to the engagement, drafts and retired ones left out. */
export const applicableControls = ({ corpus }: Pick<StandardContext, 'corpus'>): Entry[] =>
  entriesOf(corpus, 'control').filter(
    ({ data, readable }) =>
      readable && data['status'] !== 'retired' && data['applicability'] !== 'not-applicable',
  );

/** Everything that shows controls at work up to today, newest first, by the slug of the control. */
export function shownBy(context: StandardContext): ReadonlyMap<string, readonly Shown[]> {
  const all = [...evidenceOf(context), ...drillsOf(context)].sort((a, b) =>
    (a.on ?? '') < (b.on ?? '') ? 1 : -1,
  );
  const byControl = new Map<string, Shown[]>();
  for (const shown of all) {
    for (const control of new Set(shown.controls))
      byControl.set(control, [...(byControl.get(control) ?? []), shown]);
  }
  return byControl;
}

const EVIDENCE = [
  'system',
  'period_from',
  'period_to',
  'collected_on',
  'collector',
  'digest',
  'location',
];
const DRILL = ['runbook', 'on', 'executor', 'log_digest', 'log_ref'];

const evidenceOf = ({ corpus, asOf }: StandardContext): Shown[] =>
  entriesOf(corpus, 'evidence')
    .filter(({ readable }) => readable)
    .map((entry) => shown(entry, 'control', 'collected_on', EVIDENCE, 'digest', asOf));

const drillsOf = ({ corpus, asOf }: StandardContext): Shown[] =>
  entriesOf(corpus, 'drill')
    .filter(({ data }) => data['result'] === 'pass')
    .map((entry) => shown(entry, 'controls', 'on', DRILL, 'log_digest', asOf));

function shown(
  entry: Entry,
  controls: string,
  day: string,
  fields: readonly string[],
  digest: string,
  asOf: string,
): Shown {
  const on = entry.data[day];
  return {
    entry,
    controls: textsOf(entry.data, controls),
    on: isDay(on) && on <= asOf ? on : null,
    missing: fields.filter(
      (name) => textAt(entry.data, name) === null && !isElsewhere(entry, name),
    ),
    digest: textAt(entry.data, digest),
  };
}

/** Evidence of many systems names none of them: then its method says what it was taken from. */
const isElsewhere = ({ data }: Entry, name: string): boolean =>
  name === 'system' && textAt(data, 'method') !== null;
