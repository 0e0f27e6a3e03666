import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { handbook, temporary } from './run.ts';

function withMistakes(): string {
  const cwd = temporary('small');
  mkdirSync(join(cwd, 'content/glossary'), { recursive: true });
  writeFileSync(
    join(cwd, 'content/glossary/queue.mdx'),
    '---\nterm: Queue\nplain: Where messages wait.\n---\n\nOpen a incident, the the wrod.\n',
  );
  return cwd;
}

test('warnings are said at the word, and the exit code is 0', async () => {
  const { code, stdout, stderr } = await handbook(['prose', 'glossary'], { cwd: withMistakes() });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('content/glossary/queue.mdx:6:26  warning  spelling\n');
  expect(stdout).toMatch(/3 warnings in 1 of 1 file\.\n$/);
});

test('every format of check is there, and other files are left out', async () => {
  const cwd = withMistakes();
  const args = ['prose', 'glossary/queue', '--format', 'json'];
  const { problems, counts } = JSON.parse((await handbook(args, { cwd })).stdout);
  expect(counts).toEqual({ error: 0, warning: 3 });
  expect(problems[0]).toMatchObject({ line: 6, column: 6, url: '/guide/checks/#articles' });
});

test('check says nothing of words', async () => {
  expect((await handbook(['check', 'glossary'], { cwd: withMistakes() })).stdout).not.toContain(
    'wrod',
  );
});
