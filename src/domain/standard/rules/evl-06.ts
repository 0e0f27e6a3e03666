import { type EvalRun, isAccepted } from '../../evals/run.ts';
import { type Entry, entriesOf } from '../../graph/corpus.ts';
import { blockOf, textAt } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import { notClinical } from '../facts/clinicians.ts';
import { evalRuns } from '../facts/evals.ts';
import { noWitness } from '../facts/history.ts';
import { nameOf, personNamed } from '../facts/people.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

const categories = {
  details_and_output: 'details and output',
  purpose: 'purpose',
  out_of_scope_use: 'out-of-scope use',
  development_data: 'development data',
  fairness: 'fairness',
  external_validation: 'external validation',
  performance: 'performance',
  maintenance: 'maintenance',
  updates: 'updates',
};

/** Sections that clinical use cannot do without, and what they are for. */
const clinicalSections = {
  'Risks and limits': 'how it can hurt somebody, and what catches it before it does',
  'Out-of-scope use': 'what it must not be used for',
  Fairness: 'results by subgroup with their numbers of cases, or why there are none',
};

export const evl06 = defineStandardRule({
  id: 'EVL-06',
  title: 'Clinical use is transparent and approved',
  statement:
    'All nine transparency categories are answered, or say "unknown" and who finds out. A report about clinical use says how subgroups fare or why nobody knows, its known risks and what it must not be used for. Before it is used, the medical director or a delegate approved it, in person.',
  why: 'The clinician who leans on a suggestion has to be able to read what it was never tested on. And the person who answers for patients has to have decided, not the one who built it.',
  sources: [
    { source: 'hti-1' },
    { source: 'chai' },
    { source: 'joint-commission', clause: 'elements 4 and 6' },
  ],
  appliesTo: ['eval-report'],
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Answer each category under `transparency:`. Where you do not know, write "unknown" and the full name of whoever finds out.',
    'Have the medical director, or a delegate with the role "clinical approver", read the report and commit `clinical_approver:` herself, or approve that commit with a `Reviewed-by:` line.',
    'A run that is not going to be used needs no approval: write `accepted: false`.',
  ],
  limits: 'That the answers are true and that whoever approved it read it.',
  messages: {
    category: {
      message: 'It does not answer {category}.',
      fix: 'Write it under transparency: {field}: … or "unknown" and the full name of whoever finds out.',
    },
    noOwner: {
      message: 'Under {category} something is unknown, and nobody is named who finds out.',
      fix: 'Add the full name of a person of people/ to that text.',
    },
    section: {
      message: 'It is about clinical use and says nothing under {section}: {what}.',
      fix: 'Write that section.',
    },
    useUnsaid: {
      message: 'It does not say whether its output reaches a decision about a patient.',
      fix: 'Write: clinical_use: true or clinical_use: false',
    },
    noApprover: {
      message: 'It is for clinical use, and no clinician has approved it.',
      fix: 'Have the medical director or a delegate approve it, and write clinical_approver: SLUG. If it is not going to be used, write: accepted: false',
    },
    notClinical: {
      message: 'It was approved by {name}, {why}.',
      fix: 'Have the medical director or a delegate (role "clinical approver") of the customer approve it.',
    },
    notByApprover: {
      message:
        'Nothing in git shows that {name} approved it: no commit of the report is hers or his, or carries that review.',
      fix: 'Have the approver commit the line clinical_approver, or add "Reviewed-by: {name} <{email}>" to a commit of it.',
    },
  },
  examples: {
    ok: { path: 'people/inez-duarte.yaml', text: 'title: Chief medical officer\n' },
    notOk: { path: 'evals/triage-2026-09-11.mdx', text: 'clinical_approver: dana-pruett\n' },
  },
  *check(context) {
    const names = entriesOf(context.corpus, 'person').flatMap(
      ({ data }) => textAt(data, 'name') ?? [],
    );
    for (const run of evalRuns(context)) {
      const { entry } = run;
      const text = [...textFindings(entry, names)];
      yield* text;
      if (entry.data['clinical_use'] !== true) {
        if (text.length === 0)
          yield { evidence: 'all nine categories are answered; no clinical use', path: entry.path };
      } else if (isUnused(run) && textAt(entry.data, 'clinical_approver') === null)
        yield { evidence: 'it is not used, so it needs no approval', path: entry.path };
      else yield* approval(run, context);
    }
  },
});

const isUnused = (run: EvalRun): boolean =>
  run.entry.data['accepted'] === false ||
  (run.decision.state !== 'cannot-tell' && !isAccepted(run));

function* textFindings(entry: Entry, names: readonly string[]) {
  const { path, data } = entry;
  const said = blockOf(data, 'transparency');
  for (const [name, category] of Object.entries(categories)) {
    const text = textAt(said, name)?.trim() ?? '';
    const args = { category, field: name };
    const inside = field(['transparency', name]);
    if (text === '' || /^(?:to write|todo|tbd|n\/?a)\b/i.test(text))
      yield {
        messageId: 'category',
        path,
        position: text === '' ? field(['title']) : inside,
        args,
      } as const;
    else if (
      /\b(?:unknown|not known|nobody knows)\b/i.test(text) &&
      !names.some((one) => text.includes(one))
    )
      yield { messageId: 'noOwner', path, position: inside, args } as const;
  }
  if (typeof data['clinical_use'] !== 'boolean')
    yield { messageId: 'useUnsaid', path, position: field(['title']) } as const;
  if (data['clinical_use'] !== true) return;
  for (const [section, what] of Object.entries(clinicalSections)) {
    const found = entry.outline?.sections.find(({ text }) => text === section);
    if (found && found.words >= 5 && !found.opening.startsWith('To write')) continue;
    yield {
      messageId: 'section',
      path,
      position: field(['title']),
      args: { section, what },
    } as const;
  }
}

function* approval({ entry, on }: EvalRun, context: StandardContext) {
  const { corpus, git } = context;
  const { path, data } = entry;
  const approver = textAt(data, 'clinical_approver');
  const person = personNamed(corpus, approver);
  if (approver === null || person === null) {
    yield { messageId: 'noApprover', path, position: field(['title']) } as const;
    return;
  }
  const position = field(['clinical_approver']);
  const name = nameOf(corpus, approver);
  const why = notClinical(person, corpus, context.asOf);
  if (why !== null) {
    yield { messageId: 'notClinical', path, position, args: { name, why } } as const;
    return;
  }
  const blind = noWitness(context, on === '' ? context.asOf : on);
  if (blind !== null) {
    yield {
      cannotTell: `${path}: whether ${name} approved it in person cannot be told. ${blind}`,
      path,
    };
    return;
  }
  const email = (textAt(person.data, 'email') ?? '').toLowerCase();
  const seen = git
    .versions(path)
    .find(({ commit: { author, reviewers } }) => author === email || reviewers.includes(email));
  if (seen) yield { evidence: `approved by ${name}`, path, commit: seen.commit.id };
  else yield { messageId: 'notByApprover', path, position, args: { name, email } } as const;
}
