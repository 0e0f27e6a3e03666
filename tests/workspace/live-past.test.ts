import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Entry } from '../../src/domain/graph/corpus.ts';
import { livePast } from '../../src/workspace/live-past.ts';
import { witnessMemory } from '../../src/workspace/witness-memory.ts';

const folder = mkdtempSync(join(tmpdir(), 'handbook-live-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], {
    cwd: folder,
    stdio: 'ignore',
  });

function commit(name: string): void {
  writeFileSync(join(folder, name), name);
  git('add', '--all');
  git('-c', 'commit.gpgsign=false', 'commit', '--quiet', '--message', name);
}

it('reads the history again only where there is a new commit', () => {
  const { past } = livePast(folder);
  expect(past().history.newest).toBeNull();
  git('init', '--quiet');
  commit('a.txt');
  const first = past();
  expect(first.git().begins).not.toBeNull();
  expect([...first.history.changes.keys()]).toEqual(['a.txt']);
  expect(past()).toBe(first);
  commit('b.txt');
  expect([...past().history.changes.keys()].sort()).toEqual(['a.txt', 'b.txt']);
});

it('hashes an entry again where a file that it shows is another one', () => {
  const { hash } = witnessMemory();
  const entry = {} as Entry;
  let digest = 'one';
  const hashNow = () =>
    hash(
      entry,
      () => digest,
      (digestOf) => `of ${digestOf('a.png')}`,
    );
  expect(hashNow()).toBe('of one');
  expect(
    hash(
      entry,
      () => digest,
      () => 'computed again',
    ),
  ).toBe('of one');
  digest = 'two';
  expect(hashNow()).toBe('of two');
});

it('reads a file again where it was written', () => {
  const { fact } = witnessMemory();
  const file = join(folder, 'fact.txt');
  const read = (text: string) => () => ({ digest: text, bytes: 0, text });
  writeFileSync(file, '1');
  expect(fact(file, read('first'))?.digest).toBe('first');
  expect(fact(file, read('again'))?.digest).toBe('first');
  writeFileSync(file, '22');
  expect(fact(file, read('second'))?.digest).toBe('second');
});
