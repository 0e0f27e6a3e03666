// Builds the site into dist/; a build begins with the check of the content and stops where it finds errors.
//   --content DIR  another content folder    --audience NAME  the copy for other readers than the fewest
import { parseArgs } from 'node:util';
import { runNode } from './lib/child.ts';
import { runMain } from './lib/failure.ts';
import { inputsOf, rememberBuild } from './lib/last-build.ts';
import { astro, audienceEnvironment, contentFolder } from './lib/paths.ts';

await runMain(async () => {
  const { values } = parseArgs({
    options: { content: { type: 'string' }, audience: { type: 'string' } },
  });
  const content = contentFolder(values.content);
  const audience = audienceEnvironment(values.audience);
  const inputs = inputsOf(content, audience.HANDBOOK_AUDIENCE);
  const code = await runNode(astro, ['build'], { env: { HANDBOOK_CONTENT: content, ...audience } });
  if (code !== 0) return code;
  rememberBuild(inputs, content);
  console.error('The site is built in dist/.');
  return 0;
});
