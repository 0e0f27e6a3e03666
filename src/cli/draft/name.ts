import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { nextNumber } from '../../domain/checks/rules/file-name.ts';
import { program } from '../../domain/commands/define.ts';
import type { TypeDefinition } from '../../domain/documents/define.ts';
import { entriesOf } from '../../domain/graph/corpus.ts';
import { slugify } from '../../workspace/file-id.ts';
import type { Workspace } from '../../workspace/read-corpus.ts';
import type { Invocation } from '../command.ts';
import { Refusal } from '../refusal.ts';

/** The title that was typed or is answered; one that cannot be a title throws a Refusal. */
export async function titleAsked(
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

/** Where the document goes, inside the content folder. */
export function pathOf(
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

/** Throws a Refusal where something stands at the path already. */
export function refuseExisting({ root }: Workspace, path: string): void {
  if (lstatSync(join(root, path), { throwIfNoEntry: false })) throw alreadyThere(path);
}

/** Why a path is not written. */
export const alreadyThere = (path: string): Refusal =>
  new Refusal(
    `${path} is there already, and nothing is overwritten. Take another title, or name the file: --slug NAME`,
  );
