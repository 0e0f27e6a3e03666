// Astro's development server: pages follow an edit without a build.
//   --content DIR  another content folder    --port N  the first port to try
//   --audience NAME  only what these readers will see; all documents without it
import { parseArgs } from 'node:util';
import { runNode } from './lib/child.ts';
import { runMain } from './lib/failure.ts';
import { astro, audienceEnvironment, contentFolder } from './lib/paths.ts';

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      content: { type: 'string' },
      audience: { type: 'string' },
      port: { type: 'string', default: '4321' },
    },
  });
  const content = contentFolder(values.content);
  // Astro allows one server for a project; here each content folder may have its own.
  const args = ['dev', '--ignore-lock', '--port', values.port];
  return runNode(astro, args, {
    env: { HANDBOOK_CONTENT: content, ...audienceEnvironment(values.audience) },
  });
});
