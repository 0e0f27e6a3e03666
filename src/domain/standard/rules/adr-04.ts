import { type Entry, entriesOf } from '../../graph/corpus.ts';
import { textAt, textsOf } from '../../graph/fields.ts';
import { at, field } from '../../problems/problem.ts';
import { codeIn } from '../facts/commands.ts';
import { sideNamed } from '../facts/people.ts';
import { isSaid, isWritten } from '../facts/said.ts';
import { sectionNamed, sectionsIn, wordsOf } from '../facts/sections.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

export const adr04 = defineStandardRule({
  id: 'ADR-04',
  title: 'The customer made each decision, and something shows that it holds',
  statement:
    'Each accepted record has a decision-maker of the customer or was ratified by one, and its confirmation names the test, check or review that shows it to hold, so that it can be opened or run.',
  why: 'After the exit a decision is kept by those who made it their own. And one that nothing checks is undone by the first change that forgets it.',
  sources: [
    { source: 'madr', clause: 'Confirmation' },
    { source: 'nist-ai-rmf', clause: 'GOVERN 2.1' },
  ],
  appliesTo: ['adr'],
  stages: [
    { from: '-60', severity: 'warning' },
    { from: 'X', severity: 'error' },
  ],
  waivable: 'yes',
  satisfy: [
    'Have somebody of the customer read each decision of the vendor and write `ratified_by`.',
    'Write `confirmation_ref`: the test by its path, the job or alert by its name, the review by the link to its record.',
    'Write under Confirmation what would be seen if it did not hold.',
  ],
  limits: 'That the test exists in the code repository and passes.',
  messages: {
    vendorOnly: {
      message: 'Nobody of the customer decided it or ratified it.',
      fix: 'Write: ratified_by: SLUG of who of the customer makes it their own, or name them under decision_makers.',
    },
    silent: {
      message: 'Nothing says how it is shown to hold.',
      fix: 'Write: confirmation_ref: the path of a test, the name of a job or a link to a review; and the section Confirmation.',
    },
    vague: {
      message: 'Its confirmation, "{words}", names nothing that can be opened or run.',
      fix: 'Write: confirmation_ref: the path of a test, the name of a job or a link to the record of the review.',
    },
  },
  examples: {
    ok: {
      path: 'adrs/0001-faxes-are-printed.mdx',
      text: 'confirmation_ref: fax/worker, tests/test_print_after_three.py\n',
    },
    notOk: { path: 'adrs/0001-faxes-are-printed.mdx', text: 'confirmation_ref: code review\n' },
  },
  *check(context) {
    let good = 0;
    for (const entry of entriesOf(context.corpus, 'adr')) {
      if (!entry.readable || entry.data['status'] !== 'accepted') continue;
      const findings = [...troubles(entry, context)];
      yield* findings;
      if (findings.length === 0) good++;
    }
    if (good > 0)
      yield {
        evidence: `${good} accepted decisions belong to the customer and name what confirms them`,
      };
  },
});

function* troubles(entry: Entry, { corpus, treeOf }: StandardContext) {
  const { path, data } = entry;
  const makers = [...textsOf(data, 'decision_makers'), textAt(data, 'ratified_by')];
  if (!makers.some((slug) => sideNamed(corpus, slug) === 'customer'))
    yield { messageId: 'vendorOnly', path, position: field(['decision_makers']) } as const;
  const reference = textAt(data, 'confirmation_ref') ?? '';
  const section = sectionNamed(sectionsIn(treeOf(entry)), 'Confirmation');
  const text = section === null ? '' : wordsOf(section);
  if (!isSaid(reference) && !isWritten(text)) {
    const position = section === null ? field(['confirmation_ref']) : at(section);
    yield { messageId: 'silent', path, position } as const;
    return;
  }
  const pointsAt =
    section !== null && (codeIn([section]).length > 0 || hasLink(entry, section.line));
  if (POINTER.test(reference) || pointsAt) return;
  const args = { words: (isSaid(reference) ? reference : text).slice(0, 80) };
  yield { messageId: 'vague', path, position: field(['confirmation_ref']), args } as const;
}

/** A path, a file, an address, something in backticks, a named job, a rule of this standard or a ticket. */
const POINTER =
  /https?:\/\/|[\w.-]+\/[\w.-]+|\b\w[\w-]*\.[a-z]{2,5}\b|`[^`]+`|\b(job|alert|check|dashboard|query|view|report) [\w-]*[A-Z_-][\w-]*|\b[A-Z]{2,}-\d+\b/;

/** Whether the section that begins on a line holds a link. */
function hasLink({ outline }: Entry, line: number): boolean {
  const next = outline?.sections.find((one) => one.line > line)?.line ?? Number.POSITIVE_INFINITY;
  return (outline?.links ?? []).some((link) => link.line > line && link.line < next);
}
