import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHistory } from '../../src/workspace/git.ts';
import { readGitWitness } from '../../src/workspace/git-witness.ts';
import { uncommitted } from '../../src/workspace/uncommitted.ts';
import { check } from '../rules/folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'handbook-planted-'));
const content = join(folder, 'content');
const ran = join(folder, 'ran');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What makes git take a folder for a repository, as files that a pull request can carry. */
const planted = {
  HEAD: 'ref: refs/heads/main\n',
  config: `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = ${content}\n\tfsmonitor = "touch ${ran}; false"\n`,
  'objects/keep': '',
  'refs/keep': '',
};

const git = (at: string, ...args: string[]) =>
  execFileSync('git', ['-C', at, '-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], {
    stdio: 'ignore',
  });

beforeAll(() => {
  cpSync(join(import.meta.dirname, '../fixtures/small'), content, { recursive: true });
  for (const [path, text] of Object.entries(planted)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  git(folder, 'init', '-q');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'A page');
});

describe('a git repository that is planted among the documents', () => {
  it('runs nothing, and tells no history of its own', () => {
    expect(uncommitted(content)).toEqual([]);
    expect(readHistory(content).newest).toBeNull();
    expect(readGitWitness(content).state).toBe('none');
    expect(existsSync(ran)).toBe(false);
  });

  it('would run what it names, without the guard', () => {
    git(content, 'status');
    expect(existsSync(ran)).toBe(true);
  });

  it.each(['', 'runbooks/kept/'])('is refused at its place: %j', (at) => {
    const files = Object.entries(planted).map(([path, text]) => [at + path, text]);
    expect(
      check(Object.fromEntries(files)).map(({ path, ruleId, messageId }) => [
        path,
        ruleId,
        messageId,
      ]),
    ).toEqual([[`${at}HEAD`, 'safe-content', 'repository']]);
  });
});
