import { type Corpus, type Entry, entriesOf, slugOf, titleOf } from '../../domain/graph/corpus.ts';
import { sideConflict, sideOf } from '../../domain/graph/sides.ts';
import { suggest } from '../../domain/problems/suggest.ts';
import { isActive } from '../../domain/standard/facts/people.ts';
import type { Workspace } from '../../workspace/read-corpus.ts';
import { resolveName } from '../draft/candidates.ts';
import type { Choice, Io } from '../io.ts';
import { Refusal } from '../refusal.ts';
import { pathOf } from '../scope.ts';

/** The document that a word names: its id, path or address. Anything else throws a Refusal. */
export function documentAsked(word: string, io: Pick<Io, 'cwd'>, workspace: Workspace): Entry {
  const { corpus } = workspace;
  const path = pathOf(word, io.cwd, workspace);
  const entry = corpus.entries.find((one) => one.path === path);
  if (!entry)
    throw new Refusal(
      `${word} is not one document. Name it by its id, such as ${corpus.entries.at(-1)?.id}. Nothing was written.`,
    );
  if (entry.readable) return entry;
  throw new Refusal(
    `The fields of ${entry.path} cannot be read; see what check says of it. Nothing was written.`,
  );
}

/** The entries of a type to choose from, by slug. */
export const choicesOf = (corpus: Corpus, typeName: string): Choice[] =>
  entriesOf(corpus, typeName).map((entry) => ({
    value: slugOf(entry),
    label: `${slugOf(entry)}  ${titleOf(entry)}`,
  }));

/**
 * The person whom an option names, who has to be in the engagement on `day`, on a side that nobody can
 * doubt; else a Refusal.
 */
export function personAsked(option: string, word: string, corpus: Corpus, day: string): Entry {
  const people = choicesOf(corpus, 'person');
  const person = corpus.byId.get(`people/${resolveName(word.trim(), people)}`);
  if (!person) throw unknownPerson(option, word, people);
  const conflict = sideConflict(person, corpus);
  const trouble = !person.readable
    ? `the fields of ${person.path} cannot be read`
    : (conflict ?? absence(person, day));
  if (trouble === null) return person;
  const how = conflict === null ? '' : ' Correct the one that is wrong.';
  throw new Refusal(
    `--${option} ${slugOf(person)} cannot stand: ${trouble}.${how} Nothing was written.`,
  );
}

function unknownPerson(option: string, word: string, people: readonly Choice[]): Refusal {
  const slugs = people.map(({ value }) => value);
  const near = suggest(word, slugs);
  const hint = near === null ? ` There are: ${slugs.join(', ')}.` : ` Did you mean "${near}"?`;
  return new Refusal(`--${option}: no person is called "${word}".${hint} Nothing was written.`);
}

function absence(person: Entry, day: string): string | null {
  if (isActive(person, day)) return null;
  const { active_from: from, active_to: to } = person.data;
  const when = [...(from ? [`from ${from}`] : []), ...(to ? [`until ${to}`] : [])].join(' ');
  return `${titleOf(person)} is in the engagement ${when}, and ${day} is outside`;
}

/** Whose person somebody is, as the end of "is": of the customer, of the vendor, or of nobody knows. */
export function sideWords(person: Entry, corpus: Corpus): string {
  const side = sideOf(person, corpus);
  return side === null ? 'on a side that engagement.yaml does not tell' : `of the ${side}`;
}
