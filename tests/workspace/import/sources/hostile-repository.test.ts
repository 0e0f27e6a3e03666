import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { gitIn } from '../../../../src/workspace/git-run.ts';
import { readGitWitness } from '../../../../src/workspace/git-witness.ts';
import { factsOf } from '../../../../src/workspace/import/sources/facts.ts';
import { readRenames } from '../../../../src/workspace/renames.ts';

/** A repository that wants an object that it lacks from a server, which is a program that leaves a mark. */
function luring(): { folder: string; mark: string } {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-luring-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=Nobody', '-c', 'user.email=nobody@example.com', '-C', folder, ...args],
      { encoding: 'utf8', env: { ...process.env, GIT_COMMITTER_DATE: DAY, GIT_AUTHOR_DATE: DAY } },
    ).trim();
  git('init', '-q');
  mkdirSync(join(folder, 'docs'));
  const lines = Array.from({ length: 40 }, (_, at) => `Line ${at} of the made-up page.\n`).join('');
  writeFileSync(join(folder, 'docs/old.md'), lines);
  git('add', '.');
  git('commit', '-qm', 'Begin');
  const blob = git('rev-parse', 'HEAD:docs/old.md');
  git('mv', 'docs/old.md', 'docs/new.md');
  writeFileSync(join(folder, 'docs/new.md'), `${lines}One more.\n`);
  git('commit', '-qam', 'Rename');
  rmSync(join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
  const mark = join(folder, 'mark');
  const settings = {
    'core.repositoryFormatVersion': '1',
    'extensions.partialClone': 'origin',
    'remote.origin.promisor': 'true',
    'remote.origin.url': folder,
    'remote.origin.uploadpack': `touch '${mark}'; git-upload-pack`,
    'protocol.allow': 'always',
    'protocol.file.allow': 'always',
  };
  for (const [name, value] of Object.entries(settings)) git('config', name, value);
  return { folder, mark };
}

const DAY = '2024-05-06T12:00:00Z';

test('a repository that names a program as its server runs nothing, and its dates are read', () => {
  const { folder, mark } = luring();
  const facts = factsOf(join(folder, 'docs'));
  expect(facts.of('new.md')).toMatchObject({ created: '2024-05-06', changed: '2024-05-06' });
  expect(existsSync(mark)).toBe(false);
});

test('neither does the history of a content folder in such a repository', () => {
  const { folder, mark } = luring();
  readRenames(join(folder, 'docs'));
  readGitWitness(join(folder, 'docs'));
  expect(existsSync(mark)).toBe(false);
});

test('git may use no transport, also where it asks for objects by name', () => {
  const { folder, mark } = luring();
  expect(() => gitIn(folder)(['fetch', '--quiet', 'origin'])).toThrow('not allowed');
  expect(existsSync(mark)).toBe(false);
});
