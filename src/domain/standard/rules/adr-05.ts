import { type Entry, entriesOf } from '../../graph/corpus.ts';
import { daysBetween, isDay } from '../../graph/days.ts';
import { textAt } from '../../graph/fields.ts';
import { at, field } from '../../problems/problem.ts';
import { choicesIn } from '../facts/choices.ts';
import { firstCommit } from '../facts/history.ts';
import { isWritten } from '../facts/said.ts';
import { sectionNamed, sectionsIn, wordsOf } from '../facts/sections.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

/** Days for which a record may stay proposed. */
const OPEN_DAYS = 30;

/** Words with which a rejection says why. */
const REASON_WORDS = 8;

export const adr05 = defineStandardRule({
  id: 'ADR-05',
  title: 'No decision is left open, and each large choice has a record',
  statement:
    'No record stays proposed for more than 30 days, and none on the exit day; a rejected one says why. Each load-bearing system, each kind of interface in use, each model and each vendor that data goes to is the subject of an accepted record.',
  why: 'The successor inherits the choices without the people who made them. What has no record is either never touched again or thrown out in the first month.',
  sources: [
    { source: 'engagement', clause: 'whoever takes over can defend an architecture decision' },
  ],
  appliesTo: ['adr', 'architecture-read'],
  stages: [
    { from: '-60', severity: 'warning' },
    { from: 'X', severity: 'error' },
  ],
  waivable: 'yes',
  satisfy: [
    'Decide what is proposed: accept it, or reject it with the reason under "Decision outcome".',
    'Write a record for each choice that is named here. What was decided without one is written down now, with the day since when it has been so.',
    'Link it: `binds` for systems, a link from the page of the integration, data flow, vendor or evaluation for the rest.',
  ],
  limits:
    'Choices that a read describes in words only: link the system in "What is load-bearing", or write load_bearing: true in it.',
  messages: {
    open: {
      message: 'It has been proposed since {since}, for {days} days.',
      fix: 'Decide it: status: accepted, or status: rejected with the reason under "Decision outcome".',
    },
    openAtExit: {
      message: 'It is still proposed on the exit day, and those who proposed it are gone.',
      fix: 'Decide it: status: accepted, or status: rejected with the reason under "Decision outcome".',
      from: 'X',
    },
    flipped: {
      message: 'It was rejected, and "Decision outcome" does not say why{since}.',
      fix: 'Write under "Decision outcome" what was decided instead, and the reason.',
    },
    unrecorded: {
      message: 'No accepted decision is about {what}.',
      fix: 'Write one: npm run handbook -- new adr "TITLE", and link it: {link}',
    },
  },
  examples: {
    ok: { path: 'adrs/0002-queue-is-bought.mdx', text: 'status: accepted\n' },
    notOk: { path: 'adrs/0002-queue-is-bought.mdx', text: 'status: proposed\ndate: 2026-07-01\n' },
  },
  *check(context) {
    const { corpus } = context;
    let decided = 0;
    for (const entry of entriesOf(corpus, 'adr').filter(({ readable }) => readable)) {
      const finding = undecided(entry, context);
      if (finding) yield { path: entry.path, ...finding };
      else decided++;
    }
    if (decided > 0)
      yield { evidence: `${decided} records are decided or younger than ${OPEN_DAYS} days` };
    const choices = choicesIn(context);
    for (const { entry, at: name, what, link } of choices.open)
      yield {
        messageId: 'unrecorded',
        path: entry.path,
        position: field(name),
        args: { what, link },
      };
    if (choices.recorded > 0)
      yield {
        evidence: `${choices.recorded} load-bearing systems, interfaces, models and vendors have an accepted decision`,
      };
  },
});

/** What is wrong with a record that nobody accepted. */
function undecided(entry: Entry, context: StandardContext) {
  const { asOf, exitOn } = context;
  const position = field(['status']);
  if (entry.data['status'] === 'rejected') return flipped(entry, context);
  if (entry.data['status'] !== 'proposed') return null;
  const since = proposedSince(entry, context);
  const days = since === null ? 0 : daysBetween(since, asOf);
  if (since === null || days > OPEN_DAYS || days < 0) {
    const args = { since: since ?? 'nobody knows when', days };
    return { messageId: 'open', position, args } as const;
  }
  const isLater = exitOn !== null && since > exitOn;
  return isLater ? null : ({ messageId: 'openAtExit', position } as const);
}

/** The earliest day that anything knows of a record: its date moves with each edit. */
function proposedSince({ path, data }: Entry, context: StandardContext): string | null {
  const committed = firstCommit(context, path)?.on;
  const days = [data['date'], data['created'], committed].filter(isDay);
  return days.filter((day) => day <= context.asOf).sort()[0] ?? days[0] ?? null;
}

/** A rejection without a word, or with the words that it had as a proposal. */
function flipped(entry: Entry, { git, pastOf, treeOf }: StandardContext) {
  const section = sectionNamed(sectionsIn(treeOf(entry)), 'Decision outcome');
  const words = section === null ? '' : wordsOf(section);
  const position = section === null ? field(['status']) : at(section);
  if (!isWritten(words) || (words.match(/\S+/g)?.length ?? 0) < REASON_WORDS)
    return { messageId: 'flipped', position, args: { since: '' } } as const;
  for (const version of git.versions(entry.path)) {
    const past = pastOf(version);
    if (past === null || textAt(past.data, 'status') !== 'proposed') continue;
    const then = sectionNamed(sectionsIn(past.tree), 'Decision outcome');
    if (then === null || wordsOf(then) !== words) return null;
    const since = `; it reads as it did when it was proposed on ${version.commit.on}`;
    return { messageId: 'flipped', position, args: { since } } as const;
  }
  return null;
}
