import { execFileSync, spawn } from 'node:child_process';
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { fileWatcher } from '../../src/cli/file-watcher.ts';
import type { FileWatcher } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { bin, handbook, quietGit, temporary, today } from './run.ts';

/** Text that arrives bit by bit; `until` waits for a part that matches, and takes what came up to its end. */
function stream() {
  let text = '';
  let wake = () => {};
  return {
    write: (more: string) => {
      text += more;
      wake();
    },
    until: async (pattern: RegExp): Promise<string> => {
      for (;;) {
        const found = pattern.exec(text);
        if (found) {
          const end = found.index + found[0].length;
          const taken = text.slice(0, end);
          text = text.slice(end);
          return taken;
        }
        const later = new Promise<void>((resolve, reject) => {
          const deadline = setTimeout(() => reject(new Error(`No ${pattern} in: ${text}`)), 20_000);
          wake = () => {
            clearTimeout(deadline);
            resolve();
          };
        });
        await later;
      }
    },
    rest: () => text,
  };
}

afterEach(() => void vi.useRealTimers());

const ANSWER = /\d+ new, \d+ fixed;.*\n/;

/** A watched copy of a fixture, with changes that the test tells of itself unless there is a real `watcher`. */
async function watched(
  fixture: string,
  args: readonly string[] = [],
  real?: FileWatcher,
  prepare = async (_: string) => {},
) {
  const cwd = temporary(fixture);
  await prepare(cwd);
  execFileSync('git', ['init', '-q'], { cwd, env: quietGit });
  const out = stream();
  const err = stream();
  let changed = (_: string | null) => {};
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const watcher: FileWatcher = {
    begin: async (folder, tell) => {
      changed = tell;
      return real ? real.begin(folder, tell) : async () => {};
    },
    ended: () => ended,
  };
  const code = main(['check', '--watch', ...args], {
    cwd,
    home: cwd,
    env: quietGit,
    stdout: out.write,
    stderr: err.write,
    today,
    isTerminal: { input: false, output: false },
    prompt: { text: never, choose: never, chooseMany: never },
    watcher,
  });
  onTestFinished(() => end());
  const first = out.until(/ problems\.\n| files?\.\n|\}\n/);
  await Promise.race([err.until(/Watching content\. Ctrl-C ends it\.\n/), code]);
  const file = (path: string) => join(cwd, 'content', path);
  return {
    cwd,
    file,
    out,
    err,
    first: await first,
    tell: (...paths: (string | null)[]) => {
      for (const path of paths) changed(path);
    },
    finish: () => {
      end();
      return code;
    },
  };
}

const never = async (): Promise<never> => {
  throw new Error('Nobody is asked');
};

const RUNBOOK = 'runbooks/fax-queue-stalled.mdx';
const replace = (file: string, from: string, to: string) =>
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));

