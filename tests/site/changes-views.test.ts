import sax from 'sax';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/domain/graph/corpus.ts';
import { buildGraph } from '../../src/domain/graph/graph.ts';
import type { StandardContext } from '../../src/domain/standard/rule.ts';
import { atomOf } from '../../src/site/feed/atom.ts';
import { freshOf, visitFrom } from '../../src/site/scripts/changes-seen.ts';
import { changesView } from '../../src/site/views/changes.ts';
import { changesFeed } from '../../src/site/views/changes-feed.ts';
import { historyOf, type Told } from '../domain/news/history.ts';
import { corpusOf, entryOf } from '../domain/values.ts';

const gateway = entryOf('system', 'fax-gateway', { title: 'Fax gateway' });
const runbook = (title: string) =>
  entryOf('runbook', 'late', { title, systems: ['fax-gateway'], audience: ['engineering'] });
const told = (on: string, body = '', data: Told['data'] = {}): Told => ({
  ...{ on, body },
  data: { title: 'Late', audience: ['engineering'], ...data },
});

function book(
  files: Parameters<typeof historyOf>[0],
  state: 'full' | 'shallow' | 'none' = 'full',
  late: Entry = runbook('Late faxes'),
) {
  const corpus = corpusOf(gateway, late);
  const history = historyOf(files, {}, state);
  const standard = { corpus, ...history } as unknown as StandardContext;
  const audience = { name: 'engineering', description: null };
  return { corpus, graph: buildGraph(corpus), standard, audience };
}

const late = [
  told('2026-03-02', 'Intro\n\n## Verify\n\ntwo\n\n## Undo\n\nx', { rto_minutes: 5 }),
  told('2026-03-01', '## Verify\n\none'),
];

describe('the list of changes', () => {
  it('says in words what changed, with type and systems, by day', () => {
    const { days, types, systems, bounds } = changesView(book({ 'runbooks/late.mdx': late }));
    expect(days.map(({ text, rows, first }) => [text, rows.length, first.length])).toEqual([
      ['2 Mar 2026', 1, 0],
      ['1 Mar 2026', 0, 1],
    ]);
    expect(days[0]?.rows[0]).toMatchObject({
      ...{ kind: 'Changed', href: '/runbooks/late/', title: 'Late faxes' },
      systems: [{ value: 'fax-gateway', label: 'Fax gateway' }],
      told: 'New section: Undo. Changed: the text before the first section, Verify. Field: RTO minutes.',
    });
    expect(types).toEqual([{ value: 'runbooks', label: 'Runbook', count: 2 }]);
    expect(systems).toEqual([{ value: 'fax-gateway', label: 'Fax gateway', count: 2 }]);
    expect(bounds).toBe('From 1 Mar 2026 to 2 Mar 2026, days in UTC.');
  });

  it('does not name a system as its own', () => {
    const files = { 'systems/fax-gateway.mdx': [told('2026-03-01')], 'runbooks/late.mdx': late };
    const rows = changesView(book(files)).days.flatMap(({ rows, first }) => [...rows, ...first]);
    expect(rows.map(({ about }) => about)).toEqual([
      'Runbook · Fax gateway',
      'Runbook · Fax gateway',
      'System',
    ]);
    expect(rows.at(-1)?.systems).toHaveLength(1);
  });

  it('says why it is empty', () => {
    expect(changesView(book({}, 'none')).empty?.what).toContain('no history');
    const one = { 'runbooks/late.mdx': [told('2026-03-01')] };
    expect(changesView(book(one, 'shallow')).empty?.what).toContain('cut off');
    expect(changesView({ ...book({}), standard: null }).empty?.what).toContain('no history');
    expect(changesView(book({})).empty?.what).toContain('Nothing has changed');
  });

  it('says since when changes are known where everything came on one day', () => {
    const one = { 'runbooks/late.mdx': [told('2026-03-01')] };
    const { begun } = changesView(book(one));
    expect(begun?.text).toContain('known since 1 Mar 2026');
    expect(begun?.before).toBeNull();
    const week = entryOf('weekly-summary', '2026-w08', { title: 'Week 8' });
    const given = book(one);
    const corpus = corpusOf(...given.corpus.entries, week);
    expect(changesView({ ...given, corpus }).begun?.before).toEqual({
      href: '/weekly-summaries/',
      text: '1 weekly summary',
    });
    expect(changesView(book({ 'runbooks/late.mdx': late })).begun).toBeNull();
  });

  it('gives a change another key when it changes again', () => {
    const keys = (on: string) =>
      changesView(book({ 'runbooks/late.mdx': [told(on, 'More'), told('2026-03-01')] })).days[0]
        ?.rows;
    expect(keys('2026-03-02')?.[0]?.key).toBe(keys('2026-03-02')?.[0]?.key);
    expect(keys('2026-03-02')?.[0]?.key).not.toBe(keys('2026-03-03')?.[0]?.key);
  });
});

