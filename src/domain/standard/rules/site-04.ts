import { isFor } from '../../audiences/readers.ts';
import type { Finding } from '../../checks/rule.ts';
import { type Entry, engagementData, entriesOf, slugOf } from '../../graph/corpus.ts';
import { rowsAt, textAt, textsOf } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import { counted, firstOf } from '../facts/documents.ts';
import { type ProofId, proofMessages, proofOutcomes } from '../facts/proof-outcomes.ts';
import { type Question, questionsOf } from '../facts/questions.ts';
import { tierOf } from '../facts/tiers.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

type Id = 'unreadable' | 'lost' | 'noQuestions' | 'few' | 'variants';

/** The least share of questions whose page is among the first three. */
const SHARE = 0.95;
/** Questions for each system of tier 1. */
const FEWEST = 3;

export const site04 = defineStandardRule<'SITE-04', Id | ProofId>({
  id: 'SITE-04',
  title: 'Search finds the page in the words of the trouble',
  statement:
    'A list of real questions, at least three for each tier 1 system and in the words of symptoms, finds its page among the first three for 95 % of them, for each group of readers, with typing errors and abbreviations among them.',
  why: 'At three in the morning nobody knows what the page is called. They type what they see, misspelled, and what is not among the first three is not there.',
  sources: [{ source: 'readers', clause: 'the reader at three in the morning' }],
  appliesTo: ['proof', 'system'],
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Collect what people really typed or said: from incidents, from the help desk, from new colleagues. Words of the title of a page are no question.',
    'Put each question to the search of each copy, and write a JSON list: [{ "question": "fax stuck", "target": "runbooks/queue-stalled", "audience": "engineering", "rank": 1, "kind": "symptom" }]. `rank` is the place of the page, null where it did not come; `kind` is symptom, typo or acronym.',
    'Record it as a proof of kind `search` with that list as its report.',
  ],
  limits: 'That the questions are those that will be asked.',
  messages: {
    ...proofMessages,
    unreadable: {
      message: 'Its report is no list of questions, so nobody can tell what was searched for.',
      fix: 'Save a JSON list: [{ "question": "fax stuck", "target": "runbooks/queue-stalled", "audience": "engineering", "rank": 1, "kind": "symptom" }]',
    },
    lost: {
      message:
        'For {group} the search finds {found} of {all} questions, and 95 % are asked for: {first} are lost.',
      fix: 'Write the words of the question into `symptoms` or the first lines of the page, and run it again.',
    },
    noQuestions: {
      message: 'Nothing was asked for {group}, apart from words copied from titles.',
      fix: 'Add questions with "audience": "{group}" in the words of those readers, and run it again.',
    },
    few: {
      message:
        'Of this tier 1 system {count} asked in the words of symptoms, and three are wanted. Words copied from the title of the page do not count.',
      fix: 'Add what people type when it fails, with this system or one of its runbooks as the target, and run it again.',
    },
    variants: {
      message: 'No question is of the kind "{kind}".',
      fix: 'Add questions with "kind": "{kind}", as people type them, and run it again.',
    },
  },
  examples: {
    ok: { path: 'proofs/search-2026-10-01.yaml', text: 'result: pass\n' },
    notOk: { path: 'proofs/search-2026-10-01.yaml', text: 'result: fail\n' },
  },
  *check(context) {
    const proof = yield* proofOutcomes(context, 'search', {
      how: 'Put real questions to the search of each copy, and record it as a proof of kind `search` with the list of questions as its report.',
    });
    if (proof === null) return;
    const questions = questionsOf(proof, context);
    const at = { path: proof.path, position: field(['report']) };
    if (questions === null) yield { messageId: 'unreadable', ...at };
    else {
      const real = questions.filter(({ copied }) => !copied);
      yield* byGroup(real, at, context);
      yield* bySystem(real, context);
      yield* variants(questions, at);
    }
  },
});

type Place = Pick<Finding, 'path' | 'position'>;

function* byGroup(
  questions: readonly Question[],
  at: Place,
  { corpus }: StandardContext,
): Iterable<Finding<Id>> {
  for (const row of rowsAt(engagementData(corpus), 'audiences')) {
    const group = textAt(row, 'name');
    if (group === null || !corpus.entries.some((entry) => isMeant(entry, group))) continue;
    const own = questions.filter(({ audience }) => audience === group);
    const lost = own.filter(({ found }) => !found).map(({ words }) => `"${words}"`);
    const found = own.length - lost.length;
    if (own.length === 0) yield { messageId: 'noQuestions', ...at, args: { group } };
    else if (found < SHARE * own.length) {
      const args = { group, found, all: own.length, first: firstOf(lost) };
      yield { messageId: 'lost', ...at, args };
    }
  }
}

/** Whether a document is written for a group, and not for everybody as records are. */
const isMeant = (entry: Entry, group: string): boolean =>
  textsOf(entry.data, 'audience').length > 0 && isFor(entry, group);

function* bySystem(
  questions: readonly Question[],
  { corpus }: StandardContext,
): Iterable<Finding<Id>> {
  for (const system of entriesOf(corpus, 'system')) {
    const { data, path } = system;
    if (data['status'] === 'retired' || tierOf(system, corpus) !== 1) continue;
    const asked = questions.filter(
      ({ kind, target }) => kind === 'symptom' && target !== null && isAbout(target, system),
    );
    const count = new Set(asked.map(({ words }) => words.toLowerCase())).size;
    if (count >= FEWEST) continue;
    const args = { count: `${counted(count, 'question')} ${count === 1 ? 'is' : 'are'}` };
    yield { messageId: 'few', path, position: field(['tier']), args };
  }
}

const isAbout = (target: Entry, system: Entry): boolean =>
  target === system || textsOf(target.data, 'systems').includes(slugOf(system));

function* variants(questions: readonly Question[], at: Place): Iterable<Finding<Id>> {
  for (const kind of ['typo', 'acronym'])
    if (!questions.some((one) => one.kind === kind))
      yield { messageId: 'variants', ...at, args: { kind } };
}
