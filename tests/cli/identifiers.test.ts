import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reportFormats } from '../../src/domain/problems/report-formats.ts';
import { handbook, temporary } from './run.ts';

test.each(reportFormats)('%s tells of an identifier and never prints it', async (format) => {
  const cwd = temporary('records');
  const text =
    '---\nterm: Chart\nplain: A folder.\nstatus: draft\nowner: nobody-of-412-58-9931\naudience: [engineering]\n---\n\nSee MRN 4471902 [here](./412-58-9931.mdx).\n';
  mkdirSync(join(cwd, 'content/glossary'), { recursive: true });
  writeFileSync(join(cwd, 'content/glossary/chart.mdx'), text);
  const { code, stdout, stderr } = await handbook(['check', '--format', format], { cwd });
  expect([code, stdout]).toEqual([1, expect.stringContaining('identifiers')]);
  expect(stdout + stderr).not.toMatch(/4471902|412-58-9931/);
});
