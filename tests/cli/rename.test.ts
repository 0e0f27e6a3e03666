import { readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { handbook, temporary } from './run.ts';

const rename = ['rename', 'systems/fax-gateway', 'fax-bridge'];
const read = (cwd: string, path: string) => readFileSync(join(cwd, 'content', path), 'utf8');

function edit(cwd: string, path: string, change: (text: string) => string) {
  writeFileSync(join(cwd, 'content', path), change(read(cwd, path)));
}

test('every form of reference and link goes along, and no other byte changes', async () => {
  const cwd = temporary('small');
  const body = (name: string) =>
    `[a](../systems/${name}.mdx "t")\t[b](/systems/${name}/?x=1#context)  \n[d](.././systems/./${name}.mdx#z)\n\n[c]: <../systems/${name}#y>\n\n\`systems/fax-gateway\`\n`;
  edit(cwd, 'runbooks/fax-queue-stalled.mdx', (text) =>
    text
      .replace(
        'systems:\n  - fax-gateway\n',
        'systems:   # two of them\n  -   "fax-gateway"   # here\n',
      )
      .replace('## Impact', `${body('fax-gateway')}\n## Impact`),
  );
  const before = read(cwd, 'runbooks/fax-queue-stalled.mdx');
  const { code, stderr } = await handbook(rename, { cwd });
  expect(code).toBe(0);
  expect(read(cwd, 'runbooks/fax-queue-stalled.mdx')).toBe(
    before
      .replace('"fax-gateway"', '"fax-bridge"')
      .replace(body('fax-gateway'), body('fax-bridge')),
  );
  expect(stderr).toMatch(
    /Named in words, code or data, which is left: runbooks\/fax-queue-stalled\.mdx:\d+\n/,
  );
});

test('what people said of a text that changes is named with the command that renews it', async () => {
  const cwd = temporary('records');
  const by = ['--by', 'dana-pruett'];
  edit(cwd, 'systems/fax-gateway.mdx', (text) =>
    text.replace('owner: sam-okafor', 'owner: dana-pruett'),
  );
  await handbook(
    [
      'review',
      'systems/fax-gateway',
      'runbooks/fax-queue-stalled',
      'systems/interface-engine',
      ...by,
    ],
    { cwd },
  );
  await handbook(['accept', 'systems/fax-gateway', ...by], { cwd });
  const { stderr } = await handbook(rename, { cwd });
  expect(stderr).toContain(
    'It voids 2 reviews, as the digest is of the id and the links too. Read what changed, then: npm run handbook -- review systems/fax-bridge runbooks/fax-queue-stalled --by PERSON\n',
  );
  expect(stderr).toContain(
    'It voids 1 acceptance. To renew: npm run handbook -- accept systems/fax-bridge --by dana-pruett\n',
  );
  expect(read(cwd, 'acceptances/system-fax-gateway.yaml')).toContain(
    'document: systems/fax-bridge\n',
  );
});

test('a baseline knows the same findings afterwards', async () => {
  const cwd = temporary('small');
  edit(cwd, 'systems/fax-gateway.mdx', (text) =>
    text
      .replace('tier: 2', 'tier: 9')
      .replace('## Context', '[x](../runbooks/nowhere.mdx)\n\n## Context'),
  );
  edit(cwd, 'runbooks/fax-queue-stalled.mdx', (text) =>
    text.replace('## Impact', '[x](../systems/fax-gateway.mdx#nowhere)\n\n## Impact'),
  );
  await handbook(['check', '--write-baseline'], { cwd });
  expect((await handbook(['check'], { cwd })).code).toBe(0);
  expect((await handbook(rename, { cwd })).code).toBe(0);
  const { code, stderr } = await handbook(['check'], { cwd });
  expect({ code, stderr }).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('0 fixed; 0 new'),
  });
});

test('a page with Windows line ends is put right first', async () => {
  const cwd = temporary('small');
  edit(cwd, 'runbooks/fax-queue-stalled.mdx', (text) => text.replaceAll('\n', '\r\n'));
  const before = read(cwd, 'runbooks/fax-queue-stalled.mdx');
  const { code, stderr } = await handbook(rename, { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(
    'npm run handbook -- fix runbooks/fax-queue-stalled.mdx --write. Nothing was written.',
  );
  expect(read(cwd, 'runbooks/fax-queue-stalled.mdx')).toBe(before);
  await handbook(['fix', 'runbooks/fax-queue-stalled.mdx', '--write'], { cwd });
  expect((await handbook(rename, { cwd })).code).toBe(0);
});

test('a link that cannot be edited in place, a symbolic link, and an old address of another page stop it', async () => {
  const cwd = temporary('small');
  edit(cwd, 'runbooks/fax-queue-stalled.mdx', (text) =>
    text.replace('## Impact', '[x](../systems/fax-g&#97;teway.mdx)\n\n## Impact'),
  );
  expect((await handbook(rename, { cwd })).stderr).toContain(
    'cannot be edited in place: runbooks/fax-queue-stalled.mdx:',
  );
  edit(cwd, 'runbooks/fax-queue-stalled.mdx', (text) => text.replace('&#97;', 'a'));
  edit(cwd, 'systems/interface-engine.mdx', (text) =>
    text.replace('tier:', 'aliases: [/systems/fax-bridge/]\ntier:'),
  );
  expect((await handbook(rename, { cwd })).stderr).toContain('The alias /systems/fax-bridge/');
  edit(cwd, 'systems/interface-engine.mdx', (text) => text.replace(/aliases: .*\n/, ''));
  renameSync(join(cwd, 'content/systems/fax-gateway.mdx'), join(cwd, 'shared.mdx'));
  renameSync(join(cwd, 'shared.mdx'), join(cwd, 'content/shared.txt'));
  symlinkSync('../shared.txt', join(cwd, 'content/systems/fax-gateway.mdx'));
  expect((await handbook(rename, { cwd })).stderr).toContain('is a symbolic link');
});
