import { types } from '../documents/registry.ts';
import { compareText } from '../problems/problem.ts';
import { type Corpus, engagementData, slugOf, titleOf } from './corpus.ts';
import { soleTarget, valuesAt } from './graph.ts';

/** What a field may name, as it is written, and what it is called; null where it is called nothing else. */
export interface Named {
  readonly value: string;
  readonly title: string | null;
}

/** The documents that a reference to the types `to` may name, sorted as they are written. */
export function documentsNamed(to: readonly string[], corpus: Corpus): Named[] {
  const names = new Set<string>(to.includes('*') ? types.map(({ name }) => name) : to);
  const isAlone = soleTarget({ to }) !== null;
  return [...corpus.byId.values()]
    .filter(({ type }) => names.has(type.name))
    .map((entry) => {
      const value = isAlone ? slugOf(entry) : entry.id;
      const title = titleOf(entry);
      return { value, title: title === value ? null : title };
    })
    .sort((a, b) => compareText(a.value, b.value));
}

const keys = { audiences: ['name', 'description'], metrics: ['id', 'name'] } as const;

/** The words of a list of `engagement.yaml`, in its order. */
export function wordsNamed(vocabulary: keyof typeof keys, corpus: Corpus): Named[] {
  const [key, about] = keys[vocabulary];
  return valuesAt(engagementData(corpus), [vocabulary, '*']).flatMap(({ value: row }) => {
    const [word, title] = [key, about].map((name) => valuesAt(row, [name])[0]?.value);
    if (typeof word !== 'string') return [];
    return [{ value: word, title: typeof title === 'string' ? title : null }];
  });
}
