import { typeNames } from '../../documents/registry.ts';
import { type Corpus, type Entry, entriesOf, slugOf } from '../../graph/corpus.ts';
import { textAt, textsOf } from '../../graph/fields.ts';
import { field, wholeFile } from '../../problems/problem.ts';
import { identityOf, isActive, nameOf } from '../facts/people.ts';
import { noWitnessSinceKickoff } from '../facts/tombstones.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';
import type { Commit } from '../witness.ts';

export const cmp05 = defineStandardRule({
  id: 'CMP-05',
  title: 'Changes are reviewed by somebody else',
  statement:
    'Each change since kickoff of a document in force was reviewed by a person of the handbook other than its author; where the document is about PHI or billing, by a reviewer of record: its owner, its backup owner, or somebody with that role.',
  why: 'A runbook is code that people execute. The slip of the author is not visible to the author, and at night nobody else looks.',
  sources: [{ source: 'soc-2', clause: 'CC8.1' }, { source: 'engagement' }],
  appliesTo: typeNames,
  stages: [
    { from: 'K', severity: 'warning' },
    { from: '-60', severity: 'error' },
  ],
  waivable: 'yes',
  satisfy: [
    'Let somebody else merge each change, or end its commit message with a line such as: Reviewed-by: Dana Pruett <dana.pruett@clinic.example>',
    'A change that came in without review is made good by the next change of the same document that somebody else than its author reviews: ask them to read the whole page.',
    'For PHI and billing ask the owner or backup owner, or write `reviewer of record` into the `roles` of who may.',
  ],
  limits:
    'That the reviewer read it, and that who committed under an address is who it belongs to. Drafts are not judged.',
  messages: {
    never: {
      message: 'No change of the {count} documents in force names a reviewer of the handbook.',
      fix: 'End commit messages with: Reviewed-by: NAME <address>, the address as in people/; or let somebody else than the author merge.',
    },
    unreviewed: {
      message: 'Commit {commit} of {day} changed it, and {why}.',
      fix: 'Have somebody else read the page, and commit its next change with: Reviewed-by: NAME <address>',
    },
    notOfRecord: {
      message: 'Commit {commit} of {day} changed a page about PHI or billing, and {why}.',
      fix: 'Have its owner or backup owner read it, and commit its next change with their line: Reviewed-by: NAME <address>',
    },
  },
  examples: {
    ok: { path: 'data-flows/fax-text-to-plinth.mdx', text: 'backup_owner: ruth-keller\n' },
    notOk: { path: 'data-flows/fax-text-to-plinth.mdx', text: 'owner: samir-aoun\n' },
  },
  *check(context) {
    const { corpus, git } = context;
    const doubt = noWitnessSinceKickoff(context);
    if (doubt !== null) yield { cannotTell: doubt };
    if (git.state === 'none') return;
    const people = peopleByAddress(corpus);
    const judged = corpus.entries
      .filter(isControlled)
      .map((entry) => judge(entry, people, context));
    const changed = judged.filter(({ commits }) => commits > 0);
    const open = changed.filter((one) => one.open !== null);
    if (open.length > 1 && changed.every(({ reviewed }) => reviewed === 0)) {
      const args = { count: changed.length };
      yield { messageId: 'never', path: 'engagement.yaml', position: wholeFile, args };
    } else for (const one of open) yield findingOf(one);
    const count = changed.length - open.length;
    if (count > 0)
      yield { evidence: `the changes of ${count} documents were reviewed by somebody else` };
  },
});

/** Documents in force: drafts and proposals bind nobody yet. */
const isControlled = ({ type, data, readable }: Entry): boolean =>
  readable && type.format === 'mdx' && data['status'] !== 'draft' && data['status'] !== 'proposed';

/** Whether a document is about PHI or billing by its own fields. */
const isTagged = ({ type, data }: Entry): boolean =>
  textsOf(data, 'data_classes').some((name) => name === 'phi' || name === 'billing') ||
  data['payload_class'] === 'phi' ||
  data['payload_class'] === 'limited' ||
  data['phi'] === true ||
  type.name === 'baa';

