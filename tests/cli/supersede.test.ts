import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { handbook, temporary } from './run.ts';

const oldest = 'content/adrs/0001-queue-the-faxes.mdx';
const first = 'adrs/0001-queue-the-faxes';
const replace = (by: string, ...more: string[]) => ['supersede', first, '--with', by, ...more];

/** A folder with a second and a third decision of these statuses. */
function decisions(second: string, third = 'accepted') {
  const cwd = temporary('small');
  const read = (path: string) => readFileSync(join(cwd, path), 'utf8');
  const before = read(oldest);
  const write = (name: string, status: string) =>
    writeFileSync(
      join(cwd, `content/adrs/${name}.mdx`),
      before
        .replace('title: ', '# Of the second kind\ntitle: ')
        .replace('status: accepted', `status: ${status}`),
    );
  write('0002-print-the-faxes', second);
  write('0003-burn-the-faxes', third);
  return { cwd, before, read };
}

test('an accepted decision takes the place of another: one field each, no other byte', async () => {
  const { cwd, before, read } = decisions('accepted');
  const second = read('content/adrs/0002-print-the-faxes.mdx');
  const { code, stdout } = await handbook(replace('adrs/0002-print-the-faxes'), { cwd });
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `content/adrs/0002-print-the-faxes.mdx\n${oldest}\n`,
  });
  expect(read(oldest)).toBe(before.replace('status: accepted', 'status: superseded'));
  const after = read('content/adrs/0002-print-the-faxes.mdx');
  expect(after.replace(`supersedes: [0001-queue-the-faxes]\n`, '')).toBe(second);
  expect((await handbook(['check'], { cwd })).code).toBe(0);
});

test('until the new decision is accepted the old one stays in force', async () => {
  const { cwd, before, read } = decisions('proposed');
  const { stderr } = await handbook(replace('adrs/0002-print-the-faxes'), { cwd });
  expect(stderr).toContain('is proposed, so adrs/0001-queue-the-faxes.mdx stays in force');
  expect(read(oldest)).toBe(before);
});

test('a decision is replaced once', async () => {
  const { cwd } = decisions('accepted');
  await handbook(replace('adrs/0002-print-the-faxes'), { cwd });
  const { code, stderr } = await handbook(replace('adrs/0003-burn-the-faxes'), { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(
    'Supersede that one: npm run handbook -- supersede adrs/0002-print-the-faxes',
  );
});

test('no circle is made, and what is rejected replaces nothing', async () => {
  const { cwd } = decisions('accepted', 'rejected');
  await handbook(replace('adrs/0002-print-the-faxes'), { cwd });
  const back = ['supersede', 'adrs/0002-print-the-faxes', '--with', first];
  expect((await handbook(back, { cwd })).stderr).toContain('is superseded itself');
  const dead = ['supersede', 'adrs/0002-print-the-faxes', '--with', 'adrs/0003-burn-the-faxes'];
  expect((await handbook(dead, { cwd })).stderr).toContain('is rejected itself');
});
