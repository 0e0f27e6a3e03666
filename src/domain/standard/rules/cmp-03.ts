import { isDocumentPath, typeNames } from '../../documents/registry.ts';
import type { Entry } from '../../graph/corpus.ts';
import { isDay } from '../../graph/days.ts';
import { textAt } from '../../graph/fields.ts';
import { field, wholeFile } from '../../problems/problem.ts';
import { noWitnessSinceKickoff, tombstonesOf } from '../facts/tombstones.ts';
import { sha256 } from '../hash.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';
import type { Gone, Version } from '../witness.ts';

/** Years for which a document is kept after it was written or last in force. */
const YEARS = 6;

export const cmp03 = defineStandardRule({
  id: 'CMP-03',
  title: 'Documents are kept for six years',
  statement:
    'Each document is kept for six years from the day it was written or was last in force, whichever is later; none leaves the handbook before without a tombstone that says where the copy is, with its digest.',
  why: 'Years later somebody asks which procedure was in force on a certain day. A page that was deleted cannot answer, and its absence looks intended.',
  sources: [{ source: 'hipaa-164.316', clause: '(b)(2)(i)' }],
  appliesTo: typeNames,
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'no',
  satisfy: [
    'Keep a page that is out of force: write `status: retired` and `last_effective:` with its last day.',
    'Give a page a new name in one commit, without rewriting it, so that its history goes along.',
    'If it must leave, store the last text elsewhere and write a tombstone with path, place and digest.',
  ],
  limits:
    'That the archived copy can still be read, and what happened outside the git history. Drafts that were never in force may go.',
  messages: {
    gone: {
      message: '{path} was taken out by commit {commit} on {day}, and is to be kept until {until}.',
      fix: 'Bring it back with `status: retired`, or store its last text and add a tombstone: path: {path}, retired_on: {day}, archived_at: the place, digest: {digest}',
    },
    otherText: {
      message: 'The digest is not that of the last text of {path}.',
      fix: 'Store the text that git had before commit {commit}, and write: digest: {digest}',
    },
    bare: {
      message: 'The tombstone does not say {what}.',
      fix: 'Write: {name}: {words}',
    },
    noEnd: {
      message:
        'It is retired and does not say until when it was in force, so six years cannot be counted.',
      fix: 'Write: last_effective: the last day on which it was in force',
    },
    impossible: {
      message: '`{name}` is {day}, which cannot be true on {asOf}.',
      fix: 'Correct it: created is a day that has come, and last_effective is not before it.',
    },
  },
  examples: {
    ok: {
      path: 'tombstones/old-term.yaml',
      text: 'archived_at: Compliance share, folder archive/2026\n',
    },
    notOk: {
      path: 'tombstones/old-term.yaml',
      text: 'digest: "0000000000000000000000000000000000000000000000000000000000000000"\n',
    },
  },
  *check(context) {
    const { corpus, git, asOf } = context;
    let until = '';
    for (const entry of corpus.entries) {
      const trouble = entry.readable ? troubleOf(entry, asOf) : null;
      if (trouble !== null) yield trouble;
      const { created, last_effective: last } = entry.data;
      const days = [created, last].filter((day) => isDay(day) && day <= asOf);
      until = [until, ...days.map((day) => afterYears(String(day)))].sort().at(-1) ?? '';
    }
    const stones = tombstonesOf(corpus);
    const doubt = noWitnessSinceKickoff(context);
    if (doubt !== null) yield { cannotTell: doubt };
    const gone = git.gone
      .map((one) => lastInForce(one, context))
      .filter((version) => version !== null)
      .filter((version) => isRetained(version, context));
    for (const version of gone) {
      const stone = stones.get(version.path);
      yield* stone ? judged(stone, version, context) : [missing(version, context)];
    }
    if (doubt === null) {
      const rest = until === '' ? '' : `; those with a date until ${until} at the latest`;
      yield {
        evidence: `${corpus.entries.length} documents are kept and ${gone.length} are archived${rest}`,
      };
    }
  },
});

const afterYears = (day: string) => `${Number(day.slice(0, 4)) + YEARS}${day.slice(4)}`;

function troubleOf({ path, data }: Entry, asOf: string) {
  const { created, last_effective: last, status } = data;
  if (status === 'retired' && last === undefined)
    return { messageId: 'noEnd', path, position: field(['status']) } as const;
  const wrong = (name: string) => {
    const args = { name, day: String(data[name]), asOf };
    return { messageId: 'impossible', path, position: field([name]), args } as const;
  };
  if (isDay(created) && created > asOf) return wrong('created');
  return isDay(created) && isDay(last) && last < created ? wrong('last_effective') : null;
}

/** The last version of a file that was a document in force, as of the commit that took it away; null where none was. */
function lastInForce(gone: Gone, { git }: StandardContext): Version | null {
  const last = [gone, ...gone.earlier].find((version) => {
    const text = isDocumentPath(version.path) ? git.textOf(version) : null;
    // What was only rehearsed is rehearsed again under the same name.
    return text !== null && !/^(dry_run: *true|status: *["']?(draft|proposed))\b/m.test(text);
  });
  return last ? { ...last, commit: gone.commit } : null;
}

/** Whether the six years of a document that is gone are not over. */
const isRetained = (version: Version, { asOf, git }: StandardContext): boolean =>
  version.commit.on <= asOf && untilOf(version, git.textOf(version) ?? '') >= asOf;

/** The day until which a removed text is kept; without a last day it was in force until it went. */
function untilOf({ commit }: Version, text: string): string {
  const [, last = commit.on] = /^last_effective: *["']?(\d{4}-\d{2}-\d{2})/m.exec(text) ?? [];
  const [, created = ''] = /^created: *["']?(\d{4}-\d{2}-\d{2})/m.exec(text) ?? [];
  return afterYears([last, created].sort().at(-1) ?? last);
}

function argsOf(version: Version, { git }: StandardContext) {
  const text = git.textOf(version) ?? '';
  const { path, commit } = version;
  const until = untilOf(version, text);
  return { path, commit: commit.id.slice(0, 8), day: commit.on, until, digest: sha256(text) };
}

const missing = (version: Version, context: StandardContext) =>
  ({
    messageId: 'gone',
    path: 'engagement.yaml',
    position: wholeFile,
    args: argsOf(version, context),
  }) as const;

const PARTS = [
  ['archived_at', 'where the copy is', 'the place'],
  ['retired_on', 'until when it was in force', 'the last day'],
] as const;

function* judged(stone: Entry, version: Version, context: StandardContext) {
  const { path, data } = stone;
  const args = argsOf(version, context);
  for (const [name, what, words] of PARTS) {
    if (textAt(data, name) !== null) continue;
    yield {
      messageId: 'bare',
      path,
      position: field(['path']),
      args: { what, name, words },
    } as const;
  }
  if (data['digest'] !== args.digest)
    yield { messageId: 'otherText', path, position: field(['digest']), args } as const;
}
