import { type Entry, entriesOf } from '../../graph/corpus.ts';
import { addDays, isDay } from '../../graph/days.ts';
import { blockOf, rowsAt, textAt } from '../../graph/fields.ts';
import { at, field, type Position } from '../../problems/problem.ts';
import { sameWords } from '../facts/flows.ts';
import { nameOf, sideNamed } from '../facts/people.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

/** Days after the needed-by date within which the outcome is recorded. */
const OUTCOME_DAYS = 30;

export const mem01 = defineStandardRule({
  id: 'MEM-01',
  title: 'A memo can be decided from, and its outcome is recorded',
  statement:
    'A memo states the decision asked for, the day it is needed, at least two options with cost and reversibility, a recommendation, and what the code says, with links; within 30 days of that day the outcome is one of the options.',
  why: 'Strategy without code context becomes abstract, and a decision that nobody wrote down is made again half a year later by other people.',
  sources: [{ source: 'engagement', clause: 'strategy without code context becomes abstract' }],
  appliesTo: ['founder-memo'],
  stages: [
    { from: 'K', severity: 'warning' },
    { from: 'X', severity: 'error' },
  ],
  waivable: 'yes',
  satisfy: [
    'Ask one question, list the options with doing nothing among them, and say of each what it costs and whether it can be undone.',
    'Under "What the code says" link the commit, decision, report or page that each fact comes from.',
    'When it is decided, write the name of the option into `outcome.choice`, with the day and who decided.',
  ],
  limits: 'That the facts are the ones that matter, and that those who decided read them.',
  messages: {
    missing: {
      message: 'It does not state {what}.',
      fix: 'Write: {name}: {words}',
    },
    fewOptions: {
      message: 'It offers fewer than two options, so there is nothing to decide.',
      fix: 'List what can be chosen under `options`, doing nothing included, each with name, cost and reversible.',
    },
    bareOption: {
      message: 'The option "{option}" does not say {what}.',
      fix: 'Write below its name: {name}: {words}',
    },
    noCode: {
      message: 'Under "What the code says" there is no link to a commit, decision, report or page.',
      fix: 'Link each fact to where it comes from, such as [the decision](../adrs/0001-….mdx).',
    },
    noOutcome: {
      message: 'It needed a decision by {day}, and over 30 days later no outcome is recorded.',
      fix: 'Write: outcome: with decided_on, choice (the name of an option) and by; if nobody decided, choose the option that came true.',
    },
    notAnOption: {
      message:
        'The outcome "{choice}" is none of its options, so nobody can tell what was decided.',
      fix: 'Write under outcome: choice: one of {options}; or add to `options` what was chosen.',
    },
    badOutcome: {
      message: 'The outcome has no day that has come, or nobody of the customer decided it.',
      fix: 'Write under outcome: decided_on: the day, and by: the slug of the person of the customer who decided',
    },
  },
  examples: {
    ok: {
      path: 'memos/2026-06-one-carrier.mdx',
      text: 'outcome: { decided_on: 2026-07-02, choice: One carrier, by: samir-aoun }\n',
    },
    notOk: {
      path: 'memos/2026-06-one-carrier.mdx',
      text: 'outcome: { decided_on: 2026-07-02, choice: discussed, by: samir-aoun }\n',
    },
  },
  *check(context) {
    for (const memo of entriesOf(context.corpus, 'founder-memo')) {
      if (!memo.readable || !isAsked(memo, context.asOf)) continue;
      const troubles = [...gapsOf(memo), ...outcomeTrouble(memo, context)];
      yield* troubles;
      const { path, data } = memo;
      if (troubles.length > 0) continue;
      const { choice, by } = blockOf(data, 'outcome');
      const words = choice
        ? `decided for "${choice}" by ${nameOf(context.corpus, String(by))}`
        : `asks for a decision by ${data['decision_needed_by']}`;
      yield { evidence: words, path };
    }
  },
});

/** A draft asks nobody yet, until its own day has passed. */
function isAsked({ data }: Entry, asOf: string): boolean {
  const day = data['decision_needed_by'];
  return data['status'] !== 'draft' || (isDay(day) && day < asOf);
}

const FIELDS = [
  ['decision_asked', 'which decision it asks for', 'the question'],
  ['recommendation', 'what its author would choose', 'the option and the reason'],
] as const;

const PARTS = [
  ['cost', 'what it costs', 'money, weeks and whose time'],
  ['reversible', 'whether it can be undone', 'true or false'],
] as const;

function* gapsOf(memo: Entry) {
  const { path, data } = memo;
  const top = { path, position: field(['title']) };
  for (const [name, what, words] of FIELDS) {
    if (textAt(data, name) === null)
      yield { messageId: 'missing', ...top, args: { what, name, words } } as const;
  }
  if (!isDay(data['decision_needed_by'])) {
    const args = { what: 'by when it is needed', name: 'decision_needed_by', words: 'the day' };
    yield { messageId: 'missing', ...top, args } as const;
  }
  const options = rowsAt(data, 'options');
  if (new Set(options.map(({ name }) => sameWords(name))).size < 2)
    yield { messageId: 'fewOptions', ...top } as const;
  for (const [index, option] of options.entries()) {
    for (const [name, what, words] of PARTS) {
      const isThere =
        name === 'cost' ? textAt(option, name) !== null : typeof option[name] === 'boolean';
      if (isThere) continue;
      const args = { option: textAt(option, 'name') ?? String(index + 1), what, name, words };
      const position = field(['options', index, 'name']);
      yield { messageId: 'bareOption', path, position, args } as const;
    }
  }
  const position = codeWithoutLink(memo);
  if (position !== null) yield { messageId: 'noCode', path, position } as const;
}

/** Where a memo says what the code says without a link; null where it has one. */
function codeWithoutLink({ outline }: Entry): Position | null {
  const here = outline?.sections.findIndex(({ slug }) => slug === 'what-the-code-says') ?? -1;
  const section = outline?.sections[here];
  if (!outline || !section) return field(['title']);
  const end = outline.sections[here + 1]?.line ?? Number.POSITIVE_INFINITY;
  const isHere = ({ line }: { line: number }) => line > section.line && line < end;
  return outline.links.some(isHere) ? null : at(section);
}

function* outcomeTrouble({ path, data }: Entry, { corpus, asOf }: StandardContext) {
  const needed = data['decision_needed_by'];
  const { choice, decided_on: on, by } = blockOf(data, 'outcome');
  if (data['outcome'] === undefined) {
    if (isDay(needed) && needed < asOf && addDays(needed, OUTCOME_DAYS) < asOf) {
      const position = field(['decision_needed_by']);
      yield { messageId: 'noOutcome', path, position, args: { day: needed } } as const;
    }
    return;
  }
  const at = { path, position: field(['outcome'], 'key') };
  const options = rowsAt(data, 'options').map(({ name }) => name);
  if (!options.some((name) => sameWords(name) !== '' && sameWords(name) === sameWords(choice))) {
    const args = { choice: String(choice ?? ''), options: options.join(', ') };
    yield { messageId: 'notAnOption', ...at, args } as const;
  }
  if (!isDay(on) || on > asOf || sideNamed(corpus, by) !== 'customer')
    yield { messageId: 'badOutcome', ...at } as const;
}
