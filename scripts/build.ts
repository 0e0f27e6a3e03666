// Builds the site into dist/; a build begins with the check of the content and stops where it finds errors.
//   --content DIR  another content folder
import { parseArgs } from 'node:util';
import { runNode } from './lib/child.ts';
import { runMain } from './lib/failure.ts';
import { inputsOf, rememberBuild } from './lib/last-build.ts';
import { astro, contentFolder } from './lib/paths.ts';

await runMain(async () => {
  const { values } = parseArgs({ options: { content: { type: 'string' } } });
  const content = contentFolder(values.content);
  const inputs = inputsOf(content);
  const code = await runNode(astro, ['build'], { env: { HANDBOOK_CONTENT: content } });
  if (code !== 0) return 1;
  rememberBuild(inputs);
  console.error('The site is built in dist/.');
  return 0;
});
