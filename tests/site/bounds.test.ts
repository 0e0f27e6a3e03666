import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/domain/graph/graph.ts';
import { FOLDED, listOf } from '../../src/site/views/forms/owed-documents.ts';
import { ownershipView } from '../../src/site/views/ownership.ts';
import { corpusOf, entryOf } from '../domain/values.ts';

const runbooks = Array.from({ length: 150 }, (_, at) =>
  entryOf('runbook', `r${at}`, { title: `R${at}`, owner: 'ann', status: 'active' }),
);

describe('lists of a large handbook', () => {
  it('show the first forty that a person owns, and lead to the list for the rest', () => {
    const corpus = corpusOf(entryOf('person', 'ann', { name: 'Ann' }), ...runbooks);
    const view = ownershipView({ corpus, graph: buildGraph(corpus), asOf: '2026-11-20' });
    const [owns] = [...view.leaving, ...view.staying].flatMap(({ roles }) => roles);
    expect(owns?.count).toBe(150);
    expect(owns?.groups).toMatchObject([{ more: { count: 110, href: '/runbooks/' } }]);
    expect(owns?.groups[0]?.links).toHaveLength(40);
    expect(view.withoutBackup[0]?.links).toHaveLength(40);
  });

  it('fold the first hundred that wait for a person, and count the rest', () => {
    const open = runbooks.map((entry) => ({
      entry,
      verb: 'accept' as const,
      what: 'Not accepted',
    }));
    const [block] = listOf(open);
    const rows = block?.kind === 'table' ? (block.folded?.rows ?? []) : [];
    expect(rows).toHaveLength(FOLDED + 1);
    expect(JSON.stringify(rows.at(-1))).toContain('and 50 more');
  });
});
