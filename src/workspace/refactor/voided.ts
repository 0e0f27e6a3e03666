import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Corpus, type Entry, entriesOf } from '../../domain/graph/corpus.ts';
import { rawAt, textAt } from '../../domain/graph/fields.ts';
import { contentHash } from '../../domain/standard/hash.ts';
import { parseMdx } from '../mdx.ts';
import type { Workspace } from '../read-corpus.ts';
import { sha256 } from '../sha256.ts';
import type { FileChange } from './change-set.ts';

/** What people have said of a text, and a change makes void; ids of documents as they are afterwards. */
export interface Voided {
  readonly reviews: readonly string[];
  readonly acceptances: readonly { readonly document: string; readonly by: string }[];
  /** Drills, by their own ids. */
  readonly drills: readonly string[];
  /** Weekly summaries that the sponsor signed. */
  readonly summaries: readonly string[];
  /** Whether the exit has been signed, of every byte. */
  readonly exit: boolean;
}

/** The stamps that hold before the changes and no longer afterwards. */
export function voidedBy(
  before: Workspace,
  after: Workspace,
  changes: readonly FileChange[],
): Voided {
  const byPath = ({ corpus }: Workspace) =>
    new Map(corpus.entries.map((entry) => [entry.path, entry]));
  const [were, are] = [byPath(before), byPath(after)];
  const pairs = changes.flatMap(({ from, to }) => {
    const old = were.get(from ?? '');
    const fresh = are.get(to);
    return old && fresh ? [{ old, fresh }] : [];
  });
  const said = stampsIn(before.corpus);
  const sources = new Map(changes.map(({ from, to }) => [to, from ?? to]));
  const lost = pairs
    .filter(({ old }) => said.has(old.id))
    .flatMap(({ old, fresh }) => {
      const was = hashIn(before, old, (path) => path);
      const now = hashIn(after, fresh, (path) => sources.get(path) ?? path);
      if (was === now) return [];
      return (said.get(old.id) ?? [])
        .filter(({ hash }) => hash === was)
        .map((stamp) => ({ ...stamp, fresh }));
    });
  const of = (kind: Stamp['kind']) => lost.filter((one) => one.kind === kind);
  const nowAt = new Map(changes.map(({ from, to }) => [from, to]));
  return {
    reviews: of('review').map(({ fresh }) => fresh.id),
    acceptances: of('acceptance').map(({ fresh, by }) => ({ document: fresh.id, by })),
    drills: of('drill').map(({ entry }) =>
      (nowAt.get(entry.path) ?? entry.path).replace(/\.\w+$/, ''),
    ),
    summaries: of('summary').map(({ fresh }) => fresh.id),
    exit: entriesOf(before.corpus, 'sign-off').some(
      ({ data }) => data['gate'] === 'X' && data['dry_run'] !== true,
    ),
  };
}

interface Stamp {
  readonly kind: 'review' | 'acceptance' | 'drill' | 'summary';
  readonly entry: Entry;
  readonly hash: unknown;
  readonly by: string;
}

/** What was said of texts, by the id of the document. */
function stampsIn(corpus: Corpus): Map<string, Stamp[]> {
  const stamps = new Map<string, Stamp[]>();
  const add = (id: string | null, stamp: Stamp) => {
    if (id === null || typeof stamp.hash !== 'string') return;
    stamps.set(id, [...(stamps.get(id) ?? []), stamp]);
  };
  for (const entry of corpus.entries) {
    const { data, id, type } = entry;
    add(id, { kind: 'review', entry, hash: data['reviewed_hash'], by: '' });
    if (type.name === 'weekly-summary')
      add(id, { kind: 'summary', entry, hash: rawAt(data, 'signed.hash'), by: '' });
    if (type.name === 'acceptance') {
      const by = textAt(data, 'accepted_by') ?? '';
      add(textAt(data, 'document'), { kind: 'acceptance', entry, hash: data['accepted_hash'], by });
    }
    if (type.name === 'drill') {
      const runbook = textAt(data, 'runbook');
      const of = runbook === null ? null : `runbooks/${runbook}`;
      add(of, { kind: 'drill', entry, hash: data['drilled_hash'], by: '' });
    }
  }
  return stamps;
}

/** The content hash of an entry; `fileAt` tells where a file of the workspace is on the disk. */
function hashIn(
  { root, texts }: Workspace,
  entry: Entry,
  fileAt: (path: string) => string,
): string {
  const text = texts.get(entry.path);
  const tree =
    text === undefined || entry.type.format !== 'mdx' ? null : parseMdx(text, entry.path).tree;
  return contentHash(entry, tree, (path) => {
    const file = join(root, fileAt(path));
    return existsSync(file) ? sha256(readFileSync(file)) : null;
  });
}
