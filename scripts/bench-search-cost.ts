// Measures in Chromium what a search costs a reader: milliseconds to the first result and to the text, bytes.
// Builds 5,000 made-up documents into dist/ first.
//   --site  search dist/ as it is, without a build    --write  record the figures in docs/search-cost.md
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeAtomically } from '../src/workspace/write.ts';
import { generate } from './bench/generate.ts';
import { costsOf, type SearchCost } from './bench-pages/search-cost.ts';
import { recordOf, tableOf } from './bench-pages/search-report.ts';
import { runNode } from './lib/child.ts';
import { Failure, runMain } from './lib/failure.ts';
import { findNginx } from './lib/nginx.ts';
import { serveByNginx } from './lib/nginx-server.ts';
import { dist, root } from './lib/paths.ts';

const DOCUMENTS = 5000;

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      site: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const nginx = findNginx();
  if (!nginx) throw new Failure('There is no nginx: apt-get install nginx-light, or NGINX_PATH.');
  if (!values.site) await buildMadeUp();
  const server = await serveByNginx(nginx, dist, join(root, 'dist.nginx.conf'));
  const costs: SearchCost[] = await costsOf(server.address, dist).finally(server.stop);
  console.log(tableOf(costs));
  if (values.write) {
    const file = join(root, 'docs/search-cost.md');
    const what = values.site ? 'the sample' : `${DOCUMENTS} made-up documents`;
    writeAtomically(file, recordOf(costs, what, new Date().toISOString().slice(0, 10)));
    console.error(`Recorded in ${file}`);
  }
  return 0;
});

/** Leaves the site of made-up documents in dist/, as any other build would. */
async function buildMadeUp(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-search-'));
  try {
    generate(join(folder, 'content'), DOCUMENTS);
    const args = ['--content', join(folder, 'content'), '--audience', 'engineering'];
    const code = await runNode(join(root, 'scripts/build.ts'), args);
    if (code !== 0) throw new Failure('The made-up documents could not be built.');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
