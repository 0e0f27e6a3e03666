// Builds the site if anything changed since the last build, and serves it on this machine.
//   --content DIR  another content folder    --port N  the first port to try
//   --audience NAME  the copy for other readers than the fewest
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runNode } from './lib/child.ts';
import { runMain } from './lib/failure.ts';
import { inputsOf, isBuiltFrom } from './lib/last-build.ts';
import { audienceEnvironment, contentFolder, dist, root } from './lib/paths.ts';
import { closeOnSignal, readPort, serveFolder } from './lib/static-server.ts';

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      content: { type: 'string' },
      audience: { type: 'string' },
      port: { type: 'string', default: '4321' },
    },
  });
  const port = readPort(values.port);
  const content = contentFolder(values.content);
  const { HANDBOOK_AUDIENCE: audience } = audienceEnvironment(values.audience);

  if (isBuiltFrom(inputsOf(content, audience))) {
    console.error('Nothing changed since the last build.');
  } else {
    const build = join(root, 'scripts/build.ts');
    const code = await runNode(build, ['--content', content, '--audience', audience], {
      stdout: 2,
    });
    if (code !== 0) return code;
  }
  const { address, server } = await serveFolder(dist, port);
  closeOnSignal(server);
  console.error('\nThe handbook is served to this machine only. Stop it with Ctrl-C.');
  console.log(address);
  return 0;
});
