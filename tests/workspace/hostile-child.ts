import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { renderEntry } from '../../scripts/fuzz/render.ts';
import { unsafeIn } from '../../scripts/fuzz/unsafe-html.ts';
import { checkCorpus } from '../../src/domain/checks/run.ts';
import { locate } from '../../src/workspace/locate.ts';
import { readWorkspace } from '../../src/workspace/read-corpus.ts';
import { base, term } from '../rules/folder.ts';
import { type Attack, hostileFiles, madeAttacks } from './hostile-corpus.ts';

/** What one attack came to; printed as a line of JSON behind the line that named it. */
export interface Result {
  readonly name: string;
  /** Milliseconds of work. */
  readonly work: number;
  /** The most memory that the process ever held, in megabytes. */
  readonly memory: number;
  readonly problems: readonly { path: string; line: number; key: string; severity: string }[];
  /** What a page of it would hold that a document must not bring about. */
  readonly unsafe: readonly string[];
}

/** A document that is checked beside each attack. */
const NEIGHBOUR = { 'glossary/z.mdx': term('[a](nothing-like-it.mdx)\n') };

for (const [name, attack] of [...hostileFiles(), ...madeAttacks]) {
  process.stdout.write(`${JSON.stringify({ name })}\n`);
  process.stdout.write(`${JSON.stringify(await suffer(name, attack))}\n`);
}

async function suffer(name: string, { path, files }: Attack): Promise<Result> {
  const root = mkdtempSync(join(tmpdir(), 'handbook-hostile-'));
  for (const [file, text] of Object.entries({ ...base, ...NEIGHBOUR, ...files })) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text ?? '');
  }
  // What the last one left is not counted to this one.
  if (process.memoryUsage.rss() > 250_000_000) globalThis.gc?.();
  const began = process.cpuUsage();
  const workspace = readWorkspace(root);
  const problems = locate(checkCorpus(workspace.corpus), workspace);
  const { user, system } = process.cpuUsage(began);
  const entry = workspace.corpus.entries.find((one) => one.path === path);
  const broken = problems.some((one) => one.path === path && one.ruleId === 'mdx-syntax');
  const html = entry && !broken ? await renderEntry(workspace, entry) : null;
  rmSync(root, { recursive: true });
  return {
    name,
    work: (user + system) / 1000,
    memory: process.resourceUsage().maxRSS / 1024,
    problems: problems.map((one) => ({
      path: one.path,
      line: one.line,
      key: `${one.ruleId}.${one.messageId}`,
      severity: one.severity,
    })),
    unsafe: unsafeIn(html ?? ''),
  };
}
