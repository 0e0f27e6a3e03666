import type { Corpus, Entry } from '../../graph/corpus.ts';
import { numberAt, textsOf } from '../../graph/fields.ts';

/** The tier of a document: its own, else the most critical of its systems; null where neither says. */
export function tierOf({ data }: Entry, corpus: Corpus): number | null {
  const own = numberAt(data, 'tier');
  if (own !== null) return own;
  const tiers = textsOf(data, 'systems')
    .map((slug) => numberAt(corpus.byId.get(`systems/${slug}`)?.data ?? {}, 'tier'))
    .filter((tier) => tier !== null);
  return tiers.length === 0 ? null : Math.min(...tiers);
}
