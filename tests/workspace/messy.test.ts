import { describe, expect, it } from 'vitest';
import { rules } from '../../src/domain/checks/registry.ts';
import { checkFolder } from '../rules/folder.ts';
import { keyOf, marked, messy, planted } from './messy.ts';

const problems = checkFolder(messy);
const found = problems.map(keyOf).sort();

it('every planted problem is found at its place, and nothing else', () => {
  expect(found).toEqual(planted().sort());
});

it('a planted problem that were not found would be told', () => {
  const [first, ...others] = planted().sort();
  expect(first).toBeDefined();
  expect(found).not.toEqual(others);
  expect(found).not.toEqual([...planted(), 'glossary/adt.mdx:9 links.file'].sort());
});

it('marks are read from comments and from text', () => {
  expect(
    marked('a.mdx', 'x: 1 # {a.b} {c.d}\ny: "#{e.f}" # no {mark}\nText «g.h» «i.j»\n'),
  ).toEqual(['a.mdx:1 a.b', 'a.mdx:1 c.d', 'a.mdx:3 g.h', 'a.mdx:3 i.j']);
});

/** Messages that a file kept in git cannot carry; each has a test of its own. */
const elsewhere = new Set([
  'file-readable.denied',
  'file-readable.tooLarge',
  'file-readable.utf16',
  'file-readable.binary',
  'file-readable.special',
  'file-readable.loop',
  'file-readable.folder',
  'file-readable.broken',
  'file-readable.outside',
  'safe-content.repository',
  'text-encoding.notUtf8',
  'text-encoding.bom',
  'text-encoding.crlf',
  'text-encoding.cr',
  'text-encoding.nul',
  'mdx-syntax.other',
  'engagement.missing',
  'addresses.reserved',
]);

it('every message that a file in git can carry is planted', () => {
  const all = rules.flatMap(({ id, messages }) =>
    Object.keys(messages).map((one) => `${id}.${one}`),
  );
  const wanted = all.filter((key) => !elsewhere.has(key));
  const present = new Set(planted().map((line) => line.replace(/^.* /, '')));
  expect(wanted.filter((key) => !present.has(key))).toEqual([]);
});

describe('the words', () => {
  it('are sentences with every argument filled in', () => {
    for (const { message, fix } of problems) {
      expect(`${message} ${fix}`).not.toMatch(/undefined|null|NaN|\[object|\{(?!limit)[a-zA-Z]+\}/);
      expect(message).toMatch(/[.?]$/);
    }
  });

  it('stand in one order: path, line, rule', () => {
    const order = problems.map(({ path, line, ruleId }) => [path, line, ruleId] as const);
    const sorted = order.toSorted(
      (a, b) => compare(a[0], b[0]) || a[1] - b[1] || compare(a[2], b[2]),
    );
    expect(order).toEqual(sorted);
  });
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
