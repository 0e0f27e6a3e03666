import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { discretionOf } from '../../src/domain/checks/discretion.ts';
import { reportFormats } from '../../src/domain/problems/report-formats.ts';
import { overlayOf } from '../../src/site/dev/overlay.ts';
import { problemsOf } from '../../src/workspace/problems.ts';
import { readWorkspace } from '../../src/workspace/read-corpus.ts';
import { commit, edit, git, repository, write } from './git.ts';
import { handbook, temporary } from './run.ts';

const runbook = 'content/runbooks/fax-queue-stalled.mdx';
const number = /8841207|８８４１２０７/;

/** What a document can hold so that another rule speaks of the same value. */
const lines = [
  'MRN 8841207 of a patient, on [8841207](./8841207.mdx) and [8-841-207](#8841207).',
  'It is {8841207} here, and ８８４１２０７ [there](./８８４１２０７.mdx).',
  '<Aside type="8841207">Words.</Aside>',
];

/** A handbook in which a number stands in text, links, a title, a field and names of files. */
function marked(cwd: string): void {
  const text = readFileSync(join(cwd, runbook), 'utf8');
  const title = /^title: .*$/m.exec(text)?.[0] ?? '';
  write(cwd, runbook, `${text}\n${lines.join('\n\n')}\n`);
  edit(cwd, runbook, title, 'title: Fax of MRN 8841207');
  write(cwd, 'content/runbooks/fax-8841207.mdx', `${text}\n${lines[2]}\n`);
  write(cwd, 'content/evidence/MRN 8841207.txt', 'x');
  write(cwd, 'content/alerts/8841207.yaml', 'title: [\n');
}