describe('what is new to a reader', () => {
  const all = [
    { key: 'c', day: '2026-03-03' },
    { key: 'b', day: '2026-03-02' },
    { key: 'a', day: '2026-03-01' },
  ];
  const visit = { at: '2026-03-03T08:00:00Z', from: '2026-02-01', keys: ['c', 'a'] };
  const keys = (...args: Parameters<typeof freshOf>) =>
    [...freshOf(...args)].map(({ key }) => key).join('');

  it('is what the last visit did not list, also of a day before it', () => {
    expect(keys(all, '', visit)).toBe('b');
    expect(keys(all, '', { ...visit, from: '2026-03-03' })).toBe('');
    expect(keys(all, '', null)).toBe('');
  });

  it('is what came on the chosen day or later', () => {
    expect(keys(all, '2026-03-02', visit)).toBe('cb');
  });

  it('is told by a visit that can be read, and by nothing else', () => {
    expect(visitFrom(JSON.stringify(visit))).toEqual(visit);
    for (const text of [null, '', '{', '7', '[]', '{"at":"x","from":"","keys":[]}', '{"at":1}'])
      expect(visitFrom(text)).toBe(null);
  });
});

/** The text of each element of a document by its name; throws where it is not well-formed. */
function textsIn(xml: string): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  const open: string[] = [];
  const parser = sax.parser(true, { xmlns: true, strictEntities: true });
  parser.onopentag = ({ name, attributes }) => {
    open.push(name);
    const href = attributes['href'];
    if (name === 'link') texts.set(name, [...(texts.get(name) ?? []), String(href?.value)]);
  };
  parser.ontext = (text) => {
    const name = open.at(-1) ?? '';
    if (text.trim() !== '') texts.set(name, [...(texts.get(name) ?? []), text]);
  };
  parser.onclosetag = () => open.pop();
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(xml).close();
  return texts;
}

/** A value whose texts are all another one. */
const allOf = <Value extends object>(value: Value, text: string): Value =>
  Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, typeof one === 'string' ? text : one]),
  ) as Value;

describe('the feed', () => {
  const files = { 'runbooks/late.mdx': late };

  it('has what RFC 4287 asks for, and addresses of the site where it is known', () => {
    const known = changesFeed(book(files), 'https://handbook.example');
    const texts = textsIn(atomOf(known));
    expect(texts.get('id')).toHaveLength(3);
    for (const id of texts.get('id') ?? [])
      expect(id).toMatch(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    expect(new Set(texts.get('id')).size).toBe(3);
    expect(texts.get('updated')?.[0]).toBe('2026-03-02T12:00:00Z');
    expect(texts.get('link')?.[2]).toBe('https://handbook.example/runbooks/late/');
    expect(textsIn(atomOf(changesFeed(book(files), undefined))).get('link')?.[2]).toBe(
      '/runbooks/late/',
    );
    expect(textsIn(atomOf(changesFeed(book({}), undefined))).get('updated')).toHaveLength(1);
  });

  it('stays well-formed whatever a title holds', () => {
    const unwritable = ['\u0000', '\u000b', '\u001b', '\ud800', '\uffff'];
    const harmless = '</title>]]><!-- & " &lt; <script>\u202e😀';
    const late = runbook(`${harmless}${unwritable.join('')}`);
    const feed = changesFeed(book(files, 'full', late), undefined);
    const [, title] = textsIn(atomOf(feed)).get('title') ?? [];
    expect(title).toBe(`Changed: ${harmless}${'\uFFFD'.repeat(unwritable.length)}`);
  });

  it('stays well-formed whatever any of its words and addresses hold', () => {
    const evil = '"></entry>&<x>';
    const feed = changesFeed(book(files), undefined);
    const [entry] = feed.entries;
    if (!entry) throw new Error('There is no entry.');
    const written = { ...allOf(entry, evil), categories: [evil] };
    const texts = textsIn(atomOf({ ...feed, ...allOf(feed, evil), entries: [written] }));
    expect([...texts].filter(([, all]) => all.some((text) => text !== evil))).toEqual([]);
    expect([...texts.keys()].sort()).toEqual(
      ['id', 'link', 'name', 'subtitle', 'summary', 'title', 'updated'].sort(),
    );
  });

  it('tells another audience by another id', () => {
    const ids = ['engineering', 'board'].map(
      (name) =>
        changesFeed({ ...book(files), audience: { name, description: null } }, undefined).id,
    );
    expect(new Set(ids).size).toBe(2);
  });
});
