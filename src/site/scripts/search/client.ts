import type { Answer, Question } from '../../../domain/search/model.ts';

export interface SearchClient {
  open(): void;
  ask(question: Question, onAnswer: (answer: Answer) => void): void;
}

const sample: readonly (readonly [string, string, string, string])[] = [
  ['/runbooks/hl7-feed-stalled/', 'The HL7 feed has stalled', 'Runbook', 'active'],
  ['/alerts/', 'HL7FeedStalled', 'Alert', 'active'],
  ['/systems/', 'Interface engine', 'System', 'active'],
  ['/adrs/', 'Retry twice', 'Decision', 'superseded'],
];

export function searchClient(): SearchClient {
  let asking = 0;
  return {
    open() {},
    ask({ query, limit, filters }, onAnswer) {
      const mine = ++asking;
      const pages = Array.from({ length: 12 }, (_, index) =>
        sample.map(([address, title, type, status]) => ({
          address: index === 0 ? address : `${address}#${index}`,
          title,
          summary: 'What to do when messages pile up in front of the interface engine.',
          facets: {
            type: [type],
            system: ['Interface engine'],
            owner: ['Ana'],
            status: [status],
            audience: [],
            date: ['2026-11'],
          },
          names: [],
        })),
      )
        .flat()
        .filter(
          (page) =>
            page.title.toLowerCase().includes(query.split(' ')[0]?.toLowerCase() ?? '') &&
            (!filters.type || filters.type.includes(page.facets.type[0] ?? '')),
        );
      const answer = (complete: boolean): Answer => ({
        query,
        complete,
        total: pages.length,
        missing: [],
        nearest: pages.length ? [] : [],
        understood: {
          codes: [],
          words: query.split(' '),
          dropped: ['12:00:01'],
          synonyms: [],
          corrected: [{ from: 'stalld', to: 'stalled' }],
        },
        results: pages.slice(0, limit).map((page) => ({
          page,
          section: { anchor: 'mitigation', title: 'Mitigation' },
          why: { kind: 'alert', text: 'Hl7FeedStalled' },
          excerpt: complete
            ? [
                { text: 'messages ', hit: false },
                { text: 'pile', hit: true },
                { text: ' up', hit: false },
              ]
            : null,
        })),
        facets: {
          type: [
            { value: 'Runbook', count: 3 },
            { value: 'Alert', count: 3 },
          ],
          system: [],
          owner: [],
          status: [],
          audience: [],
          date: [],
        },
      });
      onAnswer(answer(false));
      setTimeout(() => mine === asking && onAnswer(answer(true)), 50);
    },
  };
}
