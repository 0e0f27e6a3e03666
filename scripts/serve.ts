// Serves dist/ as it is, without a check or a build: what the browser tests run against.
//   --port N  the first port to try, 0 for any free one
import { parseArgs } from 'node:util';
import { runMain } from './lib/failure.ts';
import { dist } from './lib/paths.ts';
import { closeOnSignal, readPort, serveFolder } from './lib/static-server.ts';

await runMain(async () => {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4321' } } });
  const { address, server } = await serveFolder(dist, readPort(values.port));
  closeOnSignal(server);
  console.log(address);
  return 0;
});