describe('a value that nobody may print is printed by no rule, frame, path or title', () => {
  test.each(reportFormats)('check --format %s', async (format) => {
    const cwd = temporary('small');
    marked(cwd);
    const { code, stdout, stderr } = await handbook(['check', '--format', format], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('*******');
    expect(stdout + stderr).not.toMatch(number);
  });

  test('the formats that programs read stay what they were', async () => {
    const cwd = temporary('small');
    marked(cwd);
    const { stdout } = await handbook(['check', '--format', 'json'], { cwd });
    const { problems } = JSON.parse(stdout);
    expect(problems).toContainEqual(
      expect.objectContaining({ path: 'content/alerts/*******.yaml', ruleId: 'yaml-syntax' }),
    );
  });

  test.each(reportFormats)('check --changed-since, as %s', async (format) => {
    const cwd = repository('small');
    marked(cwd);
    const args = ['check', '--changed-since', 'HEAD', '--format', format];
    const added = await handbook(args, { cwd });
    expect(added.stdout).toContain('*******');
    expect(added.stdout + added.stderr).not.toMatch(number);
    commit(cwd, 'Let it in');
    git(cwd, 'rm', '-q', '-r', 'content/runbooks', 'content/evidence');
    const removed = await handbook(args, { cwd });
    expect(removed.stdout + removed.stderr).not.toMatch(number);
  });

  test.each([
    ['list', 'runbook'],
    ['list', 'runbook', '--format', 'json'],
    ['impact', 'runbooks/fax-queue-stalled'],
    ['impact', 'runbooks/fax-queue-stalled', '--format', 'json'],
    ['readiness', '--as-of', '2026-09-15'],
    ['readiness', '--as-of', '2026-09-15', '--format', 'json'],
    ['readiness', '--as-of', '2026-09-15', '--format', 'markdown'],
  ])('%s %s %s %s', async (...args) => {
    const cwd = repository('small');
    marked(cwd);
    const { stdout, stderr } = await handbook(args, { cwd });
    expect(stdout).toContain('*******');
    expect(stdout + stderr).not.toMatch(number);
  });

  test('a title that is cut in a list', async () => {
    const cwd = temporary('small');
    edit(cwd, runbook, 'title: ', `title: ${'Fax '.repeat(13)}MRN 8841207 `);
    const { stdout } = await handbook(['list', 'runbook'], { cwd });
    expect(stdout).toMatch(/\*…/);
    expect(stdout).not.toMatch(/88/);
  });

  test('what a baseline knows of a file that is gone', async () => {
    const cwd = temporary('small');
    marked(cwd);
    await handbook(['check', '--write-baseline'], { cwd });
    write(cwd, 'content/alerts/8841207.yaml', '');
    const { stderr } = await handbook(['check', '--format', 'json'], { cwd });
    expect(stderr).toContain('yaml-syntax  alerts/*******.yaml');
    expect(stderr).not.toMatch(number);
  });

  test("the overlay of the authors' server", () => {
    const cwd = temporary('small');
    marked(cwd);
    const workspace = readWorkspace(join(cwd, 'content'));
    const discretion = discretionOf(workspace.corpus);
    const problems = problemsOf(workspace).map(discretion.problem);
    for (const { path } of problems) {
      const shown = problems.filter((one) => one.path === path);
      const overlay = JSON.stringify(overlayOf(shown, { workspace, discretion }));
      expect(overlay).toContain('*******');
      expect(overlay).not.toMatch(number);
    }
  });
});

test('what is made up, and on the list, is printed', async () => {
  const cwd = temporary('small');
  edit(cwd, 'content/engagement.yaml', 'title: ', "synthetic:\n  numbers: ['8841207']\ntitle: ");
  const text = readFileSync(join(cwd, runbook), 'utf8');
  write(cwd, runbook, `${text}\nThe synthetic MRN 8841207, see [it](./8841207.mdx).\n`);
  const { stdout } = await handbook(['check'], { cwd });
  expect(stdout).toContain('There is no file ./8841207.mdx');
});

describe('a name of a file, or words of a baseline, give a log no command', () => {
  const hostile = 'x\u001b]0;pwned\u0007\n::stop-commands::abc\n##[error]y MRN 8841207.txt';
  const env = { GITHUB_ACTIONS: 'true' };
  const commands = /^\s*::(?!(notice|warning|error) )|##\[/m;
  const codes = /[^\P{Cc}\n]/u;

  test('in scan', async () => {
    const cwd = repository('small');
    write(cwd, `content/evidence/${hostile}`, 'MRN 8841207 of a patient.\n');
    commit(cwd, 'Add a file');
    const { stdout, stderr } = await handbook(['scan'], { cwd });
    expect(stdout).toContain('stop-commands');
    expect(stdout + stderr).not.toMatch(commands);
    expect(stdout + stderr).not.toMatch(codes);
    expect(stdout + stderr).not.toMatch(number);
  });

  test('in words about a baseline', async () => {
    const cwd = temporary('small');
    const known = { rule: '##[error]x', path: '::error::y\u001b[2J', key: '0' };
    const baseline = { format: 'handbook baseline 1', check: [known], readiness: [] };
    write(cwd, 'content/baseline.json', JSON.stringify(baseline));
    const { stderr } = await handbook(['check', '--format', 'github'], { cwd, env });
    expect(stderr).toContain('[error]x');
    expect(stderr).not.toMatch(commands);
    expect(stderr).not.toMatch(codes);
  });

  test.each(['text', 'github', 'markdown'])(
    'in a path at the beginning of a line, as %s',
    async (format) => {
      const cwd = temporary('small');
      write(cwd, 'content/::warning::z.mdx', 'Words.\n');
      const inside = join(cwd, 'content');
      const args = ['check', '--content', '.', '--format', format];
      const { stdout, stderr } = await handbook(args, { cwd: inside });
      expect(stdout).toContain('warning');
      expect(stdout + stderr).not.toMatch(/^\s*::warning::/m);
    },
  );

  test('in what a command cannot do', async () => {
    const cwd = temporary('small');
    const { stderr } = await handbook(['list', '##[error]x'], { cwd, env });
    expect(stderr).toContain('[error]x');
    expect(stderr).not.toMatch(commands);
  });
});
