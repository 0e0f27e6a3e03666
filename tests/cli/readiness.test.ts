import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readinessMarkdown } from '../../src/cli/reporters/readiness-markdown.ts';
import { readinessText } from '../../src/cli/reporters/readiness-text.ts';
import { standardRules } from '../../src/domain/standard/registry.ts';
import type { LocatedReadiness } from '../../src/workspace/judge.ts';
import { git } from '../standard/bundle.ts';
import { readiness } from './readiness.ts';
import { handbook, temporary } from './run.ts';

const run = (cwd: string, ...args: string[]) => handbook(['readiness', ...args], { cwd });
const onDay = ['--as-of', '2026-09-15'];
const json = ['--format', 'json'];

describe('as JSON', () => {
  test('has exactly these keys', async () => {
    const { stdout, stderr } = await run(temporary('records'), ...onDay, ...json);
    expect(stderr).toBe('');
    const result = JSON.parse(stdout);
    expect(Object.keys(result)).toEqual(['asOf', 'exitOn', 'gates', 'rules']);
    expect(result.asOf).toBe('2026-09-15');
    expect(result.exitOn).toBe('2027-02-26');
    const gateKeys = ['id', 'date', 'state', 'errors', 'warnings', 'unknown'];
    for (const gate of result.gates) expect(Object.keys(gate)).toEqual(gateKeys);
    const ruleKeys = ['id', 'title', 'status', 'severity', 'url'];
    const listKeys = ['evidence', 'problems', 'cannotTell'];
    for (const rule of result.rules) expect(Object.keys(rule)).toEqual([...ruleKeys, ...listKeys]);
  });

  test('has every gate on its day, and every rule in order', async () => {
    const { stdout } = await run(temporary('records'), ...onDay, ...json);
    const { gates, rules } = JSON.parse(stdout);
    expect(gates.map(({ id, date }: Record<string, string>) => `${id} ${date}`)).toEqual([
      'K 2026-09-01',
      '-90 2026-11-28',
      '-60 2026-12-28',
      '-30 2027-01-27',
      'X 2027-02-26',
    ]);
    expect(rules.map(({ id }: { id: string }) => id)).toEqual(standardRules.map(({ id }) => id));
  });

  test('a finding says where it is and what to write, from the folder where one stands', async () => {
    const { stdout } = await run(temporary('records'), ...onDay, ...json, '--gate', '60');
    const rule = JSON.parse(stdout).rules.find(({ id }: { id: string }) => id === 'RBK-06');
    expect(rule).toMatchObject({ status: 'fail', severity: 'error' });
    expect(rule.problems).toEqual([
      {
        messageId: 'none',
        severity: 'error',
        from: '-60',
        due: true,
        path: 'content/runbooks/fax-queue-stalled.mdx',
        line: 2,
        column: 8,
        message: expect.stringContaining('Nobody has drilled it'),
        fix: expect.stringContaining('drill runbooks/fax-queue-stalled'),
        waivedUntil: null,
        waivedBy: null,
        waiverVoid: null,
      },
    ]);
  });
});

