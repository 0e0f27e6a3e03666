import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { codeOwners } from '../../../../src/workspace/import/sources/code-owners.ts';

test('a pipe and a link that leads out are no CODEOWNERS', () => {
  const above = mkdtempSync(join(tmpdir(), 'handbook-owners-'));
  onTestFinished(() => rmSync(above, { recursive: true, force: true }));
  const top = join(above, 'repository');
  mkdirSync(join(top, 'docs'), { recursive: true });
  execFileSync('mkfifo', [join(top, 'CODEOWNERS')]);
  writeFileSync(join(above, 'theirs'), '* @nobody\n');
  symlinkSync(join(above, 'theirs'), join(top, 'docs/CODEOWNERS'));
  expect(codeOwners(top)('a.md')).toEqual([]);
});
