import { describe, expect, it } from 'vitest';
import { cutFor } from '../../src/domain/audiences/cut.ts';
import { hiddenFrom } from '../../src/domain/audiences/hidden.ts';
import { namingsOf } from '../../src/domain/audiences/namings.ts';
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

  it('cuts every field of a document that says an id or address, however it is written', () => {
    const texts = [
      'memos/close-north',
      'see /memos/close-north/.',
      'memos%2Fclose-north.mdx',
      'memos%252fclose%2Dnorth',
      'MEMOS&#47;**close**\u2011north',
      'https://a.example/memos/old-north?b=1',
      'memos\\\\close-north',
    ];
    const others = ['memos/close-northern', 'close-north', 'Close the northern clinic'];
    const week = entryOf('weekly-summary', '2026-w16', {
      ...forAll,
      risks: [...texts, ...others],
    });
    const { corpus } = cutOf('staff', week);
    expect(corpus.byId.get(week.id)?.data['risks']).toEqual(others);
  });

  it('lacks records that say an id in codes', () => {
    const waiver = entryOf('waiver', 'coded', { reason: 'See memos%2Fclose-north.' });
    expect(cutOf('staff', waiver).ids).toEqual(['engagement']);
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

describe('words that name what some readers lack', () => {
  const fire = entryOf('founder-memo', 'fire-leo', { title: 'Fire Leo', audience: ['board'] });
  const namings = (...entries: readonly Entry[]) => {
    const corpus = corpusOf(engagement, fire, ...entries);
    return [...namingsOf(corpus, buildGraph(corpus))].map(
      ({ from, kind, position, groups }) =>
        `${from.id} ${kind} ${JSON.stringify(Object.values(position).slice(1, 3))} ${groups}`,
    );
  };
  const page = (body: string, outline = {}, slug = 'a'): Entry => ({
    ...entryOf('runbook', slug, forAll, outline),
    body,
    bodyLine: 6,
  });

  it('are found in bodies and fields, at their place', () => {
    expect(namings(page('a\n\nThe plan Fire\n> Leo is in\nmemos/fire-leo.\n'))).toEqual([
      'runbooks/a named [10,1] staff',
      'runbooks/a titled [8,10] staff',
    ]);
    expect(
      namings(
        entryOf('person', 'ann', { roles: ['lead', 'lead until Fire Leo'] }),
        entryOf('sign-off', 'exit', { title: 'After memos%2Ffire-leo' }),
        entryOf('waiver', 'late', { reason: 'Until Fire Leo is decided.' }),
        entryOf('waiver', 'not-in-the-copy', { reason: 'See memos/fire-leo.' }),
      ),
    ).toEqual([
      'people/ann titled [["roles",1],"value"] staff',
      'sign-offs/exit named [["title"],"value"] staff',
      'waivers/late titled [["reason"],"value"] staff',
    ]);
  });

  it('are no finding where the readers may see it, or where a link says so already', () => {
    expect(namings({ ...page('Fire Leo'), data: { audience: ['board'] } })).toEqual([]);
    const url = '../memos/fire-leo.mdx';
    const links = [{ url, text: 'a', line: 6, column: 1 }];
    expect(namings(page(`[a](${url})\n`, { links }))).toEqual([]);
    expect(
      namings(entryOf('weekly-summary', 'a', { ...forAll, decisions: ['memos/fire-leo'] })),
    ).toEqual([]);
  });

  it('are not ordinary words, nor the title of something that they may see', () => {
    const engineer = entryOf('hiring', 'one', { title: 'Data engineer', audience: ['board'] });
    expect(namings(engineer, page('Data engineer is open. The data engineer left.'))).toEqual([]);
    expect(namings(engineer, page('It is on the page Data engineer.'))).toEqual([
      'runbooks/a titled [6,19] staff',
    ]);
    expect(namings(page('Fire Leopold, misFire Leo, fire leo'))).toEqual([]);
    const open = entryOf('system', 'fire', { ...forAll, title: 'Fire Leo' });
    expect(namings(open, page('The system Fire Leo'))).toEqual([]);
  });
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
