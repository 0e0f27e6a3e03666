import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Random, randomFrom } from '../../scripts/bench/random.ts';
import { type Cache, cacheOf } from '../../src/workspace/cache.ts';
import { problemsOf } from '../../src/workspace/problems.ts';
import { programChangedSince } from '../../src/workspace/program.ts';
import { readWorkspace } from '../../src/workspace/read-corpus.ts';
import { forgetful, type ReadingMemory } from '../../src/workspace/reading.ts';
import { readingCache } from '../../src/workspace/reading-cache.ts';
import { messy } from './messy.ts';

const program = join(import.meta.dirname, '../..');

/** A copy of the folder with planted problems, and the place of its cache; both are gone after the test. */
function copied(): { root: string; home: string } {
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'handbook-cache-')));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const root = join(place, 'content');
  cpSync(messy, root, { recursive: true });
  return { root, home: join(place, 'cache') };
}

// The sources may be newer than this run: somebody edits them and looks at the tests.
const cacheAt = (home: string, root: string): Cache => ({
  ...cacheOf({ folder: home, program }, root),
  mayKeep: () => true,
});

/** All that a command could tell of a handbook, as it is written down. */
function seen(root: string, cache: Cache | null) {
  const workspace = readWorkspace(root, cache ? readingCache(cache) : forgetful);
  const { entries, problems, assets } = workspace.corpus;
  return {
    checked: JSON.stringify(problemsOf(workspace, cache)),
    entries,
    problems,
    assets,
    texts: workspace.texts,
  };
}

/** A memory that counts what it could not recall. */
function counting(memory: ReadingMemory): ReadingMemory & { readonly parsed: string[] } {
  const parsed: string[] = [];
  const keep: ReadingMemory['keep'] = (path, text, reading) => {
    parsed.push(path);
    memory.keep(path, text, reading);
  };
  return { ...memory, keep, parsed };
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => existsSync(file) && statSync(file).isFile())
    .sort();

type Edit = (root: string, random: Random) => void;

const any = (root: string, random: Random): string => random.pick(filesBelow(root));
const edits: Readonly<Record<string, Edit>> = {
  append: (root, random) => appendFileSync(any(root, random), `\n\nWord ${random.whole(1, 9)}.\n`),
  sameLength: (root, random) => {
    const file = any(root, random);
    const { atime, mtime } = statSync(file);
    writeFileSync(file, readFileSync(file, 'latin1').replace('e', 'o'), 'latin1');
    utimesSync(file, atime, mtime);
  },
  breakYaml: (root, random) => {
    const file = any(root, random);
    writeFileSync(file, readFileSync(file, 'latin1').replace(': ', ': "'), 'latin1');
  },
  remove: (root, random) => rmSync(any(root, random)),
  rename: (root, random) => {
    const file = any(root, random);
    renameSync(file, join(dirname(file), `moved-${random.whole(1, 99)}.mdx`));
  },
  swap: (root, random) => {
    const [a, b] = [any(root, random), any(root, random)];
    const [one, other] = [readFileSync(a), readFileSync(b)];
    writeFileSync(a, other);
    writeFileSync(b, one);
  },
  engagement: (root, random) =>
    writeFileSync(
      join(root, 'engagement.yaml'),
      `customer: { name: C${random.whole(1, 3)}, domains: [c.example] }\nexit_on: 2026-0${random.whole(1, 9)}-01\n`,
    ),
  asset: (root, random) => {
    const svg = random.pick(['<svg/>', '<svg onload="x()"/>']);
    writeFileSync(join(root, 'runbooks', `drawing-${random.whole(1, 3)}.svg`), svg);
  },
  link: (root, random) => {
    const target = random.pick([any(root, random), '/etc/hostname', 'nowhere', root]);
    symlinkSync(target, join(root, 'glossary', `link-${random.whole(1, 10_000)}.mdx`));
  },
  folder: (root, random) => {
    const folder = join(root, 'systems', `part-${random.whole(1, 5)}`);
    mkdirSync(folder, { recursive: true });
    cpSync(any(root, random), join(folder, 'copy.mdx'));
  },
  values: (root) =>
    writeFileSync(
      join(root, 'people/odd.yaml'),
      'name: .nan\nemail: -0\nside: .inf\n__proto__: { a: 1 }\nconstructor: 1\nrole: 1e400\n',
    ),
  unreadable: (root, random) => chmodSync(any(root, random), random.pick([0o000, 0o644])),
  restore: (root) => {
    rmSync(root, { recursive: true });
    cpSync(messy, root, { recursive: true });
  },
};

