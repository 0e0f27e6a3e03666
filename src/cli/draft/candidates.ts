import { typeNamed } from '../../domain/documents/registry.ts';
import type { Corpus } from '../../domain/graph/corpus.ts';
import { documentsNamed, type Named, wordsNamed } from '../../domain/graph/names.ts';
import type { FieldSchema } from '../../domain/graph/relations.ts';
import type { Choice } from '../io.ts';
import { cell } from '../table.ts';

/** What a field may name: documents for a reference, words for a vocabulary or closed list; null where anything goes. */
export function candidatesOf(item: FieldSchema, corpus: Corpus): readonly Choice[] | null {
  if (item.reference) return documentsNamed(item.reference.to, corpus).map(choiceOf);
  if (item.vocabulary)
    return wordsNamed(item.vocabulary, corpus).map(({ value }) => ({ value, label: value }));
  if (item.type === 'boolean')
    return ['true', 'false'].map((word) => ({ value: word, label: word }));
  return item.enum?.map((word) => ({ value: String(word), label: String(word) })) ?? null;
}

/** The candidate that a typed word stands for: itself, a number such as 0007 or 7, a path; else the word as it is. */
export function resolveName(word: string, candidates: readonly Choice[]): string {
  const bare = word.replace(/^.*\//, '').replace(/\.(mdx|yaml)$/, '');
  const number = /^\d+$/.test(bare) ? `${bare.padStart(4, '0')}-` : null;
  const slug = ({ value }: Choice) => value.replace(/^.*\//, '');
  const found =
    candidates.find(({ value }) => value === word) ??
    candidates.find((one) => slug(one) === bare) ??
    candidates.find((one) => number !== null && slug(one).startsWith(number));
  return found?.value ?? word;
}

/** How to write the document that is missing, when a reference has nothing to name. */
export function nameOfTarget({ reference }: FieldSchema): string | null {
  const [first] = reference?.to ?? [];
  return first === undefined || first === '*' ? null : (typeNamed(first)?.name ?? null);
}

const choiceOf = ({ value, title }: Named): Choice => ({
  value,
  label: cell(title === null ? value : `${value}  ${title}`, 100),
});
