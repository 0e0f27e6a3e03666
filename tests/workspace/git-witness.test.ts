import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { GitWitness } from '../../src/domain/standard/witness.ts';
import { readHistory } from '../../src/workspace/git.ts';
import { readGitWitness } from '../../src/workspace/git-witness.ts';
import { git, withFolder } from '../standard/bundle.ts';

/** A repository, in which people commit one file after the other. */
interface Repository {
  readonly root: string;
  write(path: string, text: string | null): void;
  commit(on: string, by?: string, message?: string): string;
  git(...args: string[]): string;
}

const ann = 'Ann <ann@customer.example>';
const leo = 'Leo <leo@vendor.example>';

function identity(by: string, on: string): Record<string, string> {
  const [, name = '', mail = ''] = /^(.*) <(.*)>$/.exec(by) ?? [];
  const at = /[T@]/.test(on) ? on : `${on}T12:00:00Z`;
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: mail,
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: mail,
    GIT_COMMITTER_DATE: at,
  };
}

const inRepository = (use: (repository: Repository) => void): Promise<void> =>
  withFolder([], (root) => {
    git(root, ['init', '-q', '-b', 'main']);
    use({
      root,
      write: (path, text) => {
        const file = join(root, path);
        mkdirSync(dirname(file), { recursive: true });
        if (text === null) rmSync(file);
        else writeFileSync(file, text);
      },
      commit: (on, by = ann, message = 'Write') => {
        git(root, ['add', '-A']);
        git(root, ['commit', '-q', '--allow-empty', '-m', message], identity(by, on));
        return git(root, ['rev-parse', 'HEAD']).trim();
      },
      git: (...args) => git(root, args, identity(ann, '2026-03-01')),
    });
  });

/** Kind, path, day and text of each version, newest first. */
const told = (witness: GitWitness, path: string): string[] =>
  witness
    .versions(path)
    .map((version) =>
      [version.kind, version.path, version.commit.on, witness.textOf(version)?.trim() ?? '-'].join(
        ' ',
      ),
    );

const long = (last: string): string => `${'A line of the page.\n'.repeat(20)}${last}\n`;
const short = (text: string): string => text.replace(/(A line of the page\.\s+)+/, '');

