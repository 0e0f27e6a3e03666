import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentRoot, proofOf } from '../../src/domain/standard/facts/proofs.ts';
import { readWorkspace } from '../../src/workspace/read-corpus.ts';
import { standardContext } from '../../src/workspace/witness.ts';
import { handbook, temporary, today } from './run.ts';

test('a proof begins with the root of the documents and the digest of its report', async () => {
  const cwd = temporary('records');
  mkdirSync(join(cwd, 'content/proofs'));
  writeFileSync(join(cwd, 'content/proofs/scan.txt'), 'Nothing found.\n');
  const args = ['--kind', 'secret-scan', '--ran-on', today, '--result', 'pass'];
  const report = ['--report', './scan.txt'];
  const result = await handbook(['new', 'proof', 'Scan', ...args, ...report], { cwd });
  expect(result.code, result.stderr).toBe(0);
  const proof = readWorkspace(join(cwd, 'content')).corpus.byId.get('proofs/scan');
  const context = standardContext(readWorkspace(join(cwd, 'content')), today);
  expect(proof?.data['content_root']).toBe(contentRoot(context));
  expect(proofOf(context, 'secret-scan').state).toBe('good');
});

test('the example of a data flow names two ends', async () => {
  const cwd = temporary('records');
  const { stderr } = await handbook(['new', 'data-flow', 'Faxes'], { cwd });
  expect(stderr).toMatch(/--from systems\/fax-gateway --to systems\/interface-engine/);
});