describe('check --watch', () => {
  test('reports, then answers each save with what it changed, and ends with 0', async () => {
    const { first, file, tell, out, finish } = await watched('broken');
    expect(first).toMatch(/6 errors in 2 of 5 files\.\n$/);
    replace(file(RUNBOOK), 'actve', 'current');
    tell(RUNBOOK);
    expect(await out.until(ANSWER)).toBe(
      [
        '',
        'content/runbooks/fax-queue-stalled.mdx',
        '',
        'Fixed: content/runbooks/fax-queue-stalled.mdx  schema',
        '  `status` cannot be "actve". Where the document stands in its life.',
        '',
        '0 new, 1 fixed; 5 errors left.',
        '',
      ].join('\n'),
    );
    replace(file(RUNBOOK), 'status: current', 'status: curent\n\n');
    tell(RUNBOOK);
    const answer = await out.until(ANSWER);
    expect(answer).toContain('`status` cannot be "curent": did you mean current?');
    // What only moved to other lines is not told again.
    expect(answer).toMatch(/\n1 new, 0 fixed; 6 errors left\.\n$/);
    expect(await finish()).toBe(0);
  });

  test('what is told of the same place in other words is neither new nor fixed', async () => {
    const { file, tell, out } = await watched('broken');
    const term = 'glossary/new.mdx';
    const section = (name: string, text: string) => `\n## ${name}\n\n${text}\n`;
    const text = (first: string) =>
      `---\nterm: New\nplain: A word.\n---\n${section('One', first)}${section('Two', '(To write: b)')}`;
    mkdirSync(file('glossary'), { recursive: true });
    writeFileSync(file(term), text('(To write: a)'));
    tell(term);
    expect(await out.until(ANSWER)).toContain('still stand in: "One", "Two".');
    writeFileSync(file(term), text('Written.'));
    tell(term);
    const answer = await out.until(/other words\.\n/);
    expect(answer).toMatch(/\n0 new, 0 fixed; .*\n1 problem told in other words\.\n$/);
    expect(answer).not.toContain('"Two"');
  });

  test('nothing is fixed in a file that cannot be read, until it can', async () => {
    const { file, tell, out } = await watched('broken');
    const text = readFileSync(file(RUNBOOK), 'utf8');
    writeFileSync(file(RUNBOOK), text.replace('status:', 'status: "'));
    tell(RUNBOOK);
    const answer = await out.until(/while a file cannot be read\.\n/);
    expect(answer).toMatch(/\n\d new, 0 fixed; .*\n\d older problems? cannot be seen/);
    expect(answer).not.toContain('Fixed:');
    writeFileSync(file(RUNBOOK), text.replace('actve', 'current'));
    tell(RUNBOOK);
    const after = await out.until(ANSWER);
    expect(after).toContain('`status` cannot be "actve"');
    expect(after).toMatch(/\n0 new, \d fixed; 5 errors left\.\n$/);
  });

  test('a save that changes no byte says nothing', async () => {
    const { file, tell, out } = await watched('broken');
    writeFileSync(file(RUNBOOK), readFileSync(file(RUNBOOK)));
    tell(RUNBOOK);
    rmSync(file('alerts/fax.yaml'));
    tell('alerts/fax.yaml');
    expect(await out.until(ANSWER)).toMatch(/^\ncontent\/alerts\/fax\.yaml\n/);
  });

  test('what nobody told of is found when all is quiet', async () => {
    const { file, tell, out } = await watched('broken');
    replace(file(RUNBOOK), 'actve', 'current');
    rmSync(file('alerts/fax.yaml'));
    tell('alerts/fax.yaml');
    expect(await out.until(ANSWER)).toMatch(/0 new, 1 fixed; 5 errors left/);
    expect(await out.until(ANSWER)).toMatch(
      /fax-queue-stalled[\s\S]*0 new, 1 fixed; 4 errors left/,
    );
  });

  test('a burst of files is one answer', async () => {
    const { file, tell, out } = await watched('small');
    const paths = Array.from({ length: 500 }, (_, at) => `glossary/term-${at}.mdx`);
    mkdirSync(file('glossary'), { recursive: true });
    for (const path of paths) writeFileSync(file(path), '---\nterm: a\n---\n');
    vi.useFakeTimers();
    for (const path of paths) {
      tell(path);
      if (path.endsWith('50.mdx')) vi.advanceTimersByTime(90);
    }
    expect(out.rest()).toBe('');
    vi.advanceTimersByTime(1000);
    expect(out.rest().match(/ new, \d+ fixed;/g)?.length).toBe(1);
    expect(out.rest()).toMatch(/glossary\/term-0\.mdx.* and 497 more files\n/);
    expect(out.rest()).toMatch(/\nand 1980 more\n\n2000 new, 0 fixed; 2000 errors left\.\n$/);
  });

  test('while git moves files nothing is said, unless its lock was left behind', async () => {
    const { cwd, file, tell, out } = await watched('broken');
    const lock = join(cwd, '.git/index.lock');
    writeFileSync(lock, '');
    vi.useFakeTimers({ now: statSync(lock).mtimeMs });
    rmSync(file('alerts/fax.yaml'));
    tell('alerts/fax.yaml');
    vi.advanceTimersByTime(5000);
    expect(out.rest()).toBe('');
    rmSync(lock);
    vi.advanceTimersByTime(200);
    expect(out.rest()).toMatch(/0 new, 1 fixed; 5 errors left\.\n$/);

    writeFileSync(lock, '');
    utimesSync(lock, 1, 1);
    replace(file(RUNBOOK), 'actve', 'current');
    tell(RUNBOOK);
    vi.advanceTimersByTime(50);
    expect(out.rest()).toMatch(/0 new, 1 fixed; 4 errors left\.\n$/);
  });

  test('findings of the baseline are not told, only counted', async () => {
    const { file, tell, out, err } = await watched('broken', [], undefined, async (cwd) => {
      expect((await handbook(['check', '--write-baseline'], { cwd })).code).toBe(0);
    });
    expect(err.rest()).toBe('6 of them are in baseline.json; only others are told from here on.\n');
    replace(file(RUNBOOK), 'actve', 'current');
    tell(RUNBOOK);
    const known = /0 new, 0 fixed; no problems left, and 5 that the baseline knows\.\n$/;
    expect(await out.until(ANSWER)).toMatch(known);
    replace(file(RUNBOOK), 'sam-okafr', 'sam-okafo');
    tell(RUNBOOK);
    expect(await out.until(ANSWER)).toMatch(
      /"sam-okafo"[\s\S]*1 new, 0 fixed; 1 error left, and 4 that the baseline knows\.\n$/,
    );
  });

  test('as JSON each answer is one line', async () => {
    const { first, file, tell, out } = await watched('broken', ['--format', 'json']);
    const whole = JSON.parse(first);
    expect(whole).toMatchObject({ changed: [], fixed: [], counts: { error: 6, warning: 0 } });
    expect(whole.new.length).toBe(6);
    replace(file(RUNBOOK), 'actve', 'current');
    tell(RUNBOOK);
    const answer = JSON.parse(await out.until(/.*\n/));
    expect(answer).toMatchObject({ new: [], counts: { error: 5, warning: 0 } });
    expect(answer.changed).toEqual([`content/${RUNBOOK}`]);
    expect(answer.fixed[0].ruleId).toBe('schema');
  });

  test('a folder that is gone for a moment is told, and the next change is answered', async () => {
    const { cwd, tell, out, err } = await watched('broken');
    renameSync(join(cwd, 'content'), join(cwd, 'away'));
    tell(null);
    await err.until(/content/);
    renameSync(join(cwd, 'away'), join(cwd, 'content'));
    rmSync(join(cwd, 'content/alerts/fax.yaml'));
    tell(null);
    expect(await out.until(ANSWER)).toMatch(/0 new, 1 fixed; 5 errors left/);
  });
});

