import type { Entry } from '../../../domain/graph/corpus.ts';
import { daysBetween } from '../../../domain/graph/days.ts';
import { numberAt, textAt } from '../../../domain/graph/fields.ts';
import { compareText } from '../../../domain/problems/problem.ts';
import { ageText, counted, dated } from '../days.ts';
import type { Value } from '../values.ts';
import { linkTo } from '../values.ts';
import type { Folded, Form, FormInput, FormOf, Notice, Section } from './form.ts';
import { incomingOf, outgoingOf } from './links.ts';
import { fact, factAt, listed, run, words } from './read.ts';

/** A control: what it demands, and how old the evidence for it is. */
export const controlForm: FormOf = (input): Form => {
  const { data } = input.entry;
  const every = numberAt(data, 'frequency_days');
  const statement = textAt(data, 'statement');
  const evidence = evidenceOf(input);
  return {
    shown: ['framework', 'clause', 'statement', 'frequency_days', 'applicability', 'reason'],
    notices: noticesOf(input, evidence, every),
    lead: [
      ...(statement === null
        ? []
        : [{ kind: 'prose' as const, title: 'What it demands', text: statement }]),
      {
        kind: 'facts',
        facts: [
          ...fact('Framework', words(frameworks[textAt(data, 'framework') ?? ''] ?? 'Not named')),
          ...factAt(input, 'clause'),
          ...factAt(input, 'applicability', 'Applies'),
          ...factAt(input, 'reason', 'Why'),
          ...fact(
            'Evidence is too old after',
            every === null ? null : words(counted(every, 'day')),
          ),
        ],
      },
    ],
    sections: tableOf(input, evidence),
  };
};

const frameworks: Readonly<Record<string, string>> = {
  hipaa: 'HIPAA',
  'soc-2': 'SOC 2',
  'iso-27001': 'ISO 27001',
  'nist-800-53': 'NIST 800-53',
  'nist-ai-rmf': 'NIST AI RMF',
  hitrust: 'HITRUST',
  'hti-1': 'HTI-1',
  internal: 'Own policy',
};

const collected = ({ data }: Entry): string => textAt(data, 'collected_on') ?? '';

const evidenceOf = (input: FormInput): Entry[] =>
  incomingOf(input, 'evidence', 'control.*').sort((a, b) =>
    compareText(collected(b), collected(a)),
  );

function noticesOf(
  { entry, asOf }: FormInput,
  evidence: readonly Entry[],
  every: number | null,
): Notice[] {
  if (entry.data['applicability'] === 'not-applicable')
    return [{ tone: 'quiet', title: 'Does not apply to this engagement.', text: null }];
  const [newest] = evidence;
  if (!newest)
    return [{ tone: 'attention', title: 'No evidence has been collected yet.', text: null }];
  if (asOf === null || every === null) return [];
  const age = daysBetween(collected(newest), asOf);
  if (!(age > every)) return [];
  return [
    {
      tone: 'bad',
      title: `The newest evidence is ${counted(age, 'day')} old: ${counted(age - every, 'day')} too old.`,
      text: null,
    },
  ];
}

/** Older evidence than these is unfolded. */
const NEWEST = 4;

function tableOf(input: FormInput, evidence: readonly Entry[]): Section[] {
  if (evidence.length === 0) return [];
  const rows = evidence.map((one): (Value | null)[] => {
    const on = collected(one);
    const age = ageText(on, input.asOf);
    const near = { ...input, entry: one };
    return [
      linkTo(one),
      run(dated(on, null), age && `, ${age}`),
      listed(outgoingOf(near, 'collector').map(linkTo)),
      listed(outgoingOf(near, 'reviewer').map(linkTo)),
    ];
  });
  const head = { label: 'Evidence', columns: ['Evidence', 'Collected', 'By', 'Checked by'] };
  const older = rows.slice(NEWEST);
  const folded: Folded | null =
    older.length === 0 ? null : { ...head, summary: `${older.length} older`, rows: older };
  return [
    {
      id: '_evidence',
      title: 'Evidence, newest first',
      blocks: [{ kind: 'table', table: { ...head, rows: rows.slice(0, NEWEST) }, folded }],
    },
  ];
}
