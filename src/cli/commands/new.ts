import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nextNumber } from '../../domain/checks/rules/file-name.ts';
import { commonOptions, type Option, program } from '../../domain/commands/define.ts';
import { newDocument as definition } from '../../domain/commands/new.ts';
import type { TypeDefinition } from '../../domain/documents/define.ts';
import { types } from '../../domain/documents/registry.ts';
import { composeFile } from '../../workspace/compose.ts';
import { userEmail } from '../../workspace/git.ts';
import { withLock } from '../../workspace/lock.ts';
import type { Workspace } from '../../workspace/read-corpus.ts';
import { isSystemError } from '../../workspace/walk.ts';
import { writeAtomically } from '../../workspace/write.ts';
import { type Command, type Invocation, optionValue } from '../command.ts';
import { proposeName } from '../draft/editor.ts';
import { type Field, fieldsOf, fitsOption, optionOf } from '../draft/fields.ts';
import { fillFields } from '../draft/fill.ts';
import { alreadyThere, pathOf, refuseExisting, titleAsked } from '../draft/name.ts';
import { withDigests } from '../draft/proof.ts';
import { refuseErrors } from '../draft/verify.ts';
import { openWorkspace, shownPath } from '../open.ts';
import { handbookDay } from '../record/day.ts';
import { Refusal } from '../refusal.ts';
import { typeAsked } from '../type-asked.ts';

export const newDocument: Command = {
  ...definition,
  optionsFor: (args) => optionsOfType(args),
  run: async (invocation) => {
    const { io, positionals, given } = invocation;
    const type = typeOf(positionals[0]);
    const workspace = openWorkspace(invocation);
    const title = await titleAsked(invocation, type);
    const path = pathOf(type, title, optionValue(invocation, 'slug'), workspace);
    refuseExisting(workspace, path);
    const context = {
      type,
      corpus: workspace.corpus,
      today: handbookDay(workspace.corpus, io),
      email: userEmail(workspace.root, io.env),
      canAsk: io.isTerminal.input,
    };
    const values = new Map([...given, [type.titleField, [title]] as const]);
    const known = type.name === 'proof' ? withDigests(values, workspace, io.today) : values;
    const data = await fillFields(context, known, typedSoFar(type, title, given), io);
    const text = composeFile(type, data);
    refuseErrors(workspace, new Map([[path, text]]));
    if (given.has('dry-run')) io.stdout(text);
    const written = given.has('dry-run') ? path : write(workspace, type, path, text);
    if (!given.has('dry-run')) proposeName(workspace, written, text);
    report(invocation, workspace, written, text);
    return 0;
  },
};

/** Each field of the type that is being typed is an option. */
function optionsOfType(args: readonly string[]): readonly Option[] {
  const named = args.find((word) => types.some(({ name }) => name === word));
  const name = named ?? args.find((word) => !word.startsWith('-'));
  return name === undefined ? [] : fieldsOf(typeOf(name)).filter(isOffered).map(optionOf);
}

/** A field that is called like an option of the command is written in the file instead. */
const isOffered = (field: Field): boolean =>
  fitsOption(field) &&
  ![...newDocument.options, ...commonOptions].some(
    ({ name }) => name.replaceAll('-', '_') === field.name,
  );

function typeOf(name: string | undefined): TypeDefinition {
  if (name === undefined) {
    const names = types.filter(({ folder }) => folder !== '').map((one) => one.name);
    throw new Refusal(
      `Name the type and the title: ${program} new <type> "Title"\nThe types are: ${names.join(', ')}.`,
    );
  }
  const type = typeAsked(name);
  if (type.folder !== '') return type;
  throw new Refusal(
    `A handbook has one ${type.name}.${type.format}, and "init" writes it: ${program} init DIR`,
  );
}

/** The command as it was typed, for an example that can be copied. */
function typedSoFar({ name }: TypeDefinition, title: string, given: Invocation['given']): string {
  const quoted = (word: string) => (/^[\w./:-]+$/.test(word) ? word : JSON.stringify(word));
  const options = [...given].flatMap(([option, words]) =>
    words.length === 0 ? [`--${option}`] : words.map((word) => `--${option} ${quoted(word)}`),
  );
  return [`new ${name} ${JSON.stringify(title)}`, ...options].join(' ');
}

/** Writes the file and returns its path; the number may have been taken since the folder was read. */
function write({ root }: Workspace, type: TypeDefinition, path: string, text: string): string {
  return withLock(join(root, '.new.lock'), () => {
    const free = type.numbered ? renumbered(root, path) : path;
    try {
      writeAtomically(join(root, free), text, { create: true });
    } catch (error) {
      if (isSystemError(error) && error.code === 'EEXIST') throw alreadyThere(free);
      throw error;
    }
    return free;
  });
}

function renumbered(root: string, path: string): string {
  const [folder = '', name = ''] = path.split('/');
  const taken = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  if (!taken.some((other) => other.startsWith(name.slice(0, 5)))) return path;
  const next = nextNumber(taken.map((other) => ({ id: `${folder}/${other}` })));
  return `${folder}/${next}${name.slice(4)}`;
}

function report({ io, given }: Invocation, { root }: Workspace, path: string, text: string): void {
  const shown = shownPath(io, root, path);
  if (given.has('dry-run')) io.stderr(`Not written: ${shown}\n`);
  else io.stdout(`${shown}\n`);
  if (/\bto write\b/i.test(text))
    io.stderr('It passes the check. Replace what begins with "To write".\n');
  if (given.has('supersedes'))
    io.stderr(
      `Once it is accepted, for each decision that it replaces: ${program} supersede DOCUMENT --with ${path.replace(/\.\w+$/, '')}\n`,
    );
}