test('--watch is refused where it cannot answer', async () => {
  const cwd = temporary('broken');
  const stderrOf = async (...args: string[]) =>
    (await handbook(['check', ...args], { cwd })).stderr;
  expect(await stderrOf('--watch')).toBe('There is nothing here to watch files with.\n');
  expect(await stderrOf('--watch', '--write-baseline')).toBe(
    'A baseline is written once: leave out --watch.\n',
  );
});

describe('the files of a disk', () => {
  test('edits, saves by rename, new folders and removals are noticed', async () => {
    const { file, out } = await watched(
      'broken',
      [],
      fileWatcher(() => {}),
    );
    const save = (from: string, to: string) => {
      const text = readFileSync(file(RUNBOOK), 'utf8').replace(from, to);
      writeFileSync(file('runbooks/.swap'), text);
      renameSync(file('runbooks/.swap'), file(RUNBOOK));
    };
    save('actve', 'curent');
    expect(await out.until(ANSWER)).toMatch(/1 new, 1 fixed/);
    save('curent', 'current');
    expect(await out.until(ANSWER)).toMatch(/0 new, 1 fixed; 5 errors/);
    replace(file(RUNBOOK), 'status: current', 'status: now');
    expect(await out.until(ANSWER)).toMatch(/1 new, 0 fixed; 6 errors/);
    mkdirSync(file('glossary/deep'), { recursive: true });
    writeFileSync(file('glossary/deep/term.mdx'), '---\n---\n');
    expect(await out.until(ANSWER)).toMatch(/glossary\/deep\/term\.mdx/);
    renameSync(file('glossary'), file('runbooks/moved'));
    expect(await out.until(ANSWER)).toMatch(/runbooks\/moved\/deep\/term\.mdx/);
    rmSync(file('runbooks/moved'), { recursive: true });
    expect(await out.until(ANSWER)).toMatch(/0 new, \d+ fixed; 6 errors/);
  });

  test('Ctrl-C ends the program with 0', async () => {
    const cwd = temporary('small');
    const child = spawn(process.execPath, [bin, 'check', '--watch'], { cwd, env: quietGit });
    onTestFinished(() => void child.kill('SIGKILL'));
    const err = stream();
    child.stderr.on('data', (text) => err.write(String(text)));
    const code = new Promise((resolve) => child.on('exit', resolve));
    await err.until(/Watching content/);
    child.kill('SIGINT');
    expect(await code).toBe(0);
  });
});
