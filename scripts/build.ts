// Checks the content, then builds the site into dist/.
//   --content DIR  another content folder    --checked  the check has just been run
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runNode } from './lib/child.ts';
import { runMain } from './lib/failure.ts';
import { inputsOf, rememberBuild } from './lib/last-build.ts';
import { astro, contentFolder, root } from './lib/paths.ts';

const kept = 'dist/ still holds the last good build, if there was one.';
const messages = {
  findings: `The site was not built: the content has the findings above. Fix them and run this again. ${kept}`,
  noCheck: `The site was not built: the check could not do its job, for the reason above. ${kept}`,
  noBuild: `The site was not built: Astro stopped, for the reason above. ${kept}`,
};

await runMain(async () => {
  const { values } = parseArgs({
    options: { content: { type: 'string' }, checked: { type: 'boolean', default: false } },
  });
  const content = contentFolder(values.content);
  const env = { HANDBOOK_CONTENT: content };
  const inputs = await inputsOf(content);

  if (!values.checked) {
    const code = await runNode(join(root, 'src/cli/bin.ts'), ['check'], { env });
    if (code !== 0) return stop(code === 1 ? messages.findings : messages.noCheck, code);
  }
  const code = await runNode(astro, ['build'], { env });
  if (code !== 0) return stop(messages.noBuild, 1);
  rememberBuild(inputs);
  return 0;
});

function stop(message: string, code: number): number {
  console.error(`\n${message}`);
  return code;
}
