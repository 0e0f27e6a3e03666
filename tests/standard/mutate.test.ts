import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kinds } from '../../scripts/mutate/kinds.ts';
import { textOf } from '../../scripts/mutate/report.ts';
import { tryAll } from '../../scripts/mutate/try.ts';

it('notices at least 95 of 100 single defects of the sample, and explains the others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-mutate-'));
  try {
    cpSync(join(import.meta.dirname, '../../content'), folder, { recursive: true });
    const tried = tryAll(folder, 1, 7);
    const missed = tried.filter(({ rules }) => rules.length === 0);
    expect(new Set(tried.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(25);
    expect(
      missed.filter(({ kind }) => kind.excuse === undefined).map(({ kind }) => kind.name),
    ).toEqual([]);
    expect(missed.length / tried.length, textOf(tried)).toBeLessThanOrEqual(0.05);
    expect(tried.length).toBeGreaterThan(kinds.length / 2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 300_000);