describe('versions', () => {
  test('are there, newest first, with text and people', () =>
    inRepository(({ root, write, commit }) => {
      write('a.mdx', 'one\n');
      const first = commit('2026-01-01', 'Ann <Ann@Customer.example>');
      write('a.mdx', 'two\n');
      commit('2026-01-02', leo);
      const witness = readGitWitness(root);
      expect(witness).toMatchObject({ state: 'full', begins: '2026-01-01', gone: [] });
      expect(told(witness, 'a.mdx')).toEqual([
        'changed a.mdx 2026-01-02 two',
        'added a.mdx 2026-01-01 one',
      ]);
      expect(witness.versions('a.mdx')[1]?.commit).toEqual({
        id: first,
        on: '2026-01-01',
        at: '2026-01-01T12:00:00Z',
        author: 'ann@customer.example',
        committer: 'ann@customer.example',
        reviewers: [],
      });
      expect(witness.versions('never.mdx')).toEqual([]);
    }));

  test('of a file that was renamed, and edited on the way, go on', () =>
    inRepository(({ root, write, commit }) => {
      write('a.mdx', long('one'));
      commit('2026-01-01');
      write('a.mdx', null);
      write('b.mdx', long('two'));
      commit('2026-01-02');
      write('b.mdx', null);
      write('c/c.mdx', long('two'));
      commit('2026-01-03');
      const witness = readGitWitness(root);
      expect(told(witness, 'c/c.mdx').map(short)).toEqual([
        'renamed c/c.mdx 2026-01-03 two',
        'renamed b.mdx 2026-01-02 two',
        'added a.mdx 2026-01-01 one',
      ]);
      expect(witness.versions('a.mdx')).toEqual([]);
      expect(witness.gone).toEqual([]);
    }));

  test('of two files that changed names keep apart', () =>
    inRepository(({ root, write, commit }) => {
      write('a.mdx', 'of a\n');
      commit('2026-01-01');
      write('b.mdx', 'of b\n');
      commit('2026-01-02');
      renameSync(join(root, 'a.mdx'), join(root, 'x.mdx'));
      commit('2026-01-03');
      renameSync(join(root, 'b.mdx'), join(root, 'a.mdx'));
      commit('2026-01-04');
      renameSync(join(root, 'x.mdx'), join(root, 'b.mdx'));
      commit('2026-01-05');
      const witness = readGitWitness(root);
      expect(told(witness, 'a.mdx').at(-1)).toBe('added b.mdx 2026-01-02 of b');
      expect(told(witness, 'b.mdx').at(-1)).toBe('added a.mdx 2026-01-01 of a');
    }));

  test('go on where a file was taken away and came back under its name', () =>
    inRepository(({ root, write, commit }) => {
      write('a.mdx', 'one\n');
      commit('2026-01-01');
      write('a.mdx', null);
      commit('2026-01-02');
      write('a.mdx', 'quite another text\n');
      commit('2026-01-03');
      const witness = readGitWitness(root);
      expect(told(witness, 'a.mdx')).toEqual([
        'added a.mdx 2026-01-03 quite another text',
        'deleted a.mdx 2026-01-02 -',
        'added a.mdx 2026-01-01 one',
      ]);
      expect(witness.gone).toEqual([]);
    }));

  test('begin anew under another name with another text, and what was is gone', () =>
    inRepository(({ root, write, commit }) => {
      write('a.mdx', 'one\n');
      commit('2026-01-01');
      write('a.mdx', null);
      commit('2026-01-02', leo);
      write('b.mdx', 'quite another text\n');
      commit('2026-01-03');
      const witness = readGitWitness(root);
      expect(told(witness, 'b.mdx')).toEqual(['added b.mdx 2026-01-03 quite another text']);
      expect(witness.gone.map(({ path, kind, commit: by }) => [path, kind, by.author])).toEqual([
        ['a.mdx', 'deleted', 'leo@vendor.example'],
      ]);
    }));

  test('of a file that gave way to a renamed one are not those of the other', () =>
    inRepository(({ root, write, commit }) => {
      write('a.mdx', 'old a\n');
      write('b.mdx', long('of b'));
      commit('2026-01-01');
      write('a.mdx', null);
      commit('2026-01-02');
      renameSync(join(root, 'b.mdx'), join(root, 'a.mdx'));
      commit('2026-01-03');
      const witness = readGitWitness(root);
      expect(told(witness, 'a.mdx').map(short)).toEqual([
        'renamed a.mdx 2026-01-03 of b',
        'added b.mdx 2026-01-01 of b',
      ]);
      expect(witness.gone.map(({ path, commit: by }) => [path, by.on])).toEqual([
        ['a.mdx', '2026-01-02'],
      ]);
    }));

  test('of a file with odd letters in its name are found', () =>
    inRepository(({ root, write, commit }) => {
      write('ü b\t"c".mdx', 'one\n');
      commit('2026-01-01');
      expect(told(readGitWitness(root), 'ü b\t"c".mdx')).toHaveLength(1);
    }));

  test('that are no text have none', () =>
    inRepository(({ root, commit }) => {
      writeFileSync(join(root, 'a.png'), Uint8Array.of(0x89, 0xff, 0x00));
      commit('2026-01-01');
      const witness = readGitWitness(root);
      expect(witness.versions('a.png').map(witness.textOf)).toEqual([null]);
    }));
});

