import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { planImport } from '../../../src/workspace/import/pipeline.ts';
import { emptyWorkspace } from '../../../src/workspace/read-corpus.ts';
import { smallDocs, writeFiles } from '../../cli/import.ts';

/** Documents of very different length, two of them with a picture of one name. */
const manyDocs = {
  ...smallDocs,
  ...Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [
      `notes/n${at}.md`,
      `# Note ${at}\n\n${`See [the next](n${(at + 1) % 40}.md). `.repeat((at * 7) % 23)}\n`,
    ]),
  ),
  'z/long.md': `# Long\n\n![a](img/image.png)\n\n${'Words. '.repeat(5000)}\n`,
  'z/img/image.png': smallDocs['img/plan.png'],
  'a/short.md': '# Short\n\n![b](img/image.png)\n',
  'a/img/image.png': Buffer.concat([smallDocs['img/plan.png'], Buffer.from('x')]),
};

test('threads and one thread write the same bytes', async () => {
  const root = mkdtempSync(join(tmpdir(), 'handbook-plan-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeFiles(join(root, 'docs'), manyDocs);
  const written = async (few: number) => {
    const plan = await planImport({
      sources: [join(root, 'docs')],
      workspace: emptyWorkspace(join(root, 'content')),
      decide: async () => () => ({}),
      progress: () => {},
      few,
    });
    const puts = await Promise.all(
      plan.puts.map(async ({ path, content }): Promise<[string, string]> => {
        const bytes = typeof content === 'string' ? content : await content();
        return [path, Buffer.from(bytes).toString('latin1')];
      }),
    );
    plan.close();
    return puts;
  };
  const one = await written(1000);
  expect(one.length).toBeGreaterThan(80);
  expect(one.map(([path]) => path)).toContain('files/image.png');
  expect(await written(0)).toEqual(one);
});
