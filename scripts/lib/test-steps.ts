import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from './child.ts';
import { ensureChromium } from './chromium.ts';
import { ensureNginx } from './nginx.ts';
import { root } from './paths.ts';
import {
  add,
  type Count,
  countPlaywright,
  countVitest,
  oneFailed,
  onePassed,
} from './test-count.ts';

export interface Step {
  readonly name: string;
  readonly what: string;
  readonly run: () => Promise<Count>;
}

const packages = join(root, 'node_modules');
const reports = mkdtempSync(join(tmpdir(), 'handbook-test-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

export const steps: readonly Step[] = [
  { name: 'types', what: 'TypeScript and Astro', run: checkTypes },
  {
    name: 'lint',
    what: 'Biome: format, lint, import boundaries',
    run: () => one('@biomejs/biome/bin/biome', 'ci'),
  },
  {
    name: 'dead-code',
    what: 'knip: unused files, exports, packages',
    run: () => one('knip/bin/knip.js'),
  },
  { name: 'unit', what: 'Vitest', run: runVitest },
  {
    name: 'content',
    what: 'the checker on our own content, decisions and examples',
    run: checkContent,
  },
  {
    name: 'build',
    what: 'the site, as those see it who may read every document',
    run: () => run('scripts/build.ts', '--audience', 'leadership'),
  },
  { name: 'site', what: 'Playwright on the built site', run: runPlaywright },
];

async function checkTypes(): Promise<Count> {
  const astro = await one('astro/bin/astro.mjs', 'check');
  const domain = await one('typescript/bin/tsc', '-p', 'src/domain');
  return astro.failed + domain.failed > 0 ? oneFailed : onePassed;
}

/** The content, and what the guide shows of `docs/`. */
async function checkContent(): Promise<Count> {
  let total = await run('src/cli/bin.ts', 'check');
  for (const folder of ['docs/project', 'docs/example'])
    total = add(total, await run('src/cli/bin.ts', 'check', '--content', folder));
  return total;
}

async function runVitest(): Promise<Count> {
  // Where it cannot be installed the tests of its configuration say so, and fail in CI.
  if (process.env['CI']) await ensureNginx();
  const report = join(reports, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return countVitest(report, await runNode(join(packages, 'vitest/vitest.mjs'), args));
}

async function runPlaywright(): Promise<Count> {
  if (!(await ensureChromium())) {
    console.log(
      'The browser tests need Chromium, and none could be installed.\n' +
        'Install one, or name it: CHROMIUM_PATH=/path/to/chromium npm test',
    );
    return oneFailed;
  }
  const report = join(reports, 'playwright.json');
  const code = await runNode(
    join(packages, '@playwright/test/cli.js'),
    ['test', '--reporter=list,json'],
    { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  );
  return countPlaywright(report, code);
}

/** Runs a package's program as one check: it passes or it fails. */
const one = (program: string, ...args: string[]): Promise<Count> =>
  run(join('node_modules', program), ...args);

async function run(file: string, ...args: string[]): Promise<Count> {
  return (await runNode(join(root, file), args)) === 0 ? onePassed : oneFailed;
}