describe('a merge', () => {
  /** A branch with one commit of Leo's, merged by somebody. */
  function merged({ write, commit, git: run }: Repository, root: string, by: string): void {
    write('a.mdx', long('one'));
    commit('2026-01-01');
    run('checkout', '-q', '-b', 'branch');
    write('a.mdx', long('two'));
    commit('2026-01-02', leo);
    run('checkout', '-q', 'main');
    git(root, ['merge', '-q', '--no-ff', 'branch', '-m', 'Merge'], identity(by, '2026-01-03'));
  }

  test('of several branches at once leaves the history readable', () =>
    inRepository(({ root, write, commit, git: run }) => {
      write('a.mdx', 'one\n');
      commit('2026-01-01');
      for (const name of ['b', 'c']) {
        run('switch', '-q', '-c', name, 'main');
        write(`${name}.mdx`, `${name}\n`);
        commit('2026-01-02');
      }
      run('switch', '-q', 'main');
      write('d.mdx', 'd\n');
      commit('2026-01-02');
      run('merge', '-q', 'b', 'c', '-m', 'Merge both');
      write('a.mdx', 'two\n');
      commit('2026-03-02');
      const witness = readGitWitness(root);
      expect(witness.state).toBe('full');
      expect(told(witness, 'c.mdx')).toEqual(['added c.mdx 2026-01-02 c']);
      expect(told(witness, 'a.mdx')).toHaveLength(2);
    }));

  test('by another one is a review', () =>
    inRepository((repository) => {
      merged(repository, repository.root, ann);
      const [version] = readGitWitness(repository.root).versions('a.mdx');
      expect(version?.commit).toMatchObject({
        author: 'leo@vendor.example',
        reviewers: ['ann@customer.example'],
      });
    }));

  test('by the author is none', () =>
    inRepository((repository) => {
      merged(repository, repository.root, leo);
      const [version] = readGitWitness(repository.root).versions('a.mdx');
      expect(version?.commit.reviewers).toEqual([]);
    }));

  test('that changes the text itself is a version', () =>
    inRepository((repository) => {
      const { root, write, git: run } = repository;
      merged(repository, root, ann);
      write('a.mdx', long('slipped in'));
      write('new.mdx', 'slipped in as well\n');
      run('add', '-A');
      git(root, ['commit', '-q', '--amend', '--no-edit'], identity(leo, '2026-01-03'));
      const witness = readGitWitness(root);
      expect(told(witness, 'a.mdx').map(short)).toEqual([
        'changed a.mdx 2026-01-03 slipped in',
        'changed a.mdx 2026-01-02 two',
        'added a.mdx 2026-01-01 one',
      ]);
      expect(told(witness, 'new.mdx')).toEqual(['added new.mdx 2026-01-03 slipped in as well']);
    }));
});

describe('reviewers', () => {
  const reviewersOf = (message: string) =>
    new Promise<readonly string[]>((resolve) => {
      void inRepository(({ root, write, commit }) => {
        write('a.mdx', 'one\n');
        commit('2026-01-01', leo, message);
        resolve(readGitWitness(root).versions('a.mdx')[0]?.commit.reviewers ?? []);
      });
    });

  test.each([
    ['Reviewed-by: Ann <Ann@Customer.example>', ['ann@customer.example']],
    ['Approved-by: ann@customer.example', ['ann@customer.example']],
    [
      'Reviewed-by: Ann <ann@customer.example>\nApproved-by: Bo <bo@customer.example>',
      ['ann@customer.example', 'bo@customer.example'],
    ],
    ['Reviewed-by: Leo <LEO@vendor.example>', []],
    ['Co-authored-by: Ann <ann@customer.example>', []],
  ])('%s', async (trailers, expected) => {
    expect(await reviewersOf(`Write\n\n${trailers}`)).toEqual(expected);
  });

  test.each(['\u0001', '\u0002', '\u0003', '\u0004'])(
    'are none where an address holds a control character, %j',
    async (mark) => {
      const message = `Write\n\nReviewed-by: <x${mark}ann@customer.example>`;
      expect(await reviewersOf(message)).toEqual(
        mark === '\u0003' ? ['<x', 'ann@customer.example>'] : [],
      );
    },
  );

  test('are not found in the middle of the words', async () => {
    const message = 'Write\n\nReviewed-by: Ann <ann@customer.example>\n\nMore words follow.';
    expect(await reviewersOf(message)).toEqual([]);
  });
});

