import { expect, test } from 'vitest';
import { commonWords } from '../../../src/domain/search/common-words.ts';
import { type Loader, searchEngine } from '../../../src/domain/search/engine.ts';
import type { Answer, Name, Page } from '../../../src/domain/search/model.ts';
import { readNames, writeNames } from '../../../src/domain/search/names-file.ts';
import { shardBytes, shardOf } from '../../../src/domain/search/postings.ts';
import { abbreviations } from '../../../src/domain/search/synonyms.ts';
import { textIndex } from '../../../src/domain/search/text-index.ts';

const page = (
  address: string,
  title: string,
  names: readonly Name[] = [],
  type = 'Runbook',
): Page => ({
  address,
  title,
  summary: null,
  facets: { type: [type], system: [], owner: [], status: [], audience: [], date: ['2026-11'] },
  names: [
    { kind: 'title', text: title, anchor: null },
    { kind: 'id', text: address.slice(1, -1), anchor: null },
    ...names,
  ],
});
const name = (kind: Name['kind'], text: string): Name => ({ kind, text, anchor: null });

const pages = [
  page('/alerts/queue-stalled/', 'QueueStalled', [name('alert', 'QueueStalled')], 'Alert'),
  page(
    '/glossary/adt/',
    'ADT',
    [name('term', 'ADT'), name('term', 'Admit, discharge, transfer')],
    'Term',
  ),
  page('/runbooks/feed/', 'The feed stands still', [name('alert', 'QueueStalled')]),
  page('/runbooks/poison/', 'Poison messages wait', [name('path', 'ops/queues/poison-queue.md')]),
  page('/runbooks/transfer/', 'Bed changes are late'),
];
const texts = [
  'Rings when no message was read for ten minutes.',
  'The family of messages about who a patient is.',
  'The feed stands still. Restart the bridge with feedctl restart --force and watch /var/lib/feed/spool.',
  'Messages that nobody can read. The bridge answers ORU^R01 with AE.',
  'When a patient moves, the admit, discharge and transfer messages are late.',
];

const bytes = textIndex(texts.map((content) => ({ content, headings: [] })));
const synonyms = abbreviations(pages, texts);
const namesText = writeNames({
  pages,
  documents: pages.length,
  synonyms,
  texts: { folder: 'x', firsts: bytes.firsts },
});
const loader: Loader = {
  names: async () => namesText,
  part: async (_, number) => bytes.shards[number] ?? Promise.reject(new Error('404')),
  page: async (_, number) =>
    JSON.stringify({
      address: pages[number]?.address,
      summary: null,
      content: texts[number],
      sections: [{ at: 0, anchor: 'meaning', title: 'Meaning' }],
    }),
  words: async () => commonWords(texts),
  pause: async () => {},
};

async function ask(query: string, changes: Partial<Loader> = {}, filters = {}): Promise<Answer> {
  const answers: Answer[] = [];
  const engine = searchEngine({ ...loader, ...changes });
  await engine.ask({ query, filters, limit: 10 }, (answer) => answers.push(answer));
  const last = answers.at(-1);
  if (!last) throw new Error('No answer came.');
  return last;
}
const first = async (query: string) => (await ask(query)).results[0]?.page.address;

test('puts the runbook of an alert first and its record directly behind, in any spelling', async () => {
  const found = (await ask('QueueStalled')).results.map((one) => one.page.address);
  expect(found.slice(0, 2)).toEqual(['/runbooks/feed/', '/alerts/queue-stalled/']);
  expect(await first('QueueStalled')).toBe('/runbooks/feed/');
  expect(await first('queue_stalled')).toBe('/runbooks/feed/');
  expect(await first('queuestall')).toBe('/runbooks/feed/');
});

test('finds slips of the pen, paths, flags and codes', async () => {
  expect(await first('posion messages')).toBe('/runbooks/poison/');
  expect((await ask('posion messages')).understood.corrected).toEqual([
    { from: 'posion', to: 'poison' },
  ]);
  expect(await first('queues/poison-queue')).toBe('/runbooks/poison/');
  expect(await first('/var/lib/feed')).toBe('/runbooks/feed/');
  expect(await first('feedctl --force')).toBe('/runbooks/feed/');
  expect(await first('ORU_R01')).toBe('/runbooks/poison/');
});

test('knows what an abbreviation of the glossary stands for', async () => {
  const { results, understood } = await ask('ADT late');
  expect(results.map((one) => one.page.address)).toContain('/runbooks/transfer/');
  expect(understood.synonyms).toEqual([{ from: 'ADT', to: 'Admit, discharge, transfer' }]);
});

