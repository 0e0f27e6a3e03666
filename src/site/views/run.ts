import { createHash } from 'node:crypto';
import type { Entry } from '../../domain/graph/corpus.ts';
import { entryAt, numberAt, rowsAt, textAt } from '../../domain/graph/fields.ts';
import type { Handbook } from '../handbook.ts';
import type { CallAt } from '../runbook/clock.ts';
import { phoneIn } from './forms/phone.ts';
import { treeOf } from './forms/text.ts';
import { type Variable, variablesOf } from './forms/variables.ts';
import { dayOf, nameOf } from './words.ts';

/** What a page that is carried out needs beside its text: what is filled in, when to call, which text it was. */
export interface RunView {
  readonly title: string;
  readonly variables: readonly Variable[];
  /** Placeholders beyond those: they are replaced by hand. */
  readonly unlisted: readonly string[];
  readonly calls: readonly CallAt[];
  readonly target: number | null;
  /** Digest of the text: ticks of another text do not count. */
  readonly digest: string;
  /** The text in words for a note: its commit and its digest. */
  readonly version: string;
}

/** The view of a runbook that is carried out; null for other documents. */
export function runView(entry: Entry, handbook: RunBook): RunView | null {
  if (entry.type.name !== 'runbook') return null;
  const text = handbook.workspace.texts.get(entry.path) ?? entry.body;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const change = handbook.history.changes.get(entry.path);
  const commit = change ? `commit ${change.commit.slice(0, 10)} of ${dayOf(change.on)}, ` : '';
  return {
    title: nameOf(entry),
    ...variablesOf(entry, treeOf(entry)),
    calls: callsAt(entry, handbook),
    target: numberAt(entry.data, 'target_minutes'),
    digest,
    version: `${commit}content ${digest}`,
  };
}

type RunBook = Pick<Handbook, 'corpus' | 'history'> & {
  readonly workspace: Pick<Handbook['workspace'], 'texts'>;
};

const callsAt = ({ data }: Entry, { corpus }: RunBook): CallAt[] =>
  rowsAt(data, 'escalation').flatMap((step): CallAt[] => {
    const minutes = numberAt(step, 'minutes');
    const route = textAt(step, 'route');
    if (minutes === null || route === null) return [];
    const person = entryAt(step, 'person', 'people', corpus);
    const who = person ? nameOf(person) : (textAt(step, 'role') ?? '');
    return [{ minutes, who, route, href: phoneIn(route) }];
  });
