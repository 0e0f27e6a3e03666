import { type Corpus, type Entry, slugOf } from '../../graph/corpus.ts';
import { textAt, textsOf } from '../../graph/fields.ts';
import { inForce } from './in-force.ts';

/** Ids of the systems that a workflow needs, by itself or through others. */
export function neededByWorkflows(systems: readonly Entry[], corpus: Corpus): ReadonlySet<string> {
  const open = systems.filter(({ data }) => textsOf(data, 'workflows').some((name) => name.trim()));
  const needed = new Set(open.map(({ id }) => id));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const slug of textsOf(next.data, 'depends_on')) {
      const other = corpus.byId.get(`systems/${slug}`);
      if (!other || needed.has(other.id)) continue;
      needed.add(other.id);
      open.push(other);
    }
  }
  return needed;
}

/** Two systems by their slugs, whichever comes first. */
export const pairOf = (one: string, other: string): string => [one, other].sort().join(' ');

/** Pairs of systems that a dependency, a data flow or an integration joins. */
export function joinedPairs(corpus: Corpus): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const entry of inForce(corpus, 'system'))
    for (const other of textsOf(entry.data, 'depends_on')) pairs.add(pairOf(slugOf(entry), other));
  for (const { data } of inForce(corpus, 'data-flow')) {
    const ends = ['from', 'to'].map((end) => textAt(data, end)?.replace(/^systems\//, '') ?? '');
    pairs.add(ends.sort().join(' '));
  }
  for (const { data } of inForce(corpus, 'integration')) {
    const ends = textsOf(data, 'systems');
    for (const one of ends) for (const other of ends) pairs.add(pairOf(one, other));
  }
  return pairs;
}