test('shows each page once, with the section and the words that answer', async () => {
  const { results, complete, missing } = await ask('restart the bridge');
  const addresses = results.map((one) => one.page.address);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(results[0]?.section).toEqual({ anchor: 'meaning', title: 'Meaning' });
  const excerpt = results[0]?.excerpt ?? [];
  expect(excerpt.filter(({ hit }) => hit).map(({ text }) => text)).toEqual([
    'Restart',
    'bridge',
    'restart',
  ]);
  expect(texts[2]).toContain(excerpt.map(({ text }) => text).join(''));
  expect([complete, missing]).toEqual([true, []]);
});

test('narrows by facets, and counts each facet without its own filter', async () => {
  const { results, facets } = await ask('QueueStalled', {}, { type: ['Runbook'] });
  expect(results.every((one) => one.page.facets.type.includes('Runbook'))).toBe(true);
  expect(facets.type.map(({ value }) => value)).toContain('Alert');
});

test('lists what filters let through, by title, where nothing is asked', async () => {
  const { results, total, complete } = await ask('', {}, { type: ['Runbook'] });
  expect(results.map((one) => one.page.title)).toEqual([
    'Bed changes are late',
    'Poison messages wait',
    'The feed stands still',
  ]);
  expect([total, complete]).toEqual([3, true]);
  expect((await ask('')).results).toEqual([]);
});

test('takes no piece of a code for an abbreviation', async () => {
  expect((await ask('no-adt')).understood.synonyms).toEqual([]);
});

test('says what was understood and offers the nearest where nothing is found', async () => {
  const { results, nearest, understood } = await ask('Quxstallqd');
  expect(results).toEqual([]);
  expect(nearest.map((one) => one.address)).toContain('/alerts/queue-stalled/');
  expect(understood.words).toEqual(['Quxstallqd']);
});

test('says which index is missing or damaged, and answers from the other', async () => {
  const gone = () => Promise.reject(new Error('404'));
  expect((await ask('poison', { names: gone })).missing).toEqual(['names', 'text']);
  expect(
    (await ask('poison', { names: async () => namesText.replace('Poison', 'Prison') })).missing,
  ).toContain('names');
  expect((await ask('poison', { names: async () => namesText.slice(0, -9) })).missing).toContain(
    'names',
  );
  const withoutParts = await ask('poison', { part: gone });
  expect(withoutParts.missing).toEqual(['text']);
  expect(withoutParts.results[0]?.page.address).toBe('/runbooks/poison/');
  const damaged = await ask('poison', { part: async () => new Uint8Array([3, 9, 255, 255]) });
  expect(damaged.missing).toEqual(['text']);
});

test('tells an index of a wrong shape as missing, and lets no question fail', async () => {
  const file = (change: object) =>
    writeNames({ pages, documents: pages.length, synonyms, texts: null, ...change });
  for (const change of [
    { synonyms: null },
    { synonyms: [7] },
    { synonyms: [{ short: 5, words: null }] },
  ])
    expect((await ask('poison', { names: async () => file(change as object) })).missing).toEqual([
      'names',
      'text',
    ]);
  const texts = { folder: 'x', firsts: null };
  const answer = await ask('poison', { names: async () => file({ texts }) });
  expect([answer.complete, answer.missing]).toEqual([true, ['text']]);
  expect(answer.results[0]?.page.address).toBe('/runbooks/poison/');
  const never = { names: async () => namesText, pause: () => Promise.reject(new Error('gone')) };
  expect((await ask('poison', never)).missing).toEqual(['names', 'text']);
});

test('asks again for the words that did not come', async () => {
  let calls = 0;
  const words = () => {
    calls += 1;
    return Promise.reject(new Error('late'));
  };
  const engine = searchEngine({ ...loader, words });
  for (const query of ['quxstallqd', 'quxstallqe'])
    await engine.ask({ query, filters: {}, limit: 3 }, () => {});
  expect(calls).toBe(2);
});

test('is silent once a later question was asked', async () => {
  const answers: Answer[] = [];
  await searchEngine(loader).ask(
    { query: 'a', filters: {}, limit: 3 },
    (one) => answers.push(one),
    () => true,
  );
  expect(answers).toEqual([]);
});

test('reads back what it wrote', () => {
  const read = readNames(namesText);
  expect(read.pages.map(({ names }) => names)).toEqual(pages.map(({ names }) => names));
  expect(read.pages.map(({ facets }) => facets)).toEqual(pages.map(({ facets }) => facets));
  const shard = new Map([
    ['müll', [{ page: 3, weight: 1 }]],
    [
      'müller',
      [
        { page: 0, weight: 0.25 },
        { page: 700, weight: 5.5 },
      ],
    ],
  ]);
  expect(shardOf(shardBytes(shard))).toEqual(shard);
});
