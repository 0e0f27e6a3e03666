import { type Discretion, discretionOf } from '../../domain/checks/discretion.ts';
import { program } from '../../domain/commands/define.ts';
import { list as definition } from '../../domain/commands/list.ts';
import type { TypeDefinition } from '../../domain/documents/define.ts';
import { types } from '../../domain/documents/registry.ts';
import { addressOf } from '../../domain/graph/addresses.ts';
import { type Entry, entriesOf, slugOf, titleOf } from '../../domain/graph/corpus.ts';
import type { Workspace } from '../../workspace/read-corpus.ts';
import { type Command, type Invocation, optionValue } from '../command.ts';
import type { Io } from '../io.ts';
import { openWorkspace, shownPath } from '../open.ts';
import { discreetly } from '../reporters/discreet.ts';
import { cell, table } from '../table.ts';
import { typeAsked } from '../type-asked.ts';
import { type Condition, closedListNote, conditionOf } from '../where.ts';

export const list: Command = {
  ...definition,
  run: (invocation) => {
    const { io, positionals, given } = invocation;
    const [name] = positionals;
    if (name === undefined) return listTypes(invocation);
    const type = typeAsked(name);
    const conditions = (given.get('where') ?? []).map((text) => conditionOf(type, text));
    const workspace = openWorkspace(invocation);
    const entries = entriesOf(workspace.corpus, type.name).filter((entry) =>
      conditions.every(({ holds }) => holds(entry)),
    );
    warnOfUnread(workspace, type, io);
    if (entries.length === 0) io.stderr(nothingFound(type, conditions));
    const discretion = discretionOf(workspace.corpus);
    const asJson = isJson(invocation);
    const written = asJson
      ? entriesJson(entries, workspace, io)
      : entriesText(type, entries, discretion);
    io.stdout(discreetly(written, asJson, discretion));
    return 0;
  },
};

const isJson = (invocation: Invocation): boolean => optionValue(invocation, 'format') === 'json';

function listTypes(invocation: Invocation): number {
  const { corpus } = openWorkspace(invocation);
  const rows = types.map(({ name, folder, purpose }) => {
    const count = corpus.entries.filter((entry) => entry.type.name === name).length;
    return { type: name, folder, count, purpose };
  });
  const lines = rows.map(({ type, count, purpose }) => [type, String(count), purpose]);
  invocation.io.stdout(
    isJson(invocation) ? json(rows) : table([['type', 'count', 'purpose'], ...lines]),
  );
  return 0;
}

function entriesText(
  type: TypeDefinition,
  entries: readonly Entry[],
  { about }: Discretion,
): string {
  if (entries.length === 0) return '';
  const columns = type.columns.filter((column) => column !== type.titleField);
  const rows = entries.map((entry) => [
    // What is cut afterwards could not be known again.
    ...[slugOf(entry), titleOf(entry), ...columns.map((column) => textOf(entry.data[column]))].map(
      (text) => cell(about(entry.path, text)),
    ),
  ]);
  return table([['slug', type.titleField, ...columns], ...rows]);
}

function entriesJson(entries: readonly Entry[], { root }: Workspace, io: Io): string {
  const rows = entries.map((entry) => {
    const identity = {
      id: entry.id,
      path: shownPath(io, root, entry.path),
      address: addressOf(entry),
    };
    // A field that calls itself `id` is a mistake; it must not hide the real one.
    return Object.assign({ ...identity, title: titleOf(entry) }, entry.data, identity);
  });
  return json(rows);
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A field's value in one cell. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function warnOfUnread({ corpus }: Workspace, type: TypeDefinition, { stderr }: Io): void {
  const broken = entriesOf(corpus, type.name).filter(({ readable }) => !readable);
  const closed = corpus.problems.filter(
    ({ ruleId, path }) => ruleId === 'file-readable' && path.split('/')[0] === type.folder,
  );
  const unread = new Set([...broken, ...closed].map(({ path }) => path));
  if (unread.size === 0) return;
  const files = [...unread].join(', ');
  stderr(`${files} cannot be read, so the list is not complete. See: ${program} check\n`);
}

function nothingFound(type: TypeDefinition, conditions: readonly Condition[]): string {
  if (conditions.length === 0) {
    const start = type.folder === '' ? 'init DIR' : `new ${type.name} "Title"`;
    return `There is no ${type.label.toLowerCase()} yet. Start one: ${program} ${start}\n`;
  }
  const asked = conditions.map(({ text }) => text).join(' and ');
  const notes = conditions.map((condition) => closedListNote(condition)).filter(Boolean);
  return `${[`No ${type.label.toLowerCase()} has ${asked}.`, ...notes].join(' ')}\n`;
}