interface Judged {
  readonly entry: Entry;
  readonly commits: number;
  /** How many of them somebody else reviewed. */
  readonly reviewed: number;
  readonly open: { readonly commit: Commit; readonly why: string } | null;
}

/** What is open about the changes of a document: a later change that others reviewed makes good for earlier ones. */
function judge(entry: Entry, people: People, context: StandardContext): Judged {
  const { git, asOf, kickoffOn, corpus } = context;
  const commits = git
    .versions(entry.path)
    .map(({ commit }) => commit)
    .filter(({ on }) => on <= asOf && (kickoffOn === null || on >= kickoffOn))
    .reverse();
  let open: Commit[] = [];
  let reviewed = 0;
  for (const commit of commits) {
    const reviewers = reviewersOf(commit, people, corpus);
    if (reviewers.length > 0) reviewed++;
    const fit = isTagged(entry) ? reviewers.filter((one) => isOfRecord(one, entry)) : reviewers;
    open = [...open, commit].filter(
      ({ author }) => !fit.some((one) => identity(one, corpus) !== plain(author)),
    );
  }
  const last = open.at(-1);
  const why = last ? whyNot(last, reviewersOf(last, people, corpus), people, corpus) : '';
  return { entry, commits: commits.length, reviewed, open: last ? { commit: last, why } : null };
}

type People = ReadonlyMap<string, Entry>;

const plain = (address: string) => address.toLowerCase().replace(/\+[^@]*@/, '@');
const identity = (person: Entry, corpus: Corpus) => identityOf(corpus, slugOf(person));

const peopleByAddress = (corpus: Corpus): People =>
  new Map(entriesOf(corpus, 'person').map((person) => [identity(person, corpus), person]));

const BOT = /\bbot\b|\[bot\]|no-?reply|\bautomation\b|service account/i;

/** Whether a record of a person is that of a program. */
const isBot = ({ id, data }: Entry): boolean =>
  [id, textAt(data, 'name'), textAt(data, 'title'), textAt(data, 'email')].some((words) =>
    BOT.test(words ?? ''),
  );

/** People who reviewed a commit: no programs, not the author, not who sent a program to commit. */
function reviewersOf(commit: Commit, people: People, corpus: Corpus): Entry[] {
  const author = people.get(plain(commit.author));
  const isOwn = author !== undefined && !isBot(author);
  const out = new Set([plain(commit.author), isOwn ? '' : plain(commit.committer)]);
  return commit.reviewers.flatMap((address) => {
    const person = people.get(plain(address));
    if (!person || isBot(person) || !isActive(person, commit.on)) return [];
    return out.has(identity(person, corpus)) ? [] : [person];
  });
}

const isOfRecord = (person: Entry, { data }: Entry): boolean =>
  [data['owner'], data['backup_owner']].includes(slugOf(person)) ||
  textsOf(person.data, 'roles').some((role) => /\breviewer of record\b/i.test(role));

function whyNot(commit: Commit, fit: readonly Entry[], people: People, corpus: Corpus): string {
  const names = fit.map((one) => nameOf(corpus, slugOf(one)));
  if (names.length > 0) return `${names.join(', ')}, who reviewed it, is no reviewer of record`;
  if (commit.reviewers.length === 0) return 'nobody but its author saw it';
  const known = commit.reviewers.some((address) => people.has(plain(address)));
  return known
    ? 'its reviewer is a program, its author, or had left'
    : 'its reviewer is no person of the handbook';
}

function findingOf({ entry, open }: Judged) {
  const { commit, why } = open ?? { commit: { id: '', on: '' }, why: '' };
  const args = { commit: commit.id.slice(0, 8), day: commit.on, why };
  return {
    messageId: isTagged(entry) ? 'notOfRecord' : 'unreviewed',
    path: entry.path,
    position: field(['title']),
    args,
  } as const;
}
