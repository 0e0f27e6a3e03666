import { typeNamed, types } from '../../domain/documents/registry.ts';
import {
  type Corpus,
  type Entry,
  engagementData,
  slugOf,
  titleOf,
} from '../../domain/graph/corpus.ts';
import { soleTarget, valuesAt } from '../../domain/graph/graph.ts';
import type { FieldSchema } from '../../domain/graph/relations.ts';
import type { Choice } from '../io.ts';
import { cell } from '../table.ts';

/** What a field may name: documents for a reference, words for a vocabulary or closed list; null where anything goes. */
export function candidatesOf(item: FieldSchema, corpus: Corpus): readonly Choice[] | null {
  if (item.reference) return targetsOf(item.reference.to, corpus);
  if (item.vocabulary) return vocabularyOf(item.vocabulary, corpus);
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

function targetsOf(to: readonly string[], corpus: Corpus): Choice[] {
  const names = new Set<string>(to.includes('*') ? types.map(({ name }) => name) : to);
  const isAlone = soleTarget({ to }) !== null;
  const choiceOf = (entry: Entry): Choice => {
    const value = isAlone ? slugOf(entry) : entry.id;
    const title = titleOf(entry);
    return { value, label: cell(title === value ? value : `${value}  ${title}`, 100) };
  };
  return [...corpus.byId.values()]
    .filter(({ type }) => names.has(type.name))
    .map(choiceOf)
    .sort((a, b) => (a.value < b.value ? -1 : 1));
}

const vocabularyKeys = { audiences: 'name', metrics: 'id' } as const;

function vocabularyOf(name: 'audiences' | 'metrics', corpus: Corpus): Choice[] {
  const words = valuesAt(engagementData(corpus), [name, '*', vocabularyKeys[name]]);
  return words.flatMap(({ value }) => (typeof value === 'string' ? [{ value, label: value }] : []));
}
