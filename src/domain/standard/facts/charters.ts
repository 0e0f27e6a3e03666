import { type Corpus, type Entry, entriesOf } from '../../graph/corpus.ts';

/** The charters that count, the newest quarter first: those of status `current`, else a draft. */
export function chartersOf(corpus: Corpus): Entry[] {
  const charters = entriesOf(corpus, 'engagement-charter')
    .filter(({ readable, data }) => readable && data['status'] !== 'retired')
    .sort((a, b) => (quarterOf(a) < quarterOf(b) ? 1 : -1));
  const current = charters.filter(({ data }) => data['status'] === 'current');
  return current.length > 0 ? current : charters.slice(0, 1);
}

const quarterOf = ({ data }: Entry): string => String(data['quarter'] ?? '');
