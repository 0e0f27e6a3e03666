import { type Entry, entriesOf } from '../../graph/corpus.ts';
import { rowsAt } from '../../graph/fields.ts';
import { at, field, wholeFile } from '../../problems/problem.ts';
import { inForce } from '../facts/in-force.ts';
import { sectionOf, sourceBelow } from '../facts/passages.ts';
import { exemptionsOf, isStated, saysSomething } from '../facts/substance.ts';
import { systemFacts } from '../facts/system-facts.ts';
import { defineStandardRule } from '../rule.ts';

const TAKES_BACK =
  /\b(roll(s|ed)?[ -]?back|take[sn]?\b.{0,40}\b(back|out)|revert\w*|undo\w*|undone|previous|prior|last (tag|version|release|build)|restor\w+|switch\w* off|stops it|back ?out)\b/i;

export const sys01 = defineStandardRule({
  id: 'SYS-01',
  title: 'Each system says what it is and how it is run',
  statement:
    'Each system states purpose, tier, classes of data, recovery objectives in minutes, environments, repositories, the way live and the way back, health signals and dependencies, and has all sections of its template; what does not apply carries a reason.',
  why: 'After the exit these facts are asked for at night, by somebody who cannot call the people who knew them. "Best effort" as a recovery time means that nobody decided whether a clinic waits an hour or a day.',
  sources: [
    { source: 'nist-800-53', clause: 'SA-5' },
    { source: 'sre', clause: 'production readiness review' },
    { source: 'arc42' },
    { source: 'hipaa-164.308', clause: '(a)(7)(ii)(E)' },
  ],
  appliesTo: ['system'],
  stages: [{ from: '-90', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Fill in the fields that the message names. Recovery objectives are numbers of minutes that the operator agreed to.',
    'Write each section of the template; one that has nothing to say says why.',
    'For a field that does not apply (not the tier, the classes of data and the recovery objectives, which every system has), write `not_applicable:` with `what:` (the field) and `reason:`.',
  ],
  limits: 'That the numbers were ever reached: drills show that.',
  messages: {
    noSystems: {
      message: 'The handbook describes no system, so nobody knows what has to be kept running.',
      fix: 'Write one page for each thing that runs: npm run handbook -- new system "TITLE" --tier 1',
    },
    fact: {
      message: 'It does not state `{name}`.',
      fix: 'Write: {write}. If it does not apply, write: not_applicable: [{ what: {name}, reason: why }]',
    },
    owed: {
      message: 'It does not state `{name}`, which every system has.',
      fix: 'Write: {write}.',
    },
    noWayBack: {
      message:
        'It says how a change goes live and not how it is taken back, which is the half that is needed at night.',
      fix: 'Add the way back after `deploys_via:`, such as "make rollback puts the last tag back".',
    },
    noReason: {
      message: '`{name}` is said not to apply, without a reason.',
      fix: 'Write a sentence after `reason:` that somebody else can judge.',
    },
    section: {
      message: 'The section "{title}" is missing.',
      fix: 'Add: ## {title}',
    },
    empty: {
      message: 'The section "{title}" says nothing, or "not applicable" without a reason.',
      fix: 'Write it; if there is nothing to say, write why in a sentence.',
    },
  },
  examples: {
    ok: { path: 'systems/fax-gateway.mdx', text: 'rto_minutes: 240\n' },
    notOk: { path: 'systems/fax-gateway.mdx', text: 'rto_minutes: best effort\n' },
  },
  *check({ corpus }) {
    if (entriesOf(corpus, 'system').length === 0)
      yield { messageId: 'noSystems', path: 'engagement.yaml', position: wholeFile };
    for (const entry of inForce(corpus, 'system')) {
      const findings = [...fieldFindings(entry), ...sectionFindings(entry)];
      yield* findings;
      if (entry.outline === null)
        yield { cannotTell: 'Its text cannot be read, as `check` says.', path: entry.path };
      if (findings.length > 0 || entry.outline === null) continue;
      yield {
        evidence: `${systemFacts.length} facts and ${entry.type.sections.length} sections are stated`,
        path: entry.path,
      };
    }
  },
});

function* fieldFindings({ path, data, body }: Entry) {
  const exempt = exemptionsOf(data);
  for (const { name, isStated: has, write, isOwed } of systemFacts) {
    if (has(data) || (exempt.has(name) && !isOwed)) continue;
    const messageId = isOwed ? 'owed' : 'fact';
    yield { messageId, path, position: field([name]), args: { name, write } } as const;
  }
  const ways = `${String(data['deploys_via'])} ${sourceBelow({ body }, 'Deployment')}`;
  if (isStated(data, 'deploys_via') && !TAKES_BACK.test(ways))
    yield { messageId: 'noWayBack', path, position: field(['deploys_via']) } as const;
  for (const [index, row] of rowsAt(data, 'not_applicable').entries()) {
    const name = String(row['what']);
    if (exempt.has(name)) continue;
    const position = field(['not_applicable', index]);
    yield { messageId: 'noReason', path, position, args: { name } } as const;
  }
}

function* sectionFindings(entry: Entry) {
  const { path, outline, type } = entry;
  if (outline === null) return;
  for (const { title } of type.sections) {
    const section = sectionOf(entry, title);
    const args = { title };
    if (section === null)
      yield { messageId: 'section', path, position: field(['title']), args } as const;
    else if (!saysSomething(section.opening))
      yield { messageId: 'empty', path, position: at(section), args } as const;
  }
}
