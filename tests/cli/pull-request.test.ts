import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commit, edit, repository, write } from './git.ts';
import { handbook } from './run.ts';

const runbook = 'content/runbooks/fax-queue-stalled.mdx';
const alert = 'content/alerts/faxqueueold.yaml';

async function summary(cwd: string, ...more: string[]): Promise<string> {
  const args = ['check', '--changed-since', 'HEAD', '--format', 'markdown', ...more];
  const { code, stdout } = await handbook(args, { cwd });
  expect(code).toBeLessThan(2);
  return stdout;
}

test('lists documents by type with what was done to them', async () => {
  const cwd = repository('small');
  renameSync(join(cwd, runbook), join(cwd, 'content/runbooks/fax-stalled.mdx'));
  rmSync(join(cwd, 'content/people/ada-reyes.yaml'));
  edit(cwd, 'content/systems/fax-gateway.mdx', 'title: ', 'title: New ');
  write(cwd, 'content/pictures/a.txt', 'x');
  const text = await summary(cwd);
  expect(text).toContain('- Removed person Ada Reyes (`people/ada-reyes.yaml`)');
  expect(text).toContain('- Renamed runbook ');
  expect(text).toContain(', before `runbooks/fax-queue-stalled.mdx`');
  expect(text).toContain('- Changed system New ');
  expect(text).toContain('1 file that is no document, such as a picture, changed too.');
});

test('says in words which references came and went, and takes a rename for none', async () => {
  const cwd = repository('small');
  edit(cwd, runbook, 'owner: sam-okafor', 'owner: ada-reyes');
  const text = await summary(cwd);
  expect(text).toMatch(/- No longer: runbook Fax queue stalled – [^\n]+ – person Sam Okafor\n/);
  expect(text).toMatch(/- New: runbook Fax queue stalled – [^\n]+ – person Ada Reyes\n/);
  commit(cwd, 'Hand over');
  renameSync(join(cwd, alert), join(cwd, 'content/alerts/renamed.yaml'));
  expect(await summary(cwd)).not.toContain('– New');
});

test('has a table of what is new, of what is older, and of what is fixed', async () => {
  const cwd = repository('broken');
  edit(cwd, runbook, 'status: actve', 'status: current');
  edit(cwd, runbook, '## Impact', 'See [it](nowhere.mdx).\n\n## Impact');
  const text = await summary(cwd);
  expect(text).toMatch(/^## Handbook: new: \d+ errors?, 1 fixed\n/);
  const [, fresh = '', older = '', fixed = ''] = text.split(/### (?:New findings|Not new|Fixed)/);
  expect(fresh).toContain('nowhere.mdx');
  expect(older).toContain('sam-okafr');
  expect(fixed).toContain('actve');
});

test('shows which gates and rules moved, on one day for both sides', async () => {
  const cwd = repository('small');
  edit(cwd, runbook, 'owner: sam-okafor', 'owner: nobody-there');
  const text = await summary(cwd);
  expect(text).toContain('### Gates that moved, as of 2026-09-14');
  expect(text).toMatch(/\| OWN-01 [^|]+ \| \S+.* \| \*\*(fails|cannot tell)\*\* \|/);
  expect(await summary(cwd, '--as-of', '2026-10-01')).toContain('as of 2026-10-01');
  const same = repository('small');
  write(same, 'content/notes.txt', 'x');
  expect(await summary(same, '--as-of', '2027-03-01')).not.toContain('Gates that moved');
});

test('names the review, the acceptance and the drill that an edit voided', async () => {
  const cwd = repository('records');
  const id = 'runbooks/fax-queue-stalled';
  edit(cwd, runbook, '\nowner: ', '\nsuccessor: dana-pruett\nowner: ');
  write(cwd, 'terminal.log', 'fq status\nok\n');
  const drill = ['--started', '2026-09-14T09:00:00Z', '--finished', '2026-09-14T09:30:00Z'];
  for (const args of [
    ['review', id, '--by', 'sam-okafor'],
    ['accept', id, '--by', 'dana-pruett'],
    ['drill', id, '--by', 'dana-pruett', '--result', 'pass', '--log', 'terminal.log', ...drill],
  ])
    expect(await handbook(args, { cwd })).toMatchObject({ code: 0 });
  commit(cwd, 'Review, accept and drill');
  const day = ['--as-of', '2026-09-15'];
  write(cwd, 'content/notes.txt', 'x');
  expect(await summary(cwd, ...day)).not.toContain('Voided');
  edit(cwd, runbook, '## Impact', '## Impact\n\nMore than it seems.');
  const text = await summary(cwd, ...day);
  const [, list = ''] = text.split('### Voided by the edit');
  for (const command of ['review', 'accept', 'drill'])
    expect(list).toContain(`\`npm run handbook -- ${command} ${id} --by PERSON`);
});

test('lists what is due for review', async () => {
  const cwd = repository('small');
  const args = ['review', 'runbooks/fax-queue-stalled', '--by', 'sam-okafor', '--every', '30'];
  await handbook([...args, '--on', '2026-09-10'], { cwd });
  commit(cwd, 'Review');
  expect(await summary(cwd)).not.toContain('Due for review');
  expect(await summary(cwd, '--as-of', '2026-12-01')).toContain(
    '### Due for review on 2026-12-01\n\n- Fax queue stalled (`runbooks/fax-queue-stalled.mdx`), since 2026-10-10.',
  );
});

test('tells of a removed runbook what it leaves behind', async () => {
  const cwd = repository('small');
  rmSync(join(cwd, runbook));
  const text = await summary(cwd);
  expect(text).toContain('- No longer: alert ');
  expect(text).toMatch(/- No longer: alert [^\n]+ – Handled by – runbook Fax queue stalled\n/);
  expect(text).not.toMatch(/No longer: person/);
});
