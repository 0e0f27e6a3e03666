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

/** The answer to filters without a query: what they let through, by title. Without filters there is none. */
export function listed(pages: readonly Page[], question: Question, reading: Reading): Answer {
  const isNarrowed = Object.values(question.filters).some((values) => values.length > 0);
  const passing = pages.filter((page) => isNarrowed && passes(page, question.filters));
  return {
    ...nothing(question, reading),
    results: passing
      .sort((a, b) => a.title.localeCompare(b.title, 'en') || (a.address < b.address ? -1 : 1))
      .slice(0, question.limit)
      .map((page) => ({
        page,
        section: null,
        why: { kind: 'title', text: page.title },
        excerpt: null,
      })),
    total: passing.length,
    facets: facetCounts(isNarrowed ? pages : [], question.filters),
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
