import { describe, expect, it } from 'vitest';
import { cutFor } from '../../src/domain/audiences/cut.ts';
import { hiddenFrom } from '../../src/domain/audiences/hidden.ts';
import { phrasesOf } from '../../src/domain/audiences/phrases.ts';
import { audiencesOf, isFor, narrowestAudience } from '../../src/domain/audiences/readers.ts';
import { shutOut } from '../../src/domain/audiences/shut-out.ts';
import type { Entry } from '../../src/domain/graph/corpus.ts';
import { buildGraph } from '../../src/domain/graph/graph.ts';
import { corpusOf, entryOf } from './values.ts';

const link = (url: string) => ({ links: [{ url, text: 'a', line: 9, column: 1 }] });
const forAll = { audience: ['staff', 'board'] };
const memo = entryOf('founder-memo', 'close-north', {
  title: 'Close the northern clinic',
  audience: ['board'],
  aliases: ['/memos/old-north/'],
});
const engagement = entryOf('engagement', 'engagement', {
  audiences: [
    { name: 'staff', description: 'Everybody.' },
    { name: 'board', description: 'The board.' },
  ],
  not_applicable: [
    { what: 'a', reason: 'Said in memos/close-north.' },
    { what: 'b', reason: 'None here.' },
  ],
});

const cutOf = (group: string, ...entries: readonly Entry[]) => {
  const corpus = corpusOf(engagement, memo, ...entries);
  const cut = cutFor(corpus, buildGraph(corpus), { name: group, description: null }, () => null);
  return { ...cut, ids: cut.corpus.entries.map(({ id }) => id) };
};

describe('the readers of a document', () => {
  it('are the groups that it names; without any it is for nobody', () => {
    expect(isFor(memo, 'board')).toBe(true);
    expect(isFor(memo, 'staff')).toBe(false);
    expect(isFor(entryOf('runbook', 'a', {}), 'staff')).toBe(false);
    expect(isFor(entryOf('runbook', 'a', { audience: 'staff' }), 'staff')).toBe(false);
    expect(isFor(entryOf('incident', 'a', {}), 'staff')).toBe(true);
  });

  it('the narrowest group reads the fewest documents, the first of several', () => {
    const corpus = corpusOf(engagement, memo);
    expect(audiencesOf(corpus).map(({ name }) => name)).toEqual(['staff', 'board']);
    expect(narrowestAudience(corpus)?.name).toBe('staff');
    expect(narrowestAudience(corpusOf(engagement))?.name).toBe('staff');
    expect(narrowestAudience(corpusOf())).toBeNull();
  });
});

