import { isDocumentPath } from '../../domain/documents/registry.ts';
import { addressOf, isReserved } from '../../domain/graph/addresses.ts';
import type { Corpus, Entry } from '../../domain/graph/corpus.ts';
import { pageIndex } from '../../domain/graph/graph.ts';
import { type Repairs, repairsOf } from '../../domain/refactor/repairs.ts';
import { emptyWorkspace, type Workspace, withText } from '../read-corpus.ts';
import { type Renames, readRenames } from '../renames.ts';
import type { FileChange } from './change-set.ts';
import { missingDigests } from './digests.ts';
import { inOrder } from './key-order.ts';
import { rewrite } from './rewrite.ts';

/** What can be put right in the documents of `isAsked` without judgement. Nothing is written. */
export function fixes(workspace: Workspace, isAsked: (path: string) => boolean): FileChange[] {
  const { corpus, texts, root } = workspace;
  const renames = readRenames(root);
  const repairs = repairsOf(corpus, renames.now);
  const kept = oldAddresses(corpus, renames);
  const digests = missingDigests(workspace);
  return corpus.entries
    .filter(({ path }) => isAsked(path))
    .flatMap((entry): FileChange[] => {
      const ordered = (text: string) => {
        const found = entry.readable ? inOrder(text, entry.path, entry.type) : null;
        const line = `order of fields: ${found?.moved.join(', ')}`;
        return found && { text: found.text, lines: [line] };
      };
      const steps: readonly Step[] = [
        (text) => repaired(entry, text, repairs),
        ...(kept.get(entry.path) ?? []).map(
          (alias) => (text: string) => withAlias(entry, text, alias),
        ),
        (text) => digests(entry, text),
        ordered,
      ];
      let text = texts.get(entry.path) ?? '';
      const lines = encodingOf(corpus, entry.path);
      for (const step of steps) {
        const done = step(text);
        if (done === null) continue;
        text = done.text;
        lines.push(...done.lines);
      }
      return lines.length === 0 ? [] : [{ from: entry.path, to: entry.path, text, lines }];
    });
}

/** One way of putting a text right; null where there is nothing to do. */
type Step = (text: string) => (Pick<FileChange, 'lines'> & { readonly text: string }) | null;

function repaired(entry: Entry, text: string, repairs: Repairs): ReturnType<Step> {
  const done = rewrite(entry, text, {
    fields: repairs.fields.get(entry.path) ?? [],
    url: (url) => repairs.url(url, entry),
    alias: null,
  });
  return done.stuck.length > 0 ? null : done;
}

function withAlias({ path }: Entry, text: string, add: string): ReturnType<Step> {
  const [entry] = withText(emptyWorkspace(''), path, text).corpus.entries;
  if (!entry) return null;
  return rewrite(entry, text, { fields: [], url: (url) => url, alias: { add, remove: null } });
}

/** What the text as it is read has lost already of what other tools stumble over. */
const encodingOf = ({ problems }: Corpus, path: string): string[] =>
  problems
    .filter((one) => one.path === path && one.ruleId === 'text-encoding')
    .flatMap(({ messageId }) => {
      if (messageId === 'bom') return ['byte order mark taken out'];
      return messageId === 'crlf' || messageId === 'cr' ? ['line ends as in Unix'] : [];
    });

/** Old addresses of renamed documents that lead nowhere, by the path where each document is now. */
function oldAddresses(corpus: Corpus, { now, earlier }: Renames): Map<string, string[]> {
  const pages = pageIndex(corpus);
  const byPath = new Map(corpus.entries.map((entry) => [entry.path, entry]));
  const found = new Map<string, string[]>();
  for (const old of earlier) {
    const entry = byPath.get(now(old) ?? '');
    if (!entry?.readable || !isDocumentPath(old) || !('aliases' in entry.type.schema.shape))
      continue;
    const address = addressOf({ id: old.replace(/\.\w+$/, '') });
    if (pages.has(address) || isReserved(address) || !ADDRESS.test(address)) continue;
    found.set(entry.path, [...(found.get(entry.path) ?? []), address]);
  }
  return found;
}

/** What may be an address; files of other names never had one. */
const ADDRESS = /^[a-z0-9/-]+$/;
