import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'tests/relevance');

interface Judged {
  readonly query: string;
  readonly relevant: readonly string[];
  readonly kind: string;
  readonly also?: readonly string[];
}

const judged: readonly Judged[] = JSON.parse(readFileSync(join(folder, 'queries.json'), 'utf8'));
const byKind = Map.groupBy(judged, ({ kind }) => kind);

const exists = (id: string): boolean =>
  ['mdx', 'yaml'].some((ending) => existsSync(join(root, 'content', `${id}.${ending}`)));

describe('the judged queries of the sample', () => {
  it('are at least sixty, each asked once', () => {
    expect(new Set(judged.map(({ query }) => query)).size).toBe(judged.length);
    expect(judged.length).toBeGreaterThanOrEqual(60);
  });

  it('name documents that exist, each in one list', () => {
    const wrong = judged.flatMap(({ query, relevant, also = [] }) => {
      const named = [...relevant, ...also];
      const missing = named.filter((id) => !exists(id));
      const twice = new Set(named).size < named.length ? ['a document twice'] : [];
      const none = relevant.length === 0 ? ['nothing that is right'] : [];
      return [...missing, ...twice, ...none].map((what) => `${query}: ${what}`);
    });
    expect(wrong).toEqual([]);
  });

  it('are of kinds that the README explains, five or more of each', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    const explained = [...readme.matchAll(/^\| `([a-z-]+)` +\| [^|]+\|$/gm)].map(
      ([, kind]) => kind,
    );
    expect(explained).toEqual(expect.arrayContaining([...byKind.keys()]));
    const few = [...byKind].filter(([, queries]) => queries.length < 5).map(([kind]) => kind);
    expect(few).toEqual([]);
  });

  it('carry no patient but the synthetic one', () => {
    const patients = judged.flatMap(({ query }) => query.match(/^PID\|.*$/gm) ?? []);
    expect(patients.length).toBeGreaterThan(0);
    expect(patients.filter((line) => !line.includes('TESTPATIENT'))).toEqual([]);
  });
});
