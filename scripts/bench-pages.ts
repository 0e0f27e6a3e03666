// Runs Lighthouse on the main kinds of page of dist/, served by nginx with the shipped configuration.
//   --runs N  how often each page is looked at; the median counts, 1 if not said
//   --only WORD  pages whose kind holds the word    --write  record the figures in docs/page-figures.md
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeAtomically } from '../src/workspace/write.ts';
import { kindsIn } from './bench-pages/kinds.ts';
import { type Figures, figuresOf } from './bench-pages/lighthouse.ts';
import { recordOf, tableOf } from './bench-pages/report.ts';
import { Failure, runMain } from './lib/failure.ts';
import { findNginx } from './lib/nginx.ts';
import { serveByNginx } from './lib/nginx-server.ts';
import { dist, root } from './lib/paths.ts';

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
      write: { type: 'boolean', default: false },
    },
  });
  const runs = Number(values.runs);
  if (!Number.isSafeInteger(runs) || runs < 1) throw new Failure('--runs is a number from 1 up.');
  const nginx = findNginx();
  if (!nginx) throw new Failure('There is no nginx: apt-get install nginx-light, or NGINX_PATH.');
  const server = await serveByNginx(nginx, dist, join(root, 'dist.nginx.conf'));
  const { figures, failed } = await measured(server.address, runs, values.only).finally(
    server.stop,
  );
  console.log(tableOf(figures));
  if (failed.length > 0) console.error(`Not measured: ${failed.join('; ')}.`);
  if (values.write) {
    const file = join(root, 'docs/page-figures.md');
    writeAtomically(file, recordOf(figures, failed, runs, new Date().toISOString().slice(0, 10)));
    console.error(`Recorded in ${file}`);
  }
  return failed.length === 0 ? 0 : 1;
});

interface Measured {
  readonly figures: readonly Figures[];
  readonly failed: readonly string[];
}

/** A page that cannot be measured is told and left out; the others still count. */
async function measured(address: string, runs: number, only: string): Promise<Measured> {
  const figures: Figures[] = [];
  const failed: string[] = [];
  for (const { kind, path } of kindsIn(dist).filter((one) => one.kind.includes(only))) {
    for (const device of ['mobile', 'desktop'] as const) {
      console.error(`${kind}, ${device}`);
      try {
        figures.push(await figuresOf({ kind, device, url: address + path, runs }));
      } catch (error) {
        failed.push(`${kind}, ${device}`);
        console.error(`  could not be measured: ${String(error)}`);
      }
    }
  }
  return { figures, failed };
}
