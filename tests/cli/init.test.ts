import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answering, handbook, temporary } from './run.ts';

const facts = {
  customer: 'Lakeside Clinics',
  'customer-domain': 'lakeside.example',
  vendor: 'Northgate',
  'vendor-domain': 'northgate.example',
  sponsor: 'Ada Reyes',
  lead: 'Sam Okafor',
  kickoff: '2026-09-01',
  exit: '2027-02-26',
};
const flags = (changed: Readonly<Record<string, string>> = {}): string[] =>
  Object.entries({ ...facts, ...changed }).map(([name, value]) => `--${name}=${value}`);

test('an empty folder is filled, and its check passes', async () => {
  const cwd = temporary();
  mkdirSync(join(cwd, 'my handbook'));
  expect((await handbook(['init', 'my handbook', ...flags()], { cwd })).code).toBe(0);
  const check = await handbook(['check', '--content', 'my handbook', '--format', 'json'], { cwd });
  expect(check).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(check.stdout).counts.error).toBe(0);
  expect(readdirSync(cwd)).toEqual(['my handbook']);
  expect(statSync(join(cwd, 'my handbook')).mode & 0o700).toBe(0o700);
});

test('a folder with one hidden file is not empty', async () => {
  const cwd = temporary();
  mkdirSync(join(cwd, 'h'));
  writeFileSync(join(cwd, 'h/.keep'), '');
  const result = await handbook(['init', 'h', ...flags()], { cwd });
  expect(result).toMatchObject({ code: 2, stdout: '' });
  expect(result.stderr).toContain('.keep');
  expect(readdirSync(join(cwd, 'h'))).toEqual(['.keep']);
});

test.each([
  [{ lead: 'Ada Reyes' }, /both "ada-reyes"/],
  [{ 'vendor-domain': 'lakeside.example' }, /is on both sides/],
  [{ sponsor: '李明' }, /--sponsor-email/],
  [{ customer: 'two\nlines' }, /line break/],
  [{ 'sponsor-email': 'ada' }, /e-mail address/],
])('%j is refused and nothing is written', async (changed, message) => {
  const cwd = temporary();
  const result = await handbook(['init', 'deep/h', ...flags(changed)], { cwd });
  expect(result).toMatchObject({ code: 2, stdout: '' });
  expect(result.stderr).toMatch(message);
  expect(existsSync(join(cwd, 'deep'))).toBe(false);
});

test('a name in other letters takes its file name from the address', async () => {
  const cwd = temporary();
  const args = [
    'init',
    'h',
    ...flags({ sponsor: '李明', 'sponsor-email': 'li.ming@lakeside.example' }),
  ];
  expect((await handbook(args, { cwd })).stdout).toContain('h/people/li-ming.yaml');
});

test('at a terminal each missing fact is asked, with a guess for the addresses', async () => {
  const cwd = temporary();
  const { prompt, asked } = answering([
    'ada@lakeside.example',
    'sam@northgate.example',
    '2027-02-26',
  ]);
  const given = flags().filter((flag) => !flag.startsWith('--exit'));
  const result = await handbook(['init', 'h', ...given], {
    cwd,
    prompt,
    terminal: { input: true },
  });
  expect(result.code).toBe(0);
  expect(asked.map(({ question }) => question.initial)).toEqual([
    'ada.reyes@lakeside.example',
    'sam.okafor@northgate.example',
    undefined,
  ]);
  expect(asked[2]?.question.validate?.('2026-08-31')).toContain('not after');
});

test('the charter names the quarter of the kickoff and the lead of the vendor', async () => {
  const cwd = temporary();
  await handbook(['init', 'h', ...flags({ kickoff: '2026-12-31' })], { cwd });
  const charter = readFileSync(join(cwd, 'h/charters/engagement-charter.mdx'), 'utf8');
  expect(charter).toContain('quarter: 2026-Q4\n');
  expect(charter).toContain('vendor_exit_lead: sam-okafor\n');
});

test('in a repository the next steps begin with the first commit', async () => {
  const cwd = temporary();
  mkdirSync(join(cwd, '.git'));
  const { stderr } = await handbook(['init', 'h', ...flags()], { cwd });
  expect(stderr).not.toContain('git init');
  expect(stderr).toContain('  git -C h add . && git -C h commit -m "Begin the handbook"\n');
});
