import { expect, test } from 'vitest';
import { errorStrings } from '../../src/domain/search/error-strings.ts';
import type { Page } from '../../src/domain/search/model.ts';
import { abbreviations } from '../../src/domain/search/synonyms.ts';
import { fitted } from '../../src/site/search/fit.ts';

const page = (at: number): Page => ({
  address: `/runbooks/r${at}/`,
  title: `Runbook ${at}`,
  summary: `Summary ${Math.sin(at)}`,
  facets: { type: ['Runbook'], system: [], owner: [], status: [], audience: [], date: [] },
  names: [
    { kind: 'title', text: `Runbook ${at}`, anchor: null },
    { kind: 'alert', text: `Alert${Math.cos(at)}`, anchor: null },
    ...Array.from({ length: 9 }, (_, one) => ({
      kind: 'heading' as const,
      text: `Heading ${Math.tan(at * 9 + one)}`,
      anchor: `h${one}`,
    })),
  ],
});

test('takes what a program says when it fails from code, not the commands', () => {
  const source = [
    'It says `CreateContainerError` or `DELIVERY_TIMEOUT`; run `kubectl get pods`.',
    '```',
    '2026-11-02T03:14:07Z connection refused by peer',
    'kubectl logs broken --tail 5 | grep error',
    '```',
  ].join('\n');
  expect(errorStrings(source)).toEqual([
    'CreateContainerError',
    'DELIVERY_TIMEOUT',
    'connection refused by peer',
  ]);
});

test('takes abbreviations that a text explains, where the letters agree', () => {
  const found = abbreviations(
    [],
    [
      'The Cluster Version Operator (CVO) waits. See the manual (PDF). An RPO (recovery point objective) is set.',
    ],
  );
  expect(found.map(({ words }) => words)).toEqual([
    ['CVO', 'Cluster Version Operator'],
    ['RPO', 'recovery point objective'],
  ]);
});

test('leaves headings and summaries out of a file that would be too heavy, never titles and alerts', () => {
  const write = (pages: readonly Page[]) => JSON.stringify(pages);
  const small = fitted([page(1)], write);
  expect(small).toContain('Heading');
  expect(small).toContain('Summary');
  const large = fitted(
    Array.from({ length: 4_000 }, (_, at) => page(at)),
    write,
  );
  expect(large).not.toContain('Heading');
  expect(large.match(/"alert"/g)).toHaveLength(4_000);
});
