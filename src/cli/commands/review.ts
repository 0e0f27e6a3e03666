import { withArticle } from '../../domain/checks/rule.ts';
import { program } from '../../domain/commands/define.ts';
import { review as definition } from '../../domain/commands/review.ts';
import { type Entry, slugOf } from '../../domain/graph/corpus.ts';
import { type Workspace, withText } from '../../workspace/read-corpus.ts';
import { type Stamp, stampFields } from '../../workspace/stamp.ts';
import { standardContext } from '../../workspace/witness.ts';
import { type Command, type Invocation, optionValue } from '../command.ts';
import { openWorkspace } from '../open.ts';
import { optionsAsked, wordsAsked } from '../record/asked.ts';
import { dayAsked } from '../record/day.ts';
import { carryOut, linesOf, type PlannedFile } from '../record/plan.ts';
import { choicesOf, documentAsked, personAsked } from '../record/subjects.ts';
import { unfinished } from '../record/unfinished.ts';
import { Refusal } from '../refusal.ts';

export const review: Command = {
  ...definition,
  run: async (invocation) => {
    const { io } = invocation;
    const words = wordsAsked(invocation, definition);
    const every = daysAsked(invocation);
    const workspace = openWorkspace(invocation);
    const { corpus } = workspace;
    const entries = [...new Set(words.map((word) => documentAsked(word, io, workspace)))];
    for (const entry of entries) refuseUnreviewed(entry);
    const people = { by: choicesOf(corpus, 'person') };
    const { by } = await optionsAsked(invocation, definition, ['by'], people);
    const on = dayAsked(invocation, corpus);
    const stamp = {
      reviewed_on: on,
      reviewed_by: slugOf(personAsked('by', by, corpus, on)),
      // What was said of an earlier text says nothing of this one.
      review_note: optionValue(invocation, 'note')?.trim() ?? null,
    };
    carryOut(invocation, workspace, reviewed(workspace, entries, every, stamp));
    for (const line of entries.flatMap(unfinished)) io.stderr(`${line}\n`);
    return 0;
  },
};

function daysAsked(invocation: Invocation): Stamp {
  const asked = optionValue(invocation, 'every');
  if (asked === undefined) return {};
  const days = Number(asked);
  if (/^\d+$/.test(asked) && days >= 1 && days <= 365) return { review_every_days: days };
  throw new Refusal(`--every "${asked}" is no number of days from 1 to 365. Write: --every 90`);
}

function refuseUnreviewed({ path, type }: Entry): void {
  if ('reviewed_on' in type.schema.shape) return;
  throw new Refusal(
    `${path} has no review: ${withArticle(type.label)} is a record, and git tells who wrote it. To take over a document: ${program} accept ${path.replace(/\.\w+$/, '')} --by PERSON`,
  );
}

/** The documents with their stamps; the digest covers how often they are due, so that is written first. */
function reviewed(
  workspace: Workspace,
  entries: readonly Entry[],
  every: Stamp,
  stamp: Stamp,
): PlannedFile[] {
  const texts = entries.map(({ path }) => textWith(workspace, path, every));
  const after = entries.reduce(
    (sum, { path }, index) => withText(sum, path, texts[index] ?? ''),
    workspace,
  );
  const { hashOf } = standardContext(after, String(stamp['reviewed_on']));
  return entries.map(({ id, path }) => {
    const entry = after.corpus.byId.get(id);
    const all = { ...stamp, reviewed_hash: entry ? hashOf(entry) : null };
    const content = textWith(after, path, all);
    return { path, content, lines: linesOf({ ...all, ...every }) };
  });
}

function textWith({ texts }: Workspace, path: string, fields: Stamp): string {
  const text = stampFields(texts.get(path) ?? '', path, fields);
  if (text !== null) return text;
  throw new Refusal(
    `${path} does not write its fields one a line, so they cannot be set without rewriting it. Write them as "name: value". Nothing was written.`,
  );
}
