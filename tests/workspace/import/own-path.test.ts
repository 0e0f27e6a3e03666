import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { putText } from '../../../src/workspace/import/plan.ts';
import { putTogether, undoKilled } from '../../../src/workspace/import/write.ts';
import { filesIn, writeFiles } from '../../cli/import.ts';

/** A content folder beside files that are not the handbook's. */
function world(): { outside: string; root: string } {
  const above = mkdtempSync(join(tmpdir(), 'handbook-own-'));
  onTestFinished(() => rmSync(above, { recursive: true, force: true }));
  writeFiles(above, { 'content/a.mdx': 'one', 'outside/profile': 'mine' });
  mkdirSync(join(above, 'outside/empty'));
  return { outside: join(above, 'outside'), root: join(above, 'content') };
}

const step = (path: string) => ({ steps: [{ path, replaces: true }], folders: [] });

const journals: [string, unknown][] = [
  ['climbs out', step('../outside/profile')],
  ['climbs out of a folder', step('pages/../../outside/profile')],
  ['is absolute', step('/tmp/profile')],
  ['goes through a link', step('linked/profile')],
  ['is a link out', step('link.mdx')],
  ['is a setting of git', step('.git/hooks/pre-commit')],
  ['is a workflow', step('.github/workflows/ci.yml')],
  ['removes a folder outside', { steps: [], folders: ['../outside/empty'] }],
  ['removes a folder through a link', { steps: [], folders: ['linked/empty'] }],
  ['is no journal', { steps: 'all' }],
];

test.each(journals)('a journal that came with a change is not believed: it %s', (_, journal) => {
  const { outside, root } = world();
  symlinkSync(outside, join(root, 'linked'));
  symlinkSync(join(outside, 'profile'), join(root, 'link.mdx'));
  writeFiles(root, {
    '.import.tmp/journal.json': JSON.stringify(journal),
    '.import.tmp/old/0': 'theirs',
    '.git/hooks/pre-commit': 'mine',
    '.github/workflows/ci.yml': 'mine',
  });
  const before = filesIn(join(root, '..'));
  mkdirSync(join(outside, 'empty'), { recursive: true });
  expect(() => undoKilled(root)).toThrow(/\.import\.tmp\/journal\.json .*delete that folder/s);
  expect(filesIn(join(root, '..'))).toEqual(before);
  mkdirSync(join(outside, 'empty/still-there'));
});

test('a link in the place of the journal’s folder is not followed', async () => {
  const { outside, root } = world();
  symlinkSync(outside, join(root, '.import.tmp'));
  writeFileSync(join(outside, 'journal.json'), JSON.stringify(step('a.mdx')));
  writeFiles(outside, { 'old/0': 'theirs' });
  expect(() => undoKilled(root)).toThrow('.import.tmp is a link');
  await expect(putTogether(root, [putText('b.mdx', 'zwei', null)])).rejects.toThrow('is a link');
  expect(readFileSync(join(root, 'a.mdx'), 'utf8')).toBe('one');
});

test.each(['pages', '.handbook', '.handbook/imported'])(
  '%s as a link out of the content folder: nothing is written there',
  async (link) => {
    const { outside, root } = world();
    mkdirSync(join(root, link, '..'), { recursive: true });
    symlinkSync(outside, join(root, link));
    const before = filesIn(join(root, '..'));
    const puts = ['pages/b.mdx', '.handbook/imported/docs/b.md'].map((path) =>
      putText(path, 'zwei', null),
    );
    await expect(putTogether(root, puts)).rejects.toThrow(`${link} is a link`);
    expect(filesIn(join(root, '..'))).toEqual(before);
  },
);
