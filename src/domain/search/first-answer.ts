import { facetCounts, passes } from './facets.ts';
import { glance } from './glance.ts';
import type { Answer, Page, Question } from './model.ts';
import type { Reading } from './read-query.ts';
import { understood } from './understood.ts';

/** The first answer, while the names are still being indexed. */
export function atAGlance(pages: readonly Page[], question: Question, reading: Reading): Answer {
  const seen = glance(pages, reading.plain).filter((page) => passes(page, question.filters));
  return {
    ...nothing(question, reading),
    results: seen.slice(0, question.limit).map((page) => ({
      page,
      section: null,
      why: { kind: 'title', text: page.title },
      excerpt: null,
    })),
    total: seen.length,
    facets: facetCounts(seen, question.filters),
    complete: false,
    missing: [],
  };
}

/** The answer where there are no names. */
export const nothing = (question: Question, reading: Reading): Answer => ({
  query: question.query,
  understood: understood(reading, [], (term) => term, []),
  results: [],
  total: 0,
  facets: facetCounts([], {}),
  complete: true,
  nearest: [],
  missing: ['names', 'text'],
});