describe('what a commit message, a name or an address holds', () => {
  test.each(['\u0004', '\u0001', '\u0002', '\u0003\u0004'])(
    'ends no field: %j hides no deletion',
    (mark) =>
      inRepository(({ root, write, commit }) => {
        write('a.mdx', 'one\n');
        write('b.mdx', 'other\n');
        commit('2026-01-01');
        write('a.mdx', null);
        const by = `L${mark}eo <l${mark}eo@vendor.example>`;
        commit('2026-01-02', by, `Remove\n\nReviewed-by: x${mark}`);
        const witness = readGitWitness(root);
        expect(witness.gone.map(({ path, commit: { on } }) => [path, on])).toEqual([
          ['a.mdx', '2026-01-02'],
        ]);
        const { commits } = readHistory(root);
        expect(commits.map(({ paths }) => paths)).toEqual([['a.mdx'], ['a.mdx', 'b.mdx']]);
        expect(commits[0]?.author).toBe(`L${mark}eo`);
      }),
  );

  test('puts no files of its commit into an earlier one', () =>
    inRepository(({ root, write, commit }) => {
      write('a.mdx', 'one\n');
      const first = commit('2026-01-01');
      write('b.mdx', 'two\n');
      const ann2 = 'ann@customer.example';
      const message = `Write\n\nReviewed-by: x\u0004\u0001${first}\u0002${ann2}\u0002${ann2}\u0002`;
      const second = commit('2026-01-02', leo, message);
      const [version] = readGitWitness(root).versions('b.mdx');
      expect(version?.commit).toMatchObject({ id: second, on: '2026-01-02', reviewers: [] });
    }));

  test('is no moment: an address ends no field of the lineage', () =>
    inRepository(({ root, write, commit }) => {
      write('a.mdx', 'one\n');
      commit('2026-01-02', 'Leo <leo@vendor.example\u00011>');
      expect(readGitWitness(root).begins).toBe('2026-01-02');
    }));

  test('is not turned into what ends a field by an encoding', () =>
    inRepository(({ root, write, commit, git: run }) => {
      write('a.mdx', 'one\n');
      commit('2026-01-01');
      run('config', 'i18n.commitEncoding', 'UTF-7');
      write('a.mdx', null);
      write('b.mdx', 'two\n');
      commit('2026-01-02', 'L+AAA-eo <l+AAA-eo@vendor.example>', 'x\n\nReviewed-by: x+AAA-');
      const witness = readGitWitness(root);
      expect(witness.gone.map(({ path }) => path)).toEqual(['a.mdx']);
      expect(readHistory(root).commits.map(({ paths }) => paths)).toEqual([
        ['a.mdx', 'b.mdx'],
        ['a.mdx'],
      ]);
    }));
});

test('a file whose name is a hash begins no commit', () =>
  inRepository(({ root, write, commit }) => {
    const names = ['1'.repeat(40), '2'.repeat(40), ':3 4 5 6 A'];
    for (const name of names) write(name, `${name}\n`);
    commit('2026-01-01');
    expect(readHistory(root).commits.map(({ paths }) => [...paths])).toEqual([names]);
    expect(told(readGitWitness(root), names[2] ?? '')).toHaveLength(1);
  }));

test('order is told by ancestry, whatever dates say', () =>
  inRepository(({ root, write, commit }) => {
    write('a.mdx', 'one\n');
    commit('2026-06-01');
    write('a.mdx', 'two\n');
    commit('2025-01-01');
    write('a.mdx', 'three\n');
    commit('2026-01-01');
    const witness = readGitWitness(root);
    const [third, second, first] = witness.versions('a.mdx').map((version) => version.commit);
    expect(told(witness, 'a.mdx').map((words) => words.split(' ').at(-1))).toEqual([
      'three',
      'two',
      'one',
    ]);
    if (!first || !second || !third) throw new Error('Three commits were made');
    expect(witness.precedes(first, second)).toBe(true);
    expect(witness.precedes(first, third)).toBe(true);
    expect(witness.precedes(second, first)).toBe(false);
    expect(witness.precedes(first, first)).toBe(false);
    expect([first, second, third].map(({ on }) => on)).toEqual([
      '2026-06-01',
      '2026-06-01',
      '2026-06-01',
    ]);
    expect(witness.begins).toBe('2026-06-01');
  }));

test('a date that no calendar has takes nothing out of sight', () =>
  inRepository(({ root, write, commit }) => {
    write('a.mdx', 'one\n');
    commit('2026-01-01');
    write('b.mdx', 'two\n');
    commit('@99999999999999 +0000');
    const witness = readGitWitness(root);
    expect(witness.begins).toBe('2026-01-01');
    expect(witness.versions('b.mdx')[0]?.commit.at).toBe('9999-12-31T23:59:59Z');
  }));

test('commits of two branches precede each other in neither way', () =>
  inRepository(({ root, write, commit, git: run }) => {
    write('a.mdx', 'one\n');
    commit('2026-01-01');
    run('checkout', '-q', '-b', 'branch');
    write('b.mdx', 'on the branch\n');
    commit('2026-01-02');
    run('checkout', '-q', 'main');
    write('c.mdx', 'on main\n');
    commit('2026-01-03');
    run('merge', '-q', '--no-ff', 'branch', '-m', 'Merge');
    const witness = readGitWitness(root);
    const [b, c] = ['b.mdx', 'c.mdx'].map((path) => witness.versions(path)[0]?.commit);
    if (!b || !c) throw new Error('Both were committed');
    expect([witness.precedes(b, c), witness.precedes(c, b)]).toEqual([false, false]);
  }));

