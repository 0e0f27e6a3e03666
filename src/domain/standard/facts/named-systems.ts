import { type Corpus, type Entry, slugOf, titleOf } from '../../graph/corpus.ts';
import { type Graph, mention } from '../../graph/graph.ts';
import { at, type Position } from '../../problems/problem.ts';
import { inForce } from './in-force.ts';
import { sectionAt, sectionOf, sourceBelow } from './passages.ts';

/** A system that the text of another names. */
export interface Naming {
  readonly other: Entry;
  readonly position: Position;
}

/** Sections that say what a system works with. */
const SECTIONS = ['Context', 'Building blocks', 'Runtime'] as const;

/**
 * Finds the other systems that a system's page names where it says what it works with: by a link, or by a
 * title of two words or more that no other system has. Titles are indexed once, so that a page is read once whatever their number.
 */
export function namedSystems(corpus: Corpus, graph: Graph): (system: Entry) => Naming[] {
  const named = inForce(corpus, 'system').map((entry) => ({
    entry,
    words: wordsOf(nameOf(entry)),
  }));
  const sameTitle = Map.groupBy(named, ({ words }) => words.join(' '));
  const byFirstWord = Map.groupBy(
    named.filter(({ words }) => sameTitle.get(words.join(' '))?.length === 1),
    ({ words }) => words[0],
  );
  return (system) => {
    const found = new Map<Entry, Position>();
    for (const { to, relation, position } of graph.outgoing(system)) {
      if (relation !== mention || to.type.name !== 'system' || position.kind !== 'source') continue;
      const section = sectionAt(system, position.line);
      if (SECTIONS.some((title) => title === section) && !found.has(to)) found.set(to, position);
    }
    for (const title of SECTIONS) {
      const section = sectionOf(system, title);
      if (section === null) continue;
      const words = wordsOf(sourceBelow(system, title));
      for (const [index, word] of words.entries()) {
        for (const { entry, words: name } of byFirstWord.get(word) ?? []) {
          const isThere = name.length > 1 && name.every((one, by) => words[index + by] === one);
          if (isThere && !found.has(entry)) found.set(entry, at(section));
        }
      }
    }
    return [...found]
      .filter(([other]) => slugOf(other) !== slugOf(system) && other.data['status'] !== 'retired')
      .map(([other, position]) => ({ other, position }));
  };
}

const nameOf = (entry: Entry): string => titleOf(entry).replace(/\s*\(.*\)\s*$/, '');

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
