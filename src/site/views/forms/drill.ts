import type { Entry } from '../../../domain/graph/corpus.ts';
import { numberAt, rowsAt, textAt } from '../../../domain/graph/fields.ts';
import { sideOf } from '../../../domain/graph/sides.ts';
import { counted } from '../days.ts';
import type { Value } from '../values.ts';
import { linkTo } from '../values.ts';
import type { Mark } from '../words.ts';
import { drillFacts } from './drill-facts.ts';
import type { Block, Figure, Form, FormInput, FormOf } from './form.ts';
import { outgoingOf } from './links.ts';
import { fact, factAt, fieldNames, listed, run, status, words } from './read.ts';
import { closedTable, openTable } from './tasks.ts';

const shown = fieldNames(
  'runbook on executor participants result kind environment findings',
  'data_lost_minutes started_at finished_at log_ref log_digest data_set',
);

/** A drill: the result against the target, who was there, and what still has to change. */
export const drillForm: FormOf = (input): Form => ({
  shown,
  lead: [
    { kind: 'figures', figures: figuresOf(input) },
    {
      kind: 'facts',
      facts: [
        ...factAt(input, 'runbook'),
        ...factAt(input, 'on'),
        ...factAt(input, 'environment', 'Where'),
        ...factAt(input, 'data_set', 'Data restored'),
        ...fact('Who took part', peopleOf(input)),
        ...fact('Vendor present', vendorFact(input)),
        ...factAt(input, 'started_at', 'First step'),
        ...factAt(input, 'finished_at', 'Service verified'),
        ...factAt(input, 'log_ref', 'Log'),
        ...factAt(input, 'log_digest', 'Digest of the log'),
      ],
    },
    ...findingsOf(input),
  ],
});

function peopleOf(input: FormInput): Value | null {
  const named = (people: readonly Entry[], role: string | null): Value[] =>
    people.map((person) => {
      const vendor = sideOf(person, input.corpus) === 'vendor';
      return run(linkTo(person), role, vendor ? ' (vendor)' : null);
    });
  return listed([
    ...named(outgoingOf(input, 'executor'), ', had the keyboard'),
    ...named(outgoingOf(input, 'participants.*'), null),
  ]);
}

function vendorFact(input: FormInput): Value {
  const { vendors, sidesKnown } = drillFacts(input);
  if (vendors.length > 0) return status({ text: 'Yes', tone: 'attention' });
  return sidesKnown ? status({ text: 'Nobody of the vendor', tone: 'good' }) : words('Not known');
}

const kinds: Readonly<Record<string, string>> = {
  tabletop: 'talked through',
  functional: 'done in part',
  full: 'done in full',
};

function figuresOf(input: FormInput): Figure[] {
  const { result, minutes } = drillFacts(input);
  const { data } = input.entry;
  const lost = numberAt(data, 'data_lost_minutes');
  const kind = kinds[String(data['kind'])] ?? 'the result';
  return [
    ...(result === null
      ? []
      : [
          {
            value: result.text === 'pass' ? 'Passed' : 'Failed',
            label: kind,
            mark: endOf(result),
            note: null,
          },
        ]),
    ...(minutes === null ? [] : [minutesFigure(input, minutes)]),
    ...(lost === null
      ? []
      : [
          {
            value: counted(lost, 'minute'),
            label: 'of data missing afterwards',
            mark: null,
            note: null,
          },
        ]),
  ];
}

const endOf = ({ text, tone }: Mark): Mark => ({
  text: text === 'pass' ? 'Led to its end' : 'Did not lead to its end',
  tone,
});

function minutesFigure(input: FormInput, minutes: number): Figure {
  const [runbook] = outgoingOf(input, 'runbook');
  const target = runbook ? numberAt(runbook.data, 'target_minutes') : null;
  const value = counted(minutes, 'minute');
  const label = 'from the first step to service';
  if (target === null) return { value, label, mark: null, note: 'The runbook states no target' };
  const over = minutes - target;
  const mark: Mark =
    over > 0
      ? { text: `${counted(over, 'minute')} over the target`, tone: 'bad' }
      : { text: 'Within the target', tone: 'good' };
  return { value, label, mark, note: `Target: ${counted(target, 'minute')}` };
}

function findingsOf(input: FormInput): Block[] {
  const findings = rowsAt(input.entry.data, 'findings');
  if (findings.length === 0) return [];
  const { open = [], closed = [] } = Object.groupBy(findings, (finding) =>
    textAt(finding, 'closed_on') === null ? 'open' : 'closed',
  );
  const names = { list: 'findings', what: 'what', open: 'Open findings', closed: 'fixed' };
  const title = open.length === 0 ? 'No open findings' : counted(open.length, 'open finding');
  return [{ ...openTable(input, open, names, closedTable(input, closed, names)), title }];
}
