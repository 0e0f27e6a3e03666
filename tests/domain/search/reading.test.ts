import { expect, test } from 'vitest';
import { daysOf } from '../../../src/domain/search/dates.ts';
import { editDistance, nearWords } from '../../../src/domain/search/near-words.ts';
import { numbersIn, numbersOf } from '../../../src/domain/search/numbered.ts';
import { readQuery } from '../../../src/domain/search/read-query.ts';
import { stemOf } from '../../../src/domain/search/stem.ts';
import { termsOf, tokensOf } from '../../../src/domain/search/terms.ts';

const textsOf = (query: string) => readQuery(query).tokens.map(({ text }) => text);

test('splits identifiers at case changes, marks and numbers, and keeps them whole', () => {
  expect(termsOf('KubeAPIDown')).toEqual(['kube', 'api', 'down', 'kubeapidown']);
  expect(termsOf('CapacityWarning95')).toContain('95');
  expect(termsOf('ORU^R01')).toEqual(termsOf('ORU_R01'));
  expect(termsOf('--grace-period=0')).toContain('--graceperiod');
  expect(termsOf('$export')).toContain('$export');
  expect(tokensOf('HL7 APIs').map(({ parts }) => parts)).toEqual([['hl7'], ['api']]);
});

test('finds words in their other forms', () => {
  expect(stemOf('expiring')).toBe(stemOf('expiration'));
  expect(stemOf('throttled')).toBe(stemOf('throttling'));
  expect(stemOf('inconsistency')).toBe(stemOf('inconsistent'));
  expect(stemOf('failures')).toBe(stemOf('failure'));
  expect(stemOf('a1b2s')).toBe('a1b2s');
});

test('keeps the telling parts of a pasted log line', () => {
  const line =
    '2026-11-02T03:14:07.123Z ERROR [worker-3] 10.0.3.17:8080 req=7f3c9a2e-1b2c-4d5e-8f90-abcdefabcdef QueueStalled: no ack in 1h0m0s at 0x7ffe12';
  const { tokens, dropped } = readQuery(line);
  const words = tokens.map(({ text }) => text);
  expect(words).toContain('QueueStalled');
  expect(words).toContain('ack');
  expect(words.join(' ')).not.toMatch(/2026|10\.0\.3|7f3c|0x7f|1h0m/);
  expect(dropped).toContain('7f3c9a2e-1b2c-4d5e-8f90-abcdefabcdef');
});

test('takes type, trigger and error codes from a whole HL7 message, and nothing of the patient', () => {
  const message =
    'MSH|^~\\&|LAB|LARKFEN|EHR|LARKFEN|20261102031407||ORU^R01|MSG00042|P|2.5.1\rPID|1||99887766^^^LARKFEN||WREN^ODA\rMSA|AE|MSG00042|Segment sequence error\rERR||PID^1|100';
  const words = textsOf(message);
  expect(words).toEqual(expect.arrayContaining(['ORU^R01', 'ACK', 'AE']));
  expect(words.join(' ')).not.toMatch(/WREN|ODA|99887766|LARKFEN/);
});

test('keeps codes and paths letter by letter', () => {
  expect(readQuery('see `/var/lib/kubelet` and --force').literals).toEqual([
    '/var/lib/kubelet',
    '--force',
  ]);
  expect(textsOf('HTTP 403')).toEqual(['HTTP', '403']);
  expect(textsOf('what is the')).not.toEqual([]);
});

test.each([
  ['10,000 characters', 'a'.repeat(10_000)],
  ['many words', 'queue '.repeat(2_000)],
  ['marks', '(((((([[[[['.repeat(900)],
  ['hexadecimal', '0123456789abcdef'.repeat(625)],
  ['open tags', '<a '.repeat(3_300)],
  ['a domain name that never ends', 'a.'.repeat(5_000)],
  ['times', '1h'.repeat(5_000)],
  ['segments', 'MSH|'.repeat(2_500)],
  ['control characters', '\u0000\u0007\u001b'.repeat(3_000)],
  ['nothing', ' \n\t '],
])('reads %s in bounds', (_, query) => {
  const { tokens, literals } = readQuery(query);
  expect(tokens.length).toBeLessThanOrEqual(14);
  expect(literals.length).toBeLessThanOrEqual(6);
});

test('leaves out what no reader sees', () => {
  expect(textsOf('\u202eposion\u202c que\u00adue\u0000')).toEqual(['posion', 'queue']);
  expect(textsOf('<img src=x onerror=alert(1)>stalled')).toEqual(['stalled']);
});

test('knows which word was meant', () => {
  const known = ['poison', 'position', 'samhsa', 'throttl', 'inconsistent'];
  const meant = (word: string) => nearWords(word, known, () => 1)[0]?.word;
  expect(meant('posion')).toBe('poison');
  expect(meant('samsha')).toBe('samhsa');
  expect(meant('throtl')).toBe('throttl');
  expect(meant('inconsistant')).toBe('inconsistent');
  expect(meant('api')).toBeUndefined();
  expect(editDistance('abcd', 'badc', 3)).toBe(2);
});

test('knows a day in figures and in words, and leaves the head of a log line aside', () => {
  const day = ['.d1009'];
  for (const text of ['2026-10-09', 'on 9 October', 'Oct 9, 2026', 'the 9th of October'])
    expect.soft(daysOf(text), text).toEqual(day);
  expect(readQuery('what happened on 9 October').tokens.at(-1)?.parts).toEqual(day);
  expect(readQuery('Sep 08 11:07:12 app-01 stalled').tokens.map(({ text }) => text)).not.toContain(
    'Sep 08',
  );
});

test('knows a decision by its number', () => {
  const id = { kind: 'id', text: 'adrs/0009-dead-letters', anchor: null } as const;
  for (const query of ['ADR 0009', 'adr-9', 'decision 9'])
    expect.soft(numbersOf(id), query).toContain(numbersIn(query)[0]);
});
