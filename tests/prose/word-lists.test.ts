import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wordsOfList } from '../../src/domain/prose/known-words.ts';
import { wordsIn } from '../../src/domain/prose/words.ts';
import {
  dictionaryOf,
  ownList,
  ownLists,
  publicDictionaries,
} from '../../src/workspace/prose/dictionary.ts';

const tries = publicDictionaries();
const isPublic = (word: string) =>
  [word, word.toLowerCase()].some((one) => tries.some((trie) => trie.hasWord(one, true)));
const sorted = (words: readonly string[]) =>
  words.toSorted((a, b) => {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  });

test.each(ownLists)('%s is sorted, has each word once, and none that a dictionary has', (name) => {
  const words = wordsOfList(ownList(name));
  expect(words.length).toBeGreaterThan(50);
  expect(words).toEqual(sorted(words));
  const lower = words.map((word) => word.toLowerCase());
  expect(lower.filter((word, index) => lower.indexOf(word) !== index)).toEqual([]);
  expect(words.filter(isPublic)).toEqual([]);
});

test('no word stands in both lists, and each is one that is looked up', () => {
  const words = ownLists.flatMap((name) => wordsOfList(ownList(name)));
  expect(new Set(words).size).toBe(words.length);
  expect(words.filter((word) => wordsIn(word)[0]?.word !== word)).toEqual([]);
});

test('the words of the sample are sorted and needed', () => {
  const words = wordsOfList(
    readFileSync(join(import.meta.dirname, '../../content/words.txt'), 'utf8'),
  );
  expect(words).toEqual(sorted(words));
  const without = dictionaryOf([]);
  expect(words.filter((word) => without.has(word))).toEqual([]);
});

test('what is suggested for a name in small letters is the name as it is written', () => {
  const { has, suggest } = dictionaryOf([]);
  expect([has('april'), suggest('april'), suggest('apirl')]).toEqual([false, 'April', 'April']);
});

test('the language of healthcare and of operations is known', () => {
  const { has } = dictionaryOf([]);
  const words =
    'clearinghouse copay Epic FHIR flowsheet LOINC Medicaid payer remittance Surescripts triage telehealth backpressure crashloop failover idempotency Kubernetes kubectl postmortem requeued runbook webhook organisation organization colour';
  expect(words.split(' ').filter((word) => !has(word) && wordsIn(word).length > 0)).toEqual([]);
});