describe('the clock', () => {
  test.each(['2026-02-30', '2026-9-1', 'today', '20260915', '2026-09-15T00:00:00Z'])(
    '%s is no day',
    async (day) => {
      const { code, stdout, stderr } = await run(temporary('records'), '--as-of', day);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toBe(
        `--as-of "${day}" is no day of the calendar. Write it as YYYY-MM-DD, such as 2027-01-30.\n`,
      );
    },
  );

  test('is asked for where nothing tells the day', async () => {
    const { code, stdout, stderr } = await run(temporary('records'));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^There is no day to judge from: .*--as-of YYYY-MM-DD\n$/);
  });

  test('is the day of the import that began the handbook, as long as nobody has committed', async () => {
    const cwd = temporary('records');
    appendFileSync(join(cwd, 'content/engagement.yaml'), '\nimported:\n  on: 2026-09-03\n');
    expect((await run(cwd)).stdout).toMatch(/^As of 2026-09-03;/);
    const who = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@lakeside.example' };
    const committer = { GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@lakeside.example' };
    const day = '2026-09-12T12:00:00Z';
    git(cwd, ['init', '-q']);
    git(cwd, ['add', '.']);
    git(cwd, ['commit', '-qm', 'x'], {
      ...{ ...who, ...committer },
      ...{ GIT_AUTHOR_DATE: day, GIT_COMMITTER_DATE: day },
    });
    expect((await run(cwd)).stdout).toMatch(/^As of 2026-09-12;/);
  });

  test('is the newest commit', async () => {
    const cwd = temporary('records');
    const who = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@lakeside.example' };
    const committer = { GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@lakeside.example' };
    const day = '2026-09-12T12:00:00Z';
    git(cwd, ['init', '-q']);
    git(cwd, ['add', '-A']);
    const dates = { GIT_AUTHOR_DATE: day, GIT_COMMITTER_DATE: day };
    git(cwd, ['commit', '-q', '-m', 'Begin'], { ...who, ...committer, ...dates });
    expect(JSON.parse((await run(cwd, ...json)).stdout).asOf).toBe('2026-09-12');
  });

  test('before the kickoff it is judged like the kickoff, and says that the day is before it', async () => {
    const { code, stdout } = await run(temporary('records'), '--as-of', '2026-08-31', ...json);
    expect(code).toBe(1);
    const { gates, rules } = JSON.parse(stdout);
    const states = gates.map(({ state }: { state: string }) => state);
    expect(states).toEqual(['failed', 'ahead', 'ahead', 'ahead', 'ahead']);
    const { problems } = rules.find(({ id }: { id: string }) => id === 'ENG-01');
    expect(problems.map(({ messageId }: { messageId: string }) => messageId)).toContain(
      'beforeKickoff',
    );
  });

  test.each(['0001-01-01', '9999-12-31'])('may be %s', async (day) => {
    const { code, stderr } = await run(temporary('records'), '--as-of', day);
    expect(code).toBeLessThan(2);
    expect(stderr).toBe('');
  });
});

describe('the gate', () => {
  test.each([
    ['K', ['K']],
    ['90', ['K', '-90']],
    ['exit', ['K', '-90', '-60', '-30', 'X']],
  ])('%s counts as reached, and those after it are ahead', async (gate, reached) => {
    const { stdout } = await run(temporary('records'), ...onDay, ...json, '--gate', gate);
    const { gates } = JSON.parse(stdout);
    const here = gates.filter(({ state }: { state: string }) => state !== 'ahead');
    expect(here.map(({ id }: { id: string }) => id)).toEqual(reached);
  });

  test('that does not exist is refused', async () => {
    const { code, stderr } = await run(temporary('records'), ...onDay, '--gate', '45');
    expect(code).toBe(2);
    expect(stderr).toBe('--gate cannot be "45". It is one of: K, 90, 60, 30, exit.\n');
  });

  test('that has failed makes the exit code 1', async () => {
    expect((await run(temporary('records'), ...onDay, '--gate', '60')).code).toBe(1);
  });
});

describe('a folder that cannot be judged', () => {
  test('is named', async () => {
    const { code, stderr } = await run(temporary());
    expect(code).toBe(2);
    expect(stderr).toContain('There is no content folder at');
  });

  test.each([
    ['without engagement.yaml', null],
    ['with an unreadable engagement.yaml', 'title: [\n'],
    ['whose dates are words', 'kickoff_on: soon\nexit_on: later\n'],
    ['whose exit day is before its kickoff', 'kickoff_on: 2026-09-01\nexit_on: 2026-01-01\n'],
  ])('%s is judged all the same', async (_, text) => {
    const cwd = temporary('records');
    const file = join(cwd, 'content/engagement.yaml');
    if (text === null) rmSync(file);
    else writeFileSync(file, text);
    for (const format of ['text', 'json', 'markdown']) {
      const { code, stderr } = await run(cwd, ...onDay, '--format', format);
      expect(stderr).toBe('');
      expect(code).toBeLessThan(2);
    }
  });
});

test.each(['text', 'json', 'markdown'])('two runs give the same bytes: %s', async (format) => {
  const cwd = temporary('records');
  const args = [...onDay, '--gate', 'exit', '--format', format];
  expect(await run(cwd, ...args)).toEqual(await run(cwd, ...args));
});

describe('in words', () => {
  const show = (path: string) => `content/${path}`;

  test('as text', () => {
    expect(
      readinessText(readiness, show, {}),
    ).toBe(`As of 2026-12-01; the exit day is 2027-01-30, in 60 days.

  K    2026-04-13  Kickoff                  passed: 1 warning
  -90  2026-11-01  90 days before the exit  cannot tell: 1 rule undecided
  -60  2026-12-01  60 days before the exit  failed: 2 errors, 1 warning, 1 rule undecided
  -30  2026-12-31  30 days before the exit  ahead: 3 errors, 1 rule undecided if it were today
  X    no date     Exit day                 ahead: nothing open if it were today

Fails

content/runbooks/c.mdx:2:8  error  RBK-06
  Nobody has drilled it. The waiver waivers/drill does not hold: it expired on 2026-11-30.
  Have it drilled.

content/runbooks/a.mdx:2:8  warning  RBK-06
  A \`*\` stands here.
  Have it drilled.

Cannot tell, which is no pass

  ADR-03  The git history is cut off.

Waived

  RBK-06  content/runbooks/b.mdx:2  until 2026-12-31 by ada-reyes (waivers/drill)

Passes

  OWN-01  Owners are there
      content/systems/a.mdx  0123456789ab  owned by Ada | Reyes
      two
      three
      and 1 more

Not due yet

  -30  RBK-06  content/runbooks/d.mdx:2  Nobody has drilled it.

3 rules: 1 pass, 1 fail, 1 undecided, 0 waived, 0 not due, 0 with nothing to judge.
`);
  });

  test('as Markdown', () => {
    expect(readinessMarkdown(readiness, show)).toBe(`# State of the exit

As of 2026-12-01; the exit day is 2027-01-30, in 60 days.

| Gate | Day | State |
| --- | --- | --- |
| Kickoff | 2026-04-13 | passed: 1 warning |
| 90 days before the exit | 2026-11-01 | cannot tell: 1 rule undecided |
| 60 days before the exit | 2026-12-01 | failed: 2 errors, 1 warning, 1 rule undecided |
| 30 days before the exit | 2026-12-31 | ahead: 3 errors, 1 rule undecided if it were today |
| Exit day |  | ahead: nothing open if it were today |

## Fails

- [RBK-06](/standard/rbk-06/) error, \`content/runbooks/c.mdx:2\`: Nobody has drilled it. The waiver waivers/drill does not hold: it expired on 2026-11-30. Have it drilled.
- [RBK-06](/standard/rbk-06/) warning, \`content/runbooks/a.mdx:2\`: A \`*\` stands here. Have it drilled.

## Cannot tell, which is no pass

- [ADR-03](/standard/adr-03/) The git history is cut off.

## Waived

- [RBK-06](/standard/rbk-06/) \`content/runbooks/b.mdx\` until 2026-12-31 by ada-reyes (\`waivers/drill.yaml\`)

## Passes

| Rule | What | Evidence |
| --- | --- | --- |
| [OWN-01](/standard/own-01/) | Owners are there | owned by Ada \\| Reyes; two; three |

## Not due yet

- [RBK-06](/standard/rbk-06/) from -30, \`content/runbooks/d.mdx:2\`: Nobody has drilled it. Have it drilled.
`);
  });

  test('the exit day may be today, past or unknown', () => {
    const first = (exitOn: string | null) =>
      readinessText({ ...readiness, exitOn } as LocatedReadiness, show, {}).split('\n')[0];
    expect(first('2026-12-01')).toBe('As of 2026-12-01; the exit day is 2026-12-01, today.');
    expect(first('2026-11-30')).toBe('As of 2026-12-01; the exit day is 2026-11-30, 1 day ago.');
    expect(first(null)).toBe('As of 2026-12-01. engagement.yaml names no exit day.');
  });
});

describe('what many imported documents lack', () => {
  const show = (path: string) => `content/${path}`;
  const [passing, failing] = readiness.rules;
  const [example] = failing?.findings ?? [];
  if (!passing || !failing || !example) throw new Error('The example has no finding.');
  const of = (due: boolean, unfinished: boolean) =>
    Array.from({ length: 50 }, (_, index) => ({
      ...example,
      ...(unfinished && { unfinished: true as const }),
      ...(due ? {} : { due, from: '-30' as const }),
      path: `runbooks/page-${index}.mdx`,
      message: due ? 'It has no owner.' : 'It has no steps.',
    }));
  const withFindings = (unfinished: boolean): LocatedReadiness => ({
    ...readiness,
    rules: [{ ...failing, findings: [...of(true, unfinished), ...of(false, unfinished)] }],
  });

  test('is told once in words, with how many and the first three', () => {
    const text = readinessText(withFindings(true), show, {});
    expect(text.match(/It has no owner/g)).toHaveLength(1);
    expect(text).toContain('50 imported documents  warning  RBK-06\n');
    expect(text).toContain('    content/runbooks/page-2.mdx:2:8\n    and 47 more\n');
    expect(text).toContain('50 of them are told by kind');
    expect(text).toContain('readiness --format json');
    expect(text).toMatch(/-30 {2}RBK-06 {2}50 imported documents {2}It has no steps\./);
  });

  test('is told once in Markdown', () => {
    const text = readinessMarkdown(withFindings(true), show);
    expect(text.match(/It has no owner/g)).toHaveLength(1);
    expect(text).toContain(
      '`content/runbooks/page-0.mdx:2` and 49 more imported documents: It has no owner.',
    );
    expect(text.match(/It has no steps/g)).toHaveLength(1);
  });

  test('is told of each where they are not imported', () => {
    for (const text of [
      readinessText(withFindings(false), show, {}),
      readinessMarkdown(withFindings(false), show),
    ])
      expect(text.match(/It has no (owner|steps)/g)).toHaveLength(100);
  });
});