describe('a content folder below the top of the repository', () => {
  test('has paths of its own, and knows nothing of its neighbours', () =>
    inRepository(({ root, write, commit }) => {
      write('README.md', 'The code\n');
      commit('2025-12-01');
      write('docs/content/a.mdx', 'one\n');
      write('docs/content-old/b.mdx', 'other\n');
      commit('2026-01-01');
      write('src/b.ts', 'code\n');
      commit('2026-01-02');
      const witness = readGitWitness(join(root, 'docs/content'));
      expect(witness.begins).toBe('2026-01-01');
      expect(told(witness, 'a.mdx')).toEqual(['added a.mdx 2026-01-01 one']);
      expect(witness.versions('b.mdx')).toEqual([]);
    }));

  test('takes a file that came from outside for new, and one that left for gone', () =>
    inRepository(({ root, write, commit }) => {
      write('a.mdx', long('one'));
      write('content/b.mdx', 'other\n');
      commit('2026-01-01');
      renameSync(join(root, 'a.mdx'), join(root, 'content/a.mdx'));
      renameSync(join(root, 'content/b.mdx'), join(root, 'b.mdx'));
      commit('2026-01-02');
      const witness = readGitWitness(join(root, 'content'));
      expect(told(witness, 'a.mdx').map(short)).toEqual(['added a.mdx 2026-01-02 one']);
      expect(witness.gone.map(({ path }) => path)).toEqual(['b.mdx']);
    }));

  test('that was itself renamed keeps the history of its files', () =>
    inRepository(({ root, write, commit }) => {
      write('content/a.mdx', long('one'));
      commit('2026-01-01');
      renameSync(join(root, 'content'), join(root, 'handbook'));
      commit('2026-01-02');
      const witness = readGitWitness(join(root, 'handbook'));
      expect(witness.versions('a.mdx')).toHaveLength(1);
      expect(witness.begins).toBe('2026-01-02');
    }));
});

describe('without a history', () => {
  const none = { state: 'none', begins: null, gone: [] };

  test('there is no witness: no git', () =>
    withFolder([{ files: { 'a.mdx': 'one\n' }, commit: null }], (root) => {
      const witness = readGitWitness(root);
      expect(witness).toMatchObject(none);
      expect(witness.versions('a.mdx')).toEqual([]);
    }));

  test('there is no witness: no commit', () =>
    inRepository(({ root, write }) => {
      write('a.mdx', 'one\n');
      expect(readGitWitness(root)).toMatchObject(none);
    }));

  test('there is no witness: a folder that is not committed, in a repository that is', () =>
    inRepository(({ root, write, commit }) => {
      write('README.md', 'The code\n');
      commit('2026-01-01');
      write('content/a.mdx', 'one\n');
      expect(readGitWitness(join(root, 'content'))).toMatchObject(none);
    }));

  test('that is whole it says so: a shallow clone', () =>
    inRepository(({ root, write, commit, git: run }) => {
      write('a.mdx', 'one\n');
      commit('2026-01-01');
      write('a.mdx', 'two\n');
      commit('2026-01-02');
      run('clone', '-q', '--depth', '1', `file://${root}`, join(root, 'clone'));
      const witness = readGitWitness(join(root, 'clone'));
      expect(witness).toMatchObject({ state: 'shallow', begins: '2026-01-02' });
      expect(told(witness, 'a.mdx')).toEqual(['added a.mdx 2026-01-02 two']);
    }));
});

test('settings of the reader change nothing', () =>
  inRepository(({ root, write, commit, git: run }) => {
    write('content/a.mdx', long('one'));
    commit('2026-01-01');
    renameSync(join(root, 'content/a.mdx'), join(root, 'content/b.mdx'));
    commit('2026-01-02');
    const before = told(readGitWitness(join(root, 'content')), 'b.mdx');
    expect(before).toHaveLength(2);
    for (const [name, value] of [
      ['diff.relative', 'true'],
      ['log.showRoot', 'false'],
      ['log.follow', 'true'],
      ['diff.renames', 'false'],
      ['log.date', 'relative'],
      ['core.quotePath', 'true'],
    ] as const) {
      run('config', name, value);
      expect(told(readGitWitness(join(root, 'content')), 'b.mdx'), name).toEqual(before);
      run('config', '--unset', name);
    }
  }));
