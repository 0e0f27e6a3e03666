import { withArticle } from '../../domain/checks/rule.ts';
import { program } from '../../domain/commands/define.ts';
import { supersede as definition } from '../../domain/commands/supersede.ts';
import type { TypeDefinition } from '../../domain/documents/define.ts';
import { types } from '../../domain/documents/registry.ts';
import { type Entry, slugOf } from '../../domain/graph/corpus.ts';
import { textsOf } from '../../domain/graph/fields.ts';
import { buildGraph } from '../../domain/graph/graph.ts';
import { fieldSchema } from '../../domain/graph/relations.ts';
import { successorsOf } from '../../domain/standard/facts/decisions.ts';
import type { Workspace } from '../../workspace/read-corpus.ts';
import type { FileChange } from '../../workspace/refactor/change-set.ts';
import { replacing } from '../../workspace/refactor/supersede.ts';
import { type Command, type Invocation, optionValue } from '../command.ts';
import { openWorkspace } from '../open.ts';
import { wordsAsked } from '../record/asked.ts';
import { documentAsked } from '../record/subjects.ts';
import { carryOut } from '../refactor/carry-out.ts';
import { voidedNotes } from '../refactor/notes.ts';
import { Refusal } from '../refusal.ts';
import { newDocument } from './new.ts';

export const supersede: Command = {
  ...definition,
  // A new decision takes what `new` takes.
  optionsFor: (args) => {
    const taken = new Set<string>([...definition.options.map(({ name }) => name), 'supersedes']);
    return replaceable.flatMap(({ name }) =>
      (newDocument.optionsFor?.([name, ...args]) ?? []).filter((one) => !taken.has(one.name)),
    );
  },
  run: (invocation) => {
    const { io, positionals } = invocation;
    const [word = ''] = wordsAsked(invocation, definition);
    const workspace = openWorkspace(invocation);
    const old = documentAsked(word, io, workspace);
    refuseOther(old);
    const named = optionValue(invocation, 'with');
    const title = positionals[1];
    if ((named === undefined) === (title === undefined))
      throw new Refusal(
        `Say what takes its place, and once. Write: ${program} supersede ${old.id} --with DOCUMENT, or the title of a new one in quotes.`,
      );
    if (named === undefined) return started(invocation, old, title ?? '');
    replace(invocation, workspace, old, documentAsked(named, io, workspace));
    return 0;
  },
};

/** Types whose documents replace each other. */
const replaceable: readonly TypeDefinition[] = types.filter(
  ({ schema }) => 'supersedes' in schema.shape,
);

function refuseOther({ path, type, data }: Entry): void {
  if (!replaceable.some(({ name }) => name === type.name)) {
    const names = replaceable.map(({ plural }) => plural.toLowerCase()).join(', ');
    throw new Refusal(
      `${path} is ${withArticle(type.label)}, of which there is one version: it is edited, and git keeps the old one. Only these replace each other: ${names}. Nothing was written.`,
    );
  }
  if (data['status'] === 'rejected')
    throw new Refusal(`${path} was rejected, so nothing has to replace it. Nothing was written.`);
}

/** Starts the new record as `new` does; the old one stays in force until that is accepted. */
async function started(invocation: Invocation, old: Entry, title: string): Promise<number> {
  const given = new Map([...invocation.given, ['supersedes', [slugOf(old)]] as const]);
  const code = await newDocument.run({
    ...invocation,
    positionals: [old.type.name, title],
    given,
  });
  invocation.io.stderr(`Until then ${old.path} stays ${old.data['status']}.\n`);
  return code;
}

function replace(invocation: Invocation, workspace: Workspace, old: Entry, by: Entry): void {
  refusePair(workspace, old, by);
  const isAccepted = by.data['status'] === 'accepted';
  const changes = replacing(workspace, old, by, isAccepted);
  if (changes === null)
    throw new Refusal(
      `${old.path} or ${by.path} does not write its fields one a line, so they cannot be edited in place. Nothing was written.`,
    );
  if (changes.length === 0) {
    invocation.io.stderr(`${by.path} supersedes ${old.path} already. Nothing was written.\n`);
    return;
  }
  const cited = citing(workspace, old, by);
  carryOut(invocation, workspace, changes, {
    isDry: invocation.given.has('dry-run'),
    notes: (after) => [
      ...(isAccepted ? [] : [stillOpen(old, by)]),
      ...(cited.length === 0
        ? []
        : [`These link to the old one and not to the new one: ${cited.join(', ')}`]),
      ...voidedNotes(workspace, after, changes as FileChange[]),
    ],
  });
}

const stillOpen = (old: Entry, by: Entry): string =>
  `${by.path} is ${by.data['status']}, so ${old.path} stays in force. Run this again once it is accepted.`;

function refusePair({ corpus }: Workspace, old: Entry, by: Entry): void {
  if (by === old) throw new Refusal('A decision cannot replace itself. Nothing was written.');
  if (by.type !== old.type)
    throw new Refusal(
      `${by.path} is ${withArticle(by.type.label)}, and only ${withArticle(old.type.label)} can replace ${old.path}. Nothing was written.`,
    );
  const statuses = fieldSchema(by.type).properties?.['status']?.enum ?? [];
  const dead = statuses.filter((one) => one !== 'proposed' && one !== 'accepted');
  if (dead.includes(by.data['status']))
    throw new Refusal(
      `${by.path} is ${by.data['status']} itself, so it cannot take the place of another. Nothing was written.`,
    );
  const [other] = successorsOf(buildGraph(corpus), old).filter(
    (one) => one !== by && one.data['status'] !== 'rejected',
  );
  if (other && !textsOf(by.data, 'supersedes').includes(slugOf(old)))
    throw new Refusal(
      `${old.path} is replaced by ${other.path} already, and one decision only can be in force. Supersede that one: ${program} supersede ${other.id} --with ${by.id}. Nothing was written.`,
    );
}

/** Documents that link to the old record and not to the new one. */
function citing({ corpus }: Workspace, old: Entry, by: Entry): string[] {
  const graph = buildGraph(corpus);
  const both = new Set(graph.incoming(by).map(({ from }) => from));
  const sources = graph.incoming(old).map(({ from }) => from);
  return [...new Set(sources)]
    .filter((from) => from !== by && !both.has(from))
    .map(({ path }) => path);
}
