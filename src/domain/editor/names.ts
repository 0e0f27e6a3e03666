import type { Corpus } from '../graph/corpus.ts';
import { documentsNamed, type Named, wordsNamed } from '../graph/names.ts';
import { type FieldSchema, relations, vocabularyUses } from '../graph/relations.ts';
import { compareText } from '../problems/problem.ts';
import { DRAFT } from './draft.ts';

/** The file that holds the names, beside the schemas that lead to it. */
export const namesFile = 'names.schema.json';

/** Where the names are defined that a reference or a word of `engagement.yaml` is taken from. */
export const definitionOf = ({
  reference,
  vocabulary,
}: Pick<FieldSchema, 'reference' | 'vocabulary'>): string =>
  `${namesFile}#/definitions/${reference ? keyOf(reference.to) : vocabulary}`;

const keyOf = (to: readonly string[]): string =>
  to.includes('*') ? 'any' : to.toSorted(compareText).join('-or-');

/**
 * The names of a content folder, to be completed by the editor. A name that it does not hold is accepted
 * all the same: the file may be older than the document, and `check` knows.
 */
export function namesSchema(corpus: Corpus): Readonly<Record<string, unknown>> {
  const references = relations.map(
    ({ to }) => [keyOf(to), () => documentsNamed(to, corpus)] as const,
  );
  const words = vocabularyUses.map(
    ({ vocabulary }) => [vocabulary, () => wordsNamed(vocabulary, corpus)] as const,
  );
  const definitions = [...new Map([...references, ...words])]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([key, names]) => [key, open(names())] as const);
  return { $schema: DRAFT, definitions: Object.fromEntries(definitions) };
}

/** A text that is one of the names, or any other. */
function open(names: readonly Named[]): Readonly<Record<string, unknown>> {
  const errorMessage = 'Write a name. The editor proposes those that the handbook has.';
  const text = { type: 'string', minLength: 1 };
  if (names.length === 0) return { ...text, errorMessage };
  const known = {
    enum: names.map(({ value }) => value),
    markdownEnumDescriptions: names.map(({ value, title }) => title ?? value),
  };
  // The editor says the words of the branch that is nearest.
  return { anyOf: [known, text].map((branch) => ({ ...branch, errorMessage })) };
}
