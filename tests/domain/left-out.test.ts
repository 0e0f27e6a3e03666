import { describe, expect, it } from 'vitest';
import { cutFor } from '../../src/domain/audiences/cut.ts';
import { verdictOn } from '../../src/domain/audiences/left-out.ts';
import { isFor, isIn } from '../../src/domain/audiences/readers.ts';
import type { Entry } from '../../src/domain/graph/corpus.ts';
import { buildGraph } from '../../src/domain/graph/graph.ts';
import { isUnfinished, originOf } from '../../src/domain/graph/imported.ts';
import { type Problem, wholeFile } from '../../src/domain/problems/problem.ts';
import { corpusOf, entryOf } from './values.ts';

const imported = { from: 'wiki/a.md', digest: 'a'.repeat(64) };
const shows = (url: string) => ({ images: [{ url, alt: 'a', line: 9, column: 1 }] });
const links = (url: string) => ({ links: [{ url, text: 'a', line: 9, column: 1 }] });
const brought = (slug: string, outline = {}, data = {}) =>
  entryOf('page', slug, { audience: ['staff'], imported, ...data }, outline);

const problem = (path: string, severity: Problem['severity'] = 'error'): Problem => ({
  ...{ ruleId: 'safe-content', messageId: 'esm', severity, path },
  ...{ position: wholeFile, message: 'a', fix: 'b' },
});
const engagementOf = (audience?: string) =>
  entryOf('engagement', 'engagement', {
    audiences: ['staff', 'board'].map((name) => ({ name, description: 'a' })),
    imported: { on: '2026-11-20', ...(audience === undefined ? {} : { audience }) },
  });

describe('a document that was brought in', () => {
  it('is unfinished until somebody has reviewed it', () => {
    expect(isUnfinished(brought('a'))).toBe(true);
    expect(isUnfinished(brought('a', {}, { reviewed_on: '2026-11-20' }))).toBe(false);
    expect(isUnfinished(entryOf('page', 'a'))).toBe(false);
    expect(isUnfinished(entryOf('page', 'a', { imported: 'yes' }))).toBe(false);
    expect(originOf(entryOf('page', 'a', { imported: {} }))).toBeNull();
  });

  it('is for whom engagement.yaml says, as long as it does not say it itself', () => {
    const silent = brought('a', {}, { audience: undefined });
    const corpus = corpusOf(engagementOf('staff'), silent);
    expect([isIn(silent, 'staff', corpus), isIn(silent, 'board', corpus)]).toEqual([true, false]);
    expect(isIn(silent, 'staff', corpusOf(engagementOf(), silent))).toBe(false);
    // The standard asks what the document says.
    expect(isFor(silent, 'staff')).toBe(false);
    const others: Entry[] = [
      brought('a', {}, { audience: ['board'] }),
      brought('a', {}, { audience: [] }),
      brought('a', {}, { audience: 'staff' }),
      brought('a', {}, { audience: undefined, reviewed_on: '2026-11-20' }),
      entryOf('page', 'a'),
    ];
    expect(others.filter((entry) => isIn(entry, 'staff', corpus))).toEqual([]);
  });
});

describe('an error', () => {
  const verdict = (problems: readonly Problem[], ...entries: Entry[]) => {
    const { leftOut, theirs, fatal } = verdictOn(corpusOf(...entries), problems);
    return {
      leftOut: [...leftOut].map(({ id }) => id),
      theirs: theirs.length,
      fatal: fatal.length,
    };
  };
  const page = brought('a');
  const svg = 'pages/b.svg';
  const reviewed = { reviewed_on: '2026-11-20' };

  it.each<[string, Problem, Entry[], string[]]>([
    ['takes its imported document out', problem(page.path), [page], ['pages/a']],
    ['of any other document ends the build', problem('pages/c.mdx'), [entryOf('page', 'c')], []],
    ['of a reviewed one ends it', problem(page.path), [brought('a', {}, reviewed)], []],
    ['of no document ends it', problem('notes.md'), [page], []],
    ['of a file that nobody uses ends it', problem(svg), [page], []],
    [
      'of a file takes out the documents that show it',
      problem(svg),
      [brought('a', shows('b.svg')), brought('x/b', links('../b.svg')), brought('c')],
      ['pages/a', 'pages/x/b'],
    ],
    [
      'of a file that another document shows ends it',
      problem(svg),
      [brought('a', shows('b.svg')), entryOf('page', 'c', {}, shows('b.svg'))],
      [],
    ],
  ])('%s', (_, one, entries, leftOut) => {
    const told = leftOut.length > 0 ? { theirs: 1, fatal: 0 } : { theirs: 0, fatal: 1 };
    expect(verdict([one], ...entries)).toEqual({ leftOut, ...told });
  });

  it('is none where it only warns', () => {
    expect(verdict([problem(page.path, 'warning')], page)).toEqual({
      ...{ leftOut: [], theirs: 0, fatal: 0 },
    });
  });

  it('what says for nobody is told beside what is left out', () => {
    const silent = brought('b', {}, { audience: undefined });
    const bad = brought('c', {}, { audience: undefined });
    const found = verdictOn(corpusOf(engagementOf(), page, silent, bad), [problem(bad.path)]);
    expect(found.homeless).toEqual([silent]);
  });
});

it('a copy lacks what is left out, the links there and the records about it', () => {
  const bad = entryOf('runbook', 'bad', { audience: ['staff'], imported });
  const from = brought('from', links('../runbooks/bad.mdx'));
  const record = entryOf('acceptance', 'of-bad', { target: 'runbooks/bad' });
  const corpus = corpusOf(engagementOf(), from, bad, record);
  const graph = buildGraph(corpus);
  const staff = { name: 'staff', description: null };
  const ids = (leftOut: ReadonlySet<Entry>) =>
    cutFor(corpus, graph, staff, () => null, leftOut).corpus.entries.map(({ id }) => id);
  expect(ids(new Set())).toEqual(['engagement', 'pages/from', 'runbooks/bad', record.id]);
  expect(ids(new Set([bad]))).toEqual(['engagement', 'pages/from']);
  const cut = cutFor(corpus, graph, staff, () => null, new Set([bad]));
  expect(cut.corpus.byId.get('pages/from')?.outline?.links).toEqual([]);
  expect(cut.documents).toEqual({ shown: 1, all: 2 });
});
