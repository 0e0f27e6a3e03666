import { type Corpus, type Entry, engagementData } from '../../../domain/graph/corpus.ts';
import { rawAt, textAt } from './read.ts';

/** Whose person somebody is: by the record, else by the domain of the address; null where neither tells. */
export function sideOf(person: Entry, corpus: Corpus): 'customer' | 'vendor' | null {
  const side = textAt(person.data, 'side');
  if (side === 'customer' || side === 'vendor') return side;
  const domain = textAt(person.data, 'email')?.split('@').at(-1);
  const engagement = engagementData(corpus);
  for (const one of ['customer', 'vendor'] as const) {
    const domains = rawAt(engagement, `${one}.domains`);
    if (domain !== undefined && Array.isArray(domains) && domains.includes(domain)) return one;
  }
  return null;
}
