import { expect, test } from 'vitest';
import { cell, table } from '../../src/cli/table.ts';
import { suggest } from '../../src/domain/problems/suggest.ts';

test('a table is aligned also under wide letters and pictures', () => {
  const rows = [
    ['name', 'x'],
    ['引き継ぎ', 'a'],
    ['🚑', 'b'],
    ['é', 'c'],
  ];
  expect(table(rows)).toBe('name      x\n引き継ぎ  a\n🚑        b\né         c\n');
  expect(table([])).toBe('');
});

test('a cell is one clean line that is cut between letters', () => {
  expect(cell('a\n\u001b[31mb\u202ec')).toBe('a [31mb c');
  expect(cell('👩‍🚒👩‍🚒👩‍🚒', 2)).toBe('👩‍🚒…');
});

test('a suggestion knows letters that changed places, and lets single letters be', () => {
  expect(suggest('emial', ['name', 'email'])).toBe('email');
  expect(suggest('lsit', ['init', 'list'])).toBe('list');
  expect(suggest('7', ['1', '2'])).toBeNull();
  expect(suggest('', ['a'])).toBeNull();
});
