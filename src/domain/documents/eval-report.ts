import { z } from 'zod';
import { defineType } from './define.ts';
import {
  block,
  commit,
  date,
  digest,
  documentFields,
  file,
  flag,
  lifecycle,
  oneOf,
  payloadClasses,
  prose,
  ref,
  refs,
  text,
  whole,
} from './fields.ts';

export const evalReport = defineType({
  name: 'eval-report',
  folder: 'evals',
  label: 'Eval report',
  plural: 'Eval reports',
  section: 'evaluate',
  purpose:
    'One evaluation run of a model in a workflow, whose results decide whether it may go live.',
  guide: {
    when: 'Write one for each run whose result decides something: go live, keep, change, stop. Commit the thresholds before the run. A failed run gets its page as well, because the next one is measured against it.',
    not: [
      { what: 'The decision to use a model at all', instead: 'founder-memo' },
      { what: 'A wrong answer that hit somebody', instead: 'incident' },
    ],
    titles: {
      rule: 'The workflow, and what was tried in this run.',
      good: [
        'Sorting replies to reminders: second prompt',
        'Sorting replies: newer model, not adopted',
      ],
      bad: 'Model evaluation results',
      why: 'There will be twenty, and one of them decided what runs today.',
    },
    advice: [
      'Read thirty failed cases before you look at the average.',
      'Pin the exact model id. An alias is another model next month.',
      'A slice of nine cases has no percentage. Write the nine.',
      'If you want another decision, change the thresholds before the next run, never after this one.',
    ],
  },
  format: 'mdx',
  columns: ['workflow', 'run_on', 'clinical_use', 'baseline_ref', 'owner', 'status'],
  start: { status: 'draft' },
  schema: z.strictObject({
    ...documentFields(lifecycle),
    workflow: text('The workflow that the model works in, such as `referral triage`.'),
    run_on: date('The day of the run.').optional(),
    model: block(
      {
        provider: ref(
          'vendor',
          'Model by',
          'Models evaluated in',
          'The vendor that serves the model.',
        ).optional(),
        id_pinned: text('The exact model id, never an alias such as `latest`.'),
        params: text(
          'Sampling parameters as sent, such as `temperature 0, max_tokens 1024`.',
        ).optional(),
      },
      'The model that was run.',
    ).optional(),
    prompt_version: text('Version or commit of the prompt.').optional(),
    tools_version: text('Version or commit of the tools that the model can call.').optional(),
    code_commit: commit('The commit of the harness and the workflow code.').optional(),
    dataset: block(
      {
        id: text('Name of the data set.'),
        version: text('Its version; another version is another baseline.'),
        digest: digest('Digest of the data file.').optional(),
        class: oneOf(payloadClasses, 'The most sensitive class of data in it.').optional(),
        n: whole('Number of cases.', 1, 100_000_000).optional(),
      },
      'The data that it was run on.',
    ).optional(),
    results_ref: file('The results file beside this document, one line for each case.').optional(),
    results_digest: digest('Digest of the results file; a changed file is another run.').optional(),
    gate_ref: file('The file with the thresholds, committed before the run.').optional(),
    baseline_ref: ref(
      'eval-report',
      'Compared with',
      'Baseline of',
      'The last accepted run on the same data set version.',
      { acyclic: true },
    ).optional(),
    accepted: flag(
      'Whether it is the run to go live or stay live with; one that misses its gate cannot be.',
    ).optional(),
    clinical_use: flag('Whether the output reaches a decision about a patient.').optional(),
    clinical_approver: ref(
      'person',
      'Clinically approved by',
      'Clinically approved',
      'The medical director or delegate who approved clinical use.',
    ).optional(),
    reproduced_by: ref(
      'person',
      'Reproduced by',
      'Reproduced',
      'The customer-side person who ran it again.',
    ).optional(),
    reproduced_on: date('The day it was run again.').optional(),
    reproduced_digest: digest('Digest of the results of that second run.').optional(),
    reproduced_ref: file('The results file of that second run.').optional(),
    reproduced_commit: commit('The commit that the second run was made from.').optional(),
    reproduced_environment: text(
      'Where the second run was made, such as `CI of the customer, workspace dev`.',
    ).optional(),
    tolerance: whole(
      'By how many cases a slice may differ when the same thing is run again; none where safety hangs on it.',
      0,
      100_000,
    ).optional(),
    monitoring_ref: text('The dashboard or query that watches it in production.').optional(),
    rollback_runbook: ref(
      'runbook',
      'Rolled back with',
      'Rolls back',
      'The runbook that switches it off.',
    ).optional(),
    retire_plan: ref(
      ['adr', 'runbook', 'founder-memo', 'exit-plan'],
      'Retired by',
      'Retires',
      'How the model is taken out of use for good: when its provider retires it, or when it is not wanted any more.',
    ).optional(),
    ip_assets: refs(
      'ip-asset',
      'Kept as',
      'Evaluated with',
      'The inventory of its data and its harness.',
    ).optional(),
    transparency: block(
      {
        details_and_output: prose(
          'Who made it, what it is given and what it gives back.',
        ).optional(),
        purpose: prose('What it is meant for, for which users and patients.').optional(),
        out_of_scope_use: prose('What it must not be used for, and known risks.').optional(),
        development_data: prose(
          'What it was developed and tuned on, and which inputs it sees.',
        ).optional(),
        fairness: prose('How bias was looked for and reduced in development.').optional(),
        external_validation: prose('Who tested it on other data, and with what result.').optional(),
        performance: prose('How well it does in numbers, by subgroup where known.').optional(),
        maintenance: prose('How it is watched and kept valid in use.').optional(),
        updates: prose('When it is changed and validated again.').optional(),
      },
      'The nine HTI-1 categories of source attributes; write "unknown" and who will find out where it is.',
    ).optional(),
  }),
  sections: [
    {
      title: 'Question',
      start: 'To write: what the run had to answer, and what will be done on yes and on no.',
    },
    {
      title: 'Method',
      start:
        'To write: what the model is given, how an answer is scored and by whom, and what a wrong score would look like.',
    },
    {
      title: 'Data',
      start:
        'To write: where the cases come from, how they were chosen and labelled, and which patients are missing from them.',
    },
    {
      title: 'Results by slice',
      start:
        'To write: what the table of slices shows: number of cases, score, lower bound, and what changed since the baseline.',
    },
    {
      title: 'Gate decision',
      start:
        'To write: what follows from the decision that is computed from results and thresholds; never the decision itself.',
    },
    {
      title: 'Failures worth reading',
      start:
        'To write: three to five failed cases (synthetic or de-identified), what went wrong in each, and what a user would have seen.',
    },
    {
      title: 'Risks and limits',
      start:
        'To write: how it can hurt somebody, how likely that is, and what catches it before it does.',
    },
    {
      title: 'Out-of-scope use',
      start:
        'To write: uses that somebody will try and that were not tested, such as other languages, children or free text from faxes.',
    },
    {
      title: 'Fairness',
      start:
        'To write: results by subgroup with their numbers of cases, or why there are none and who will get them.',
    },
    {
      title: 'What we watch in production',
      start:
        'To write: the signal, its threshold, who looks at it how often, and what makes them roll back.',
    },
    {
      title: 'How to re-run',
      start:
        'To write: the commands from a clean checkout, the accounts needed, the cost, and by how much results may differ.',
    },
  ],
});
