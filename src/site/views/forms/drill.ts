import { counted } from '../days.ts';
import { drillFacts, vendorWords } from './drill-facts.ts';
import type { Block, Figure, Form, FormInput, FormOf } from './form.ts';
import { linkTo, outgoingOf } from './links.ts';
import { sideOf } from './people.ts';
import { fact, factAt, fieldNames, listed, numberAt, rowsAt, run, status, words } from './read.ts';
import { closedTable, openTable } from './tasks.ts';

const shown = fieldNames(
  'runbook on executor participants result kind environment findings data_lost_minutes',
);

/** A drill: the result against the target, who was there, and what still has to change. */
export const drillForm: FormOf = (input): Form => {
  const facts = drillFacts(input);
  const vendor = vendorWords(facts);
  const people = [...outgoingOf(input, 'executor'), ...outgoingOf(input, 'participants.*')];
  const named = people.map((person, index) =>
    run(
      linkTo(person),
      index === 0 && facts.executor ? ', had the keyboard' : null,
      sideOf(person, input.corpus) === 'vendor' ? ' (vendor)' : null,
    ),
  );
  return {
    shown,
    lead: [
      { kind: 'figures', figures: figuresOf(input) },
      {
        kind: 'facts',
        facts: [
          ...factAt(input, 'runbook'),
          ...factAt(input, 'on'),
          ...factAt(input, 'environment', 'Where'),
          ...fact('Who took part', listed(named)),
          ...fact(
            'Vendor present',
            vendor === null
              ? words('Not known')
              : facts.vendors.length === 0
                ? status({ text: 'Nobody of the vendor', tone: 'good' })
                : run(status({ text: 'Yes', tone: 'attention' }), ' ', ...vendor.slice(1)),
          ),
        ],
      },
      ...findingsOf(input),
    ],
  };
};

const kinds: Readonly<Record<string, string>> = {
  tabletop: 'talked through',
  functional: 'done in part',
  full: 'done in full',
};

function figuresOf(input: FormInput): Figure[] {
  const { result, minutes } = drillFacts(input);
  const { data } = input.entry;
  const [runbook] = outgoingOf(input, 'runbook');
  const target = runbook ? numberAt(runbook.data, 'target_minutes') : null;
  const lost = numberAt(data, 'data_lost_minutes');
  const kind = kinds[String(data['kind'])] ?? null;
  const late = minutes !== null && target !== null && minutes > target;
  return [
    ...(result === null
      ? []
      : [
          {
            value: result.text === 'pass' ? 'Passed' : 'Failed',
            label: 'result',
            mark: null,
            note: kind,
          },
        ]),
    ...(minutes === null
      ? []
      : [
          {
            value: counted(minutes, 'minute'),
            label: 'from the first step to service',
            mark:
              target === null
                ? null
                : ({
                    text: late
                      ? `${counted(minutes - target, 'minute')} over the target`
                      : 'Within the target',
                    tone: late ? 'bad' : 'good',
                  } as const),
            note:
              target === null
                ? 'The runbook states no target'
                : `Target: ${counted(target, 'minute')}`,
          },
        ]),
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

function findingsOf(input: FormInput): Block[] {
  const findings = rowsAt(input.entry.data, 'findings').map((finding) => ({
    finding,
    closed: typeof finding['closed_on'] === 'string',
  }));
  const open = findings.filter(({ closed }) => !closed).map(({ finding }) => finding);
  const closed = findings.filter((one) => one.closed).map(({ finding }) => finding);
  if (findings.length === 0) return [];
  const names = { list: 'findings', what: 'what', open: 'Open findings', closed: 'fixed' };
  return [openTable(input, open, names, closedTable(input, closed, names))];
}
