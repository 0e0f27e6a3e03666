import { addressOf } from '../../../domain/graph/addresses.ts';
import type { Entry } from '../../../domain/graph/corpus.ts';
import { textAt } from '../../../domain/graph/fields.ts';
import { compareText } from '../../../domain/problems/problem.ts';
import { dated } from '../days.ts';
import { evaluationOf, evaluations, gateMark } from '../evaluations.ts';
import type { Fact, Value } from '../values.ts';
import { dayOf, nameOf } from '../words.ts';
import { comparisonFacts, decisionBlocks } from './decision.ts';
import type { Block, Form, FormInput, FormOf, Notice, Section, Step } from './form.ts';
import { incomingOf, outgoingOf } from './links.ts';
import { fact, factAt, fieldNames, run, status, valueAt, words } from './read.ts';

const shown = fieldNames(
  'model prompt_version tools_version code_commit dataset run_on workflow',
  'results_ref results_digest gate_ref baseline_ref clinical_use clinical_approver',
  'reproduced_by reproduced_on reproduced_digest reproduced_ref reproduced_commit',
  'reproduced_environment tolerance rollback_runbook monitoring_ref accepted',
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
    ...withWords(', from commit ', valueAt(input, 'reproduced_commit')),
    ...withWords('; ', valueAt(input, 'reproduced_environment')),
    ...withWords(', results ', valueAt(input, 'reproduced_ref')),
    ...withWords(', digest ', valueAt(input, 'reproduced_digest')),
    ...withWords('; cases that may differ in a slice: ', valueAt(input, 'tolerance')),
  );
}

const withWords = (before: string, value: Value | null) => (value ? [before, value] : []);

function gateOf(input: FormInput): Section[] {
  const found = evaluationOf(input.entry, input);
  const files: Fact[] = [
    ...(found && gateMark(found.run) ? comparisonFacts(found.baseline) : []),
    ...factAt(input, 'results_ref', 'Results'),
    ...factAt(input, 'results_digest', 'Digest of the results'),
    ...factAt(input, 'gate_ref', 'Gate'),
  ];
  if (!found || files.length === 0) return [];
  const blocks: Block[] = [
    ...decisionBlocks(found.run, found.baseline),
    { kind: 'facts', facts: files },
  ];
  return [{ id: '_slices', title: 'Slices against the gate', blocks }];
}

/** What the results come to, before anything else is read. */
function outcomeOf(input: FormInput): Notice[] {
  const run = evaluationOf(input.entry, input)?.run;
  const mark = run && gateMark(run);
  if (!run || !mark) return [];
  const accepted = input.entry.data['accepted'];
  const use =
    accepted === true ? 'Accepted for use.' : accepted === false ? 'Not accepted for use.' : null;
  const text = `Computed from ${run.ids.length} cases.${use === null ? '' : ` ${use}`}`;
  return [{ tone: mark.tone, title: mark.text, text: words(text) }];
}

const dayRun = ({ data }: Entry): string => textAt(data, 'run_on') ?? '';

/** Runs shown on each side of this one. */
const AROUND = 2;

function trendOf(input: FormInput): Block[] {
  const { entry } = input;
  const all = evaluations(input).filter(
    (run) => run.entry.data['workflow'] === entry.data['workflow'],
  );
  const runs = all.map((run) => run.entry);
  const marks = new Map(all.map((run) => [run.entry, gateMark(run)]));
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
        mark: marks.get(one) ?? null,
        notes: notes.filter((note) => note !== null),
        here: one === entry,
      };
    });
  const more = left > 0 ? `${left} more of this workflow in the list of eval reports.` : null;
  return [{ kind: 'trail', title: 'Runs of this workflow', steps, more }];
}
