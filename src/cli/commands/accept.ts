import { withArticle } from '../../domain/checks/rule.ts';
import { accept as definition } from '../../domain/commands/accept.ts';
import { acceptance } from '../../domain/documents/acceptance.ts';
import { type Corpus, type Entry, entriesOf, slugOf, titleOf } from '../../domain/graph/corpus.ts';
import { sideOf } from '../../domain/graph/sides.ts';
import { composeFile } from '../../workspace/compose.ts';
import type { Workspace } from '../../workspace/read-corpus.ts';
import { stampFields } from '../../workspace/stamp.ts';
import { standardContext } from '../../workspace/witness.ts';
import { type Command, optionValue } from '../command.ts';
import { openWorkspace } from '../open.ts';
import { optionsAsked, wordsAsked } from '../record/asked.ts';
import { dayAsked } from '../record/day.ts';
import { carryOut, linesOf, type PlannedFile } from '../record/plan.ts';
import { refuseOther, withoutReceiver } from '../record/receiver.ts';
import { choicesOf, documentAsked, personAsked, sideWords } from '../record/subjects.ts';
import { unfinished } from '../record/unfinished.ts';
import { Refusal } from '../refusal.ts';
import { cell } from '../table.ts';

export const accept: Command = {
  ...definition,
  run: async (invocation) => {
    const { io } = invocation;
    const words = wordsAsked(invocation, definition);
    const workspace = openWorkspace(invocation);
    const { corpus } = workspace;
    const entries = [...new Set(words.map((word) => documentAsked(word, io, workspace)))];
    for (const entry of entries) refuseRecord(entry);
    const people = { by: choicesOf(corpus, 'person') };
    const { by } = await optionsAsked(invocation, definition, ['by'], people);
    const on = dayAsked(invocation, corpus);
    const person = personAsked('by', by, corpus, on);
    refuseVendor(person, corpus);
    const context = standardContext(workspace, on);
    const { hashOf } = context;
    for (const entry of entries) refuseOther(entry, person, context);
    const note = optionValue(invocation, 'note')?.trim();
    const files = entries.flatMap((entry) => {
      const fields = {
        document: entry.id,
        accepted_by: slugOf(person),
        accepted_on: on,
        accepted_hash: hashOf(entry),
      };
      const earlier = earlierOf(fields, corpus);
      if (earlier === undefined) return [first(workspace, entry, { ...fields, note })];
      if (note !== undefined || earlier.data['accepted_hash'] !== fields.accepted_hash)
        return [renewed(workspace, earlier, { ...fields, note: note ?? null })];
      io.stderr(`${titleOf(person)} has accepted ${entry.id} as it stands.\n`);
      return [];
    });
    if (files.length === 0) io.stderr('Nothing was written.\n');
    else carryOut(invocation, workspace, files);
    for (const entry of entries)
      for (const line of [...unfinished(entry), ...withoutReceiver(entry, person, context)])
        io.stderr(`${line}\n`);
    return 0;
  },
};

function refuseRecord({ type, path }: Entry): void {
  if (!agreements.has(type.name)) return;
  throw new Refusal(
    `${path} is ${withArticle(type.label)}: it says what somebody agreed to, and nobody takes it over.`,
  );
}

/** Types of records in which somebody agreed to something. */
const agreements: ReadonlySet<string> = new Set(['acceptance', 'waiver', 'sign-off', 'proof']);

function refuseVendor(person: Entry, corpus: Corpus): void {
  if (sideOf(person, corpus) === 'customer') return;
  throw new Refusal(
    `${titleOf(person)} is ${sideWords(person, corpus)}, and what is accepted passes to the customer. Name the customer-side person who answers for it from now on: --by PERSON. Nothing was written.`,
  );
}

type Fields = Readonly<
  Record<'document' | 'accepted_by' | 'accepted_on' | 'accepted_hash', string>
>;

/** The acceptance of the same document by the same person, which is brought up to date. */
const earlierOf = (fields: Fields, corpus: Corpus): Entry | undefined =>
  entriesOf(corpus, 'acceptance').find(
    ({ data, readable }) =>
      readable &&
      data['document'] === fields.document &&
      data['accepted_by'] === fields.accepted_by,
  );

function renewed(
  { texts }: Workspace,
  { path }: Entry,
  fields: Fields & { readonly note: string | null },
): PlannedFile {
  const content = stampFields(texts.get(path) ?? '', path, fields);
  if (content !== null) return { path, content, lines: linesOf(fields) };
  throw new Refusal(
    `${path} does not write its fields one a line, so it cannot be brought up to date. Write them as "name: value". Nothing was written.`,
  );
}

function first(
  { corpus, texts }: Workspace,
  entry: Entry,
  fields: Fields & { readonly note: string | undefined },
): PlannedFile {
  const plain = `${entry.type.name}-${slugOf(entry)}`.replaceAll('/', '-');
  const isOfAnother = corpus.byId.get(`acceptances/${plain}`)?.data['document'] === entry.id;
  const name = isOfAnother ? `${plain}-${fields.accepted_by}` : plain;
  const path = `acceptances/${name}.yaml`;
  if (texts.has(path)) {
    const other = corpus.byId.get(`acceptances/${name}`)?.data['document'];
    throw new Refusal(
      `${path} is there, and it is the acceptance of ${other ?? 'nothing that can be read'}. Correct its \`document\`, or give the file another name. Nothing was written.`,
    );
  }
  const data = { title: cell(`${entry.type.label}: ${titleOf(entry)}`, 120), ...fields };
  return { path, content: composeFile(acceptance, data), lines: linesOf(data) };
}
