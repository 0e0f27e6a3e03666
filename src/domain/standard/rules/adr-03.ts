import { type Entry, entriesOf } from '../../graph/corpus.ts';
import { addDays, isDay } from '../../graph/days.ts';
import { at, field, type Position } from '../../problems/problem.ts';
import { decisionText, firstChange } from '../facts/decision-text.ts';
import { noWitness } from '../facts/history.ts';
import { sectionNamed, sectionsIn } from '../facts/sections.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';
import type { Commit, Past } from '../witness.ts';

/** Days after which a record that came into git already accepted has been somewhere else before. */
const LATE = 7;

export const adr03 = defineStandardRule({
  id: 'ADR-03',
  title: 'Accepted decisions are not rewritten',
  statement:
    'The decision of a record that was accepted once is the same today as in the commit that accepted it. Status, fields, links and spelling may change, and the sections Confirmation and More information may go on.',
  why: 'A decision that was polished after it went wrong teaches nobody why it was taken. The successor then repeats it in good faith.',
  sources: [{ source: 'madr', clause: 'Nygard and log4brains: accepted records are immutable' }],
  appliesTo: ['adr'],
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Write a new record that supersedes the old one, or amends it.',
    'Put what was learned later under "More information", with its day.',
    'To rename a record, move it in a commit of its own.',
  ],
  limits:
    'Git shows what was committed, not what was agreed. Whoever rewrites the whole history of the repository leaves no trace here; a copy or a signed tag elsewhere does.',
  messages: {
    changed: {
      message: 'Its "{section}" is not what was accepted on {on} in commit {commit}.',
      fix: 'Put the old words back: git show {commit}:./{path}. Write what is new in a record that supersedes or amends it.',
    },
    replaced: {
      message:
        'It took the number of {old}, an accepted record that commit {commit} took away, with another text.',
      fix: 'Bring {old} back as it was, and give this record a number of its own, with supersedes.',
    },
    removed: {
      message: 'The accepted record {old} was taken away by commit {commit}.',
      fix: 'Bring it back: git show {commit}^:./{old}. A decision that no longer holds is superseded or deprecated.',
    },
  },
  examples: {
    ok: {
      path: 'adrs/0001-faxes-are-printed.mdx',
      text: '## More information\n\nAdded on 2026-08-01: the printer was moved to the front desk.\n',
    },
    notOk: {
      path: 'adrs/0001-faxes-are-printed.mdx',
      text: '## Decision outcome\n\nOption 2, since it was always the better one.\n',
    },
  },
  *check(context) {
    const records = entriesOf(context.corpus, 'adr').filter(({ readable }) => readable);
    yield* gone(records, context);
    const unseen: string[] = [];
    let why = '';
    let same = 0;
    for (const entry of records) {
      const accepted = acceptance(entry, context);
      if (accepted === null && !wasAccepted(entry)) continue;
      const finding = accepted && changeOf(entry, accepted, context);
      const doubt = doubtOf(entry, accepted?.commit ?? null, context);
      if (finding) yield finding;
      else if (doubt === null) same++;
      else {
        unseen.push(entry.id.replace(/^adrs\/(\d+)-.*/, '$1'));
        why ||= doubt;
      }
    }
    if (unseen.length > 0)
      yield {
        cannotTell: `${why} So nobody can tell whether these decisions are as they were accepted: ${listed(unseen)}.`,
      };
    if (same > 0) yield { evidence: `${same} decisions read as in the commit that accepted them` };
  },
});

const listed = (words: readonly string[]): string =>
  words.length > 8
    ? `${words.slice(0, 8).join(', ')} and ${words.length - 8} more`
    : words.join(', ');

const wasAccepted = ({ data }: Pick<Entry, 'data'>): boolean =>
  /^(accepted|superseded|deprecated)$/.test(String(data['status']));

interface Acceptance {
  readonly commit: Commit;
  readonly past: Past;
}

/** The first commit in which a record was accepted, through renames; null where git never saw it so. */
function acceptance({ path }: Entry, { asOf, git, pastOf }: StandardContext): Acceptance | null {
  const versions = git
    .versions(path)
    .filter(({ commit }) => commit.on <= asOf)
    .toReversed();
  for (const version of versions) {
    const past = pastOf(version);
    if (past !== null && wasAccepted(past)) return { commit: version.commit, past };
  }
  return null;
}

function changeOf(entry: Entry, { commit, past }: Acceptance, { treeOf }: StandardContext) {
  const { path, data } = entry;
  const tree = treeOf(entry);
  if (tree === null) return null;
  const section = firstChange(decisionText(past), decisionText({ data, tree }));
  if (section === null) return null;
  const here = sectionNamed(sectionsIn(tree), section);
  const position: Position = here ? at(here) : field(['title']);
  const args = { section, on: commit.on, commit: commit.id.slice(0, 10), path };
  return { messageId: 'changed', path, position, args } as const;
}

/** Why git cannot show the acceptance, as whole sentences; null where it can. */
function doubtOf({ data }: Entry, commit: Commit | null, context: StandardContext): string | null {
  const day = isDay(data['date']) ? data['date'] : context.asOf;
  const why = noWitness(context, day);
  if (why !== null) return why;
  if (commit === null) return 'Commit them: git has never seen these records.';
  return commit.on > addDays(day, LATE)
    ? `Git has seen a record only since ${commit.on}, and it says that it was accepted on ${day}: its earlier commits were left behind, or it was written down later. Bring the earlier history back, or write the day on which it was written down after \`date:\`.`
    : null;
}

/** Accepted records that are gone: with a namesake that says something else, or without one. */
function* gone(records: readonly Entry[], { git, pastOf, treeOf }: StandardContext) {
  const byNumber = new Map<string | null, Entry>(
    records.map((record) => [numberOf(record.path), record]),
  );
  for (const version of git.gone) {
    // Whoever took back the status first took an accepted record away all the same.
    const last = [version, ...version.earlier].find((one) => {
      const past = numberOf(one.path) === null ? null : pastOf(one);
      return past !== null && wasAccepted(past);
    });
    const past = last ? pastOf(last) : null;
    if (!last || past === null) continue;
    const heir = byNumber.get(numberOf(last.path));
    const args = { old: last.path, commit: version.commit.id.slice(0, 10) };
    const tree = heir ? treeOf(heir) : null;
    if (!heir)
      yield {
        messageId: 'removed',
        path: 'engagement.yaml',
        position: field(['title']),
        args,
      } as const;
    else if (firstChange(decisionText(past), decisionText({ data: heir.data, tree })) !== null)
      yield { messageId: 'replaced', path: heir.path, position: field(['title']), args } as const;
  }
}

const numberOf = (path: string): string | null => /^adrs\/(\d+)-/.exec(path)?.[1] ?? null;