describe('a copy', () => {
  it('is the corpus itself for those who may see everything', () => {
    const corpus = corpusOf(engagement, memo);
    const cut = cutFor(
      corpus,
      buildGraph(corpus),
      { name: 'board', description: null },
      () => null,
    );
    expect(cut.corpus).toBe(corpus);
    expect(cut.documents).toEqual({ shown: 1, all: 1 });
  });

  it('lacks what is hidden, and records that are about it, through other records', () => {
    const system = entryOf('system', 'payroll', { audience: ['board'] });
    const incident = entryOf('incident', 'late', { systems: ['payroll'] });
    const waiver = entryOf('waiver', 'for-late', { target: 'incidents/late' });
    const open = entryOf('waiver', 'open', { reason: 'A part is late.' });
    expect(cutOf('staff', system, incident, waiver, open).ids).toEqual([
      'engagement',
      'waivers/open',
    ]);
  });

  it('lacks records that say its name, that speak of what is gone, or that cannot be read', () => {
    const said = (slug: string, reason: string) => entryOf('waiver', slug, { reason });
    const entries = [
      said('by-id', 'Until memos/close-north is decided.'),
      said('by-title', 'Until we close the Northern\u00a0clinic.'),
      said('by-alias', 'See /memos/old-north/ for it.'),
      entryOf('tombstone', 'gone', { path: 'memos/gone.mdx' }),
      entryOf('waiver', 'dangling', { target: 'memos/gone' }),
      { ...said('unreadable', ''), readable: false },
      said('other', 'Until the clinic closes.'),
    ];
    expect(cutOf('staff', ...entries).ids).toEqual(['engagement', 'waivers/other']);
  });

  it('keeps people and the engagement without the fields that name something hidden', () => {
    const { corpus } = cutOf('staff', entryOf('person', 'ann', { name: 'Ann' }));
    expect(corpus.byId.get('engagement')?.data['not_applicable']).toEqual([
      { what: 'a' },
      { what: 'b', reason: 'None here.' },
    ]);
    expect(corpus.byId.has('people/ann')).toBe(true);
  });

  it('cuts references and links of what is shown; a list loses the item', () => {
    const week = entryOf(
      'weekly-summary',
      '2026-w16',
      { ...forAll, decisions: ['memos/close-north', 'adrs/0001-queue'] },
      link('../memos/close-north.mdx'),
    );
    const adr = entryOf('adr', '0001-queue', forAll);
    const { corpus, original } = cutOf('staff', week, adr);
    const made = corpus.byId.get(week.id) as Entry;
    expect(made.data['decisions']).toEqual(['adrs/0001-queue']);
    expect(made.outline?.links).toEqual([]);
    expect(original(made)).toBe(week);
  });

  it('holds the files of its own documents, and no file of a record that lists everything', () => {
    const shown = entryOf('runbook', 'a', forAll, link('./a.pdf'));
    const hidden = entryOf('runbook', 'b', { audience: ['board'] }, link('./b.pdf'));
    const signOff = entryOf('sign-off', 'exit', { signature: { file: './exit.txt', key: 'a' } });
    const corpus = {
      ...corpusOf(engagement, shown, hidden, signOff),
      assets: new Set(['runbooks/a.pdf', 'runbooks/b.pdf', 'sign-offs/exit.txt', 'unused.pdf']),
    };
    const audience = { name: 'staff', description: null };
    const cut = cutFor(corpus, buildGraph(corpus), audience, () => 'words');
    expect([...cut.corpus.assets]).toEqual(['runbooks/a.pdf']);
    expect(cut.corpus.byId.get(signOff.id)?.data).toEqual({ signature: { key: 'a' } });
  });
});

it('who is shut out of the far end of a link is told in the order of the groups', () => {
  const page = entryOf('runbook', 'a', forAll, link('../memos/close-north.mdx'));
  const corpus = corpusOf(engagement, memo, page);
  const graph = buildGraph(corpus);
  expect(shutOut({ from: page, to: memo }, corpus, graph)).toEqual(['staff']);
  expect(shutOut({ from: memo, to: page }, corpus, graph)).toEqual([]);
});

it('titles of one or two words are words that anybody may use', () => {
  const hiring = entryOf('hiring', 'interface-engineer', {
    title: 'Interface engineer',
    audience: ['board'],
  });
  const waiver = entryOf('waiver', 'a', { reason: 'The interface engineer looks at it.' });
  const corpus = corpusOf(engagement, hiring, waiver);
  expect(hiddenFrom(corpus, buildGraph(corpus), 'staff').entries).toEqual(new Set([hiring]));
});

it('a phrase is found whatever stands between its words', () => {
  const phrases = phrasesOf(['memos/close-north', 'Geräte im Westen']);
  expect(phrases.isIn('see [it](../memos/close-north.mdx)')).toBe(true);
  expect(phrases.isIn('MEMOS, close\nnorth')).toBe(true);
  expect(phrases.isIn('geräte  im WESTEN')).toBe(true);
  expect(phrases.isIn('close-north')).toBe(false);
  expect(phrases.isIn('memos/close-northern')).toBe(false);
  expect(phrasesOf([]).isIn('a')).toBe(false);
});
