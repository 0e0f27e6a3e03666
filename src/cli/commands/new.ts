import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { nextNumber } from '../../domain/checks/rules/file-name.ts';
import type { TypeDefinition } from '../../domain/documents/define.ts';
import { types } from '../../domain/documents/registry.ts';
import { entriesOf } from '../../domain/graph/corpus.ts';
import { composeFile } from '../../workspace/compose.ts';
import { userEmail } from '../../workspace/git.ts';
import { slugify, type Workspace } from '../../workspace/read-corpus.ts';
import { isSystemError } from '../../workspace/walk.ts';
import { writeAtomically } from '../../workspace/write.ts';
import {
  type Command,
  commonOptions,
  type Invocation,
  type Option,
  optionValue,
  program,
} from '../command.ts';
import { type Field, fieldsOf, fitsOption, optionOf } from '../draft/fields.ts';
import { fillFields } from '../draft/fill.ts';
import { refuseErrors } from '../draft/verify.ts';
import { openWorkspace, shownPath } from '../open.ts';
import { Refusal } from '../refusal.ts';
import { typeAsked } from '../type-asked.ts';

export const newDocument: Command = {
  name: 'new',
  summary: 'Start a document or record from the template of its type.',
  usage: ['new <type> "Title"', 'new adr "Queue the faxes" --supersedes 0007', 'help new runbook'],
  positionals: [
    { name: 'type', description: `Such as runbook; all types: ${program} list` },
    { name: 'title', description: 'The title, in quotes; the file is named after it.' },
  ],
  options: [
    { name: 'slug', value: 'NAME', description: 'The name of the file, if not that of the title.' },
    { name: 'dry-run', description: 'Show the file instead of writing it.' },
  ],
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
      today: io.today,
      email: userEmail(workspace.root, io.env),
      canAsk: io.isTerminal.input,
    };
    const values = new Map([...given, [type.titleField, [title]] as const]);
    const data = await fillFields(context, values, typedSoFar(type, title, given), io);
    const text = composeFile(type, data);
    refuseErrors(workspace, new Map([[path, text]]));
    if (given.has('dry-run')) io.stdout(text);
    else write(workspace, path, text);
    report(invocation, workspace, path, text);
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

async function titleAsked(
  { io, positionals, given }: Invocation,
  type: TypeDefinition,
): Promise<string> {
  const { titleField, name, label } = type;
  const typed = positionals[1] ?? given.get(titleField)?.[0];
  if (typed === undefined && !io.isTerminal.input) {
    throw new Refusal(
      `The ${titleField} is missing. Write: ${program} new ${name} "${label} in a few words"`,
    );
  }
  const validate = (answer: string) => (answer.trim() === '' ? 'It cannot be empty.' : undefined);
  const answer =
    typed ??
    (await io.prompt.text({ message: `${titleField} of the ${label.toLowerCase()}`, validate }));
  const title = answer.trim();
  if (title === '')
    throw new Refusal(`The ${titleField} is empty. Lists and search show it, so it needs words.`);
  if (/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(title)) {
    throw new Refusal(
      `The ${titleField} holds a line break or a control character. Write it as one line of plain text.`,
    );
  }
  return title;
}

/** The command as it was typed, for an example that can be copied. */
function typedSoFar({ name }: TypeDefinition, title: string, given: Invocation['given']): string {
  const quoted = (word: string) => (/^[\w./:-]+$/.test(word) ? word : JSON.stringify(word));
  const options = [...given].flatMap(([option, words]) =>
    words.length === 0 ? [`--${option}`] : words.map((word) => `--${option} ${quoted(word)}`),
  );
  return [`new ${name} ${JSON.stringify(title)}`, ...options].join(' ');
}

/** Where the document goes, inside the content folder. */
function pathOf(
  type: TypeDefinition,
  title: string,
  asked: string | undefined,
  { corpus }: Workspace,
): string {
  const slug = asked ?? shortened(slugify(title));
  if (slug === '') {
    const why = 'has no letter a-z and no digit to name the file after';
    throw new Refusal(
      `The ${type.titleField} "${title}" ${why}. Give the name: --slug a-short-name`,
    );
  }
  if (shortened(slugify(slug)) !== slug) {
    const better = shortened(slugify(slug)) || 'a-short-name';
    throw new Refusal(
      `--slug "${slug}" cannot be an address: small letters a-z, digits and hyphens only, ${MAX_SLUG} at most. Write: --slug ${better}`,
    );
  }
  const number = type.numbered ? `${nextNumber(entriesOf(corpus, type.name))}-` : '';
  return `${type.folder}/${number}${slug}.${type.format}`;
}

/** The longest file name that is made, in letters; longer ones are cut at a word. */
const MAX_SLUG = 100;

const shortened = (slug: string): string =>
  slug.length <= MAX_SLUG
    ? slug
    : slug
        .slice(0, MAX_SLUG + 1)
        .replace(/-[^-]*$/, '')
        .slice(0, MAX_SLUG);

function refuseExisting({ root }: Workspace, path: string): void {
  if (lstatSync(join(root, path), { throwIfNoEntry: false })) throw alreadyThere(path);
}

const alreadyThere = (path: string): Refusal =>
  new Refusal(
    `${path} is there already, and nothing is overwritten. Take another title, or name the file: --slug NAME`,
  );

function write({ root }: Workspace, path: string, text: string): void {
  try {
    writeAtomically(join(root, path), text, { create: true });
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') throw alreadyThere(path);
    throw error;
  }
}

function report({ io, given }: Invocation, { root }: Workspace, path: string, text: string): void {
  const shown = shownPath(io, root, path);
  if (given.has('dry-run')) io.stderr(`Not written: ${shown}\n`);
  else io.stdout(`${shown}\n`);
  if (/\bto write\b/i.test(text))
    io.stderr('It passes the check. Replace what begins with "To write".\n');
}