const harm: Readonly<Record<string, (file: string, random: Random) => void>> = {
  flip: (file, random) => {
    const bytes = readFileSync(file);
    const at = random.whole(0, bytes.length - 1);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.whole(0, 7));
    writeFileSync(file, bytes);
  },
  cut: (file, random) => truncateSync(file, random.whole(0, statSync(file).size)),
  remove: (file) => rmSync(file),
  folder: (file) => {
    rmSync(file);
    mkdirSync(file);
  },
};

describe('what is kept of a content folder', () => {
  it.each([1, 2, 3])('never changes what is found, whatever was edited (%i)', (seed) => {
    const { root, home } = copied();
    const random = randomFrom(seed);
    const done: string[] = [];
    for (let step = 0; step < 16; step++) {
      const name = random.pick(Object.keys(edits));
      done.push(name);
      edits[name]?.(root, random);
      if (filesBelow(root).length < 5) edits['restore']?.(root, random);
      const cached = seen(root, cacheAt(home, root));
      expect(cached, done.join(', ')).toStrictEqual(seen(root, null));
    }
  });

  it('may be damaged in any way', () => {
    const { root, home } = copied();
    const random = randomFrom(5);
    const cold = seen(root, null);
    for (let step = 0; step < 24; step++) {
      expect(seen(root, cacheAt(home, root))).toStrictEqual(cold);
      const name = random.pick(Object.keys(harm));
      harm[name]?.(random.pick(filesBelow(home)), random);
      // A file of the cache is not taken for another one either.
      const [from, to] = [any(home, random), any(home, random)];
      if (step % 5 === 0 && from !== to) cpSync(from, to);
    }
  });
});

describe('with a cache', () => {
  it('an unchanged handbook is neither parsed nor checked again, and an edit costs one file', () => {
    const { root, home } = copied();
    const cache = cacheAt(home, root);
    seen(root, cache);
    const again = counting(readingCache(cache));
    const untouched = readWorkspace(root, again);
    problemsOf(
      {
        ...untouched,
        get corpus(): never {
          throw new Error('It was looked at');
        },
      },
      cache,
    );
    expect(untouched.corpus.entries.length).toBeGreaterThan(10);
    expect(again.parsed).toEqual([]);

    appendFileSync(join(root, 'glossary/mdx.mdx'), '\nMore.\n');
    const afterEdit = counting(readingCache(cache));
    void readWorkspace(root, afterEdit).corpus.entries;
    expect(afterEdit.parsed).toEqual(['glossary/mdx.mdx']);
  });

  it('what another program kept is not read', () => {
    const { root, home } = copied();
    const cache = cacheAt(home, root);
    seen(root, cache);
    const other = counting(readingCache({ ...cache, program: 'another' }));
    const workspace = readWorkspace(root, other);
    const { entries } = workspace.corpus;
    expect(other.parsed.length).toBe(entries.length);
  });

  it('a program that was changed while it runs keeps nothing', () => {
    const { root, home } = copied();
    seen(root, { ...cacheAt(home, root), mayKeep: () => false });
    expect(existsSync(home)).toBe(false);
    expect(programChangedSince(program, Date.now() + 60_000)).toBe(false);
    expect(programChangedSince(program, 0)).toBe(true);
  });

  it('a folder that cannot be written only costs time', () => {
    const { root, home } = copied();
    writeFileSync(home, 'a file where the folder would be');
    expect(seen(root, cacheAt(home, root))).toStrictEqual(seen(root, null));
    expect(readFileSync(home, 'utf8')).toBe('a file where the folder would be');
  });

  it('the content folder holds nothing new, and only a few states and folders are kept', () => {
    const { root, home } = copied();
    const before = filesBelow(root);
    for (let copy = 0; copy < 15; copy++) {
      const cache = cacheAt(home, `${root}-${copy}`);
      seen(root, cache);
    }
    for (let edit = 0; edit < 7; edit++) {
      appendFileSync(join(root, 'glossary/mdx.mdx'), `\nEdit ${edit}.\n`);
      seen(root, cacheAt(home, root));
    }
    expect(filesBelow(root)).toEqual(before);
    expect(readdirSync(join(home, 'read')).length).toBe(12);
    expect(readdirSync(join(cacheAt(home, root).folder, 'checked')).length).toBe(4);
  });
});
