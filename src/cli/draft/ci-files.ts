import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { repositoryTop } from '../../workspace/repository.ts';

/** Files that check a handbook in every change of it, for the top of its repository. */
export interface CiFiles {
  /** Absolute path of the top of the repository: the content folder itself, where it is in none. */
  readonly top: string;
  /** Texts by path from the top. */
  readonly files: ReadonlyMap<string, string>;
  /** Paths of files that are there already and stay as they are. */
  readonly kept: readonly string[];
}

/** The git hook among the files, which has to be executable. */
export const hookPath = '.githooks/pre-commit';

const TEMPLATES: Readonly<Record<string, string>> = {
  '.github/workflows/handbook.yml': 'github-workflow.yml',
  '.gitlab-ci.yml': 'gitlab-ci.yml',
  [hookPath]: 'pre-commit',
};

/** The files for a new content folder; none in the repository of the program itself, which has its own. */
export function ciFiles(folder: string, home: string): CiFiles {
  const top = repositoryTop(dirname(folder)) ?? folder;
  if (resolve(home) === top) return { top, files: new Map(), kept: [] };
  const content = relative(top, folder).replaceAll('\\', '/') || '.';
  const all = Object.entries(TEMPLATES);
  const [kept, free] = [
    all.filter(([path]) => existsSync(join(top, path))),
    all.filter(([path]) => !existsSync(join(top, path))),
  ];
  const source = sourceOf(home);
  const files = free.map(([path, name]) => [path, filled(name, content, source)] as const);
  return { top, files: new Map(files), kept: kept.map(([path]) => path) };
}

interface Source {
  readonly repository: string;
  readonly commit: string;
}

/** Where the program came from, as far as its own clone tells; else words that have to be replaced. */
function sourceOf(home: string): Source {
  const git = (...args: string[]) => {
    try {
      const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
      return execFileSync('git', ['-C', home, ...args], { encoding: 'utf8', stdio }).trim();
    } catch {
      return '';
    }
  };
  const isOwn = existsSync(join(home, '.git'));
  const address = isOwn ? git('remote', 'get-url', 'origin') : '';
  const commit = isOwn ? git('rev-parse', 'HEAD') : '';
  return {
    // An address with a name or a password in it is nobody's to commit.
    repository: /^https:\/\/[\w.:-]+\/[^@\s]+$/.test(address)
      ? address
      : 'https://git.example/WRITE-HERE/exit-ramp-handbook.git',
    commit: /^[0-9a-f]{40}$/.test(commit) ? commit : '0'.repeat(40),
  };
}

function filled(name: string, content: string, { repository, commit }: Source): string {
  const template = readFileSync(new URL(`../templates/${name}`, import.meta.url), 'utf8');
  const quoted = name.endsWith('.yml') ? JSON.stringify(content) : shellWord(content);
  return template
    .replaceAll('__REPOSITORY__', () => JSON.stringify(repository))
    .replaceAll('__COMMIT__', () => JSON.stringify(commit))
    .replaceAll('__CONTENT__', () => quoted);
}

const shellWord = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
