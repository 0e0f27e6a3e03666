// Runs every check of the project, all of them even if one fails. The last line is the count.
//   npm test -- unit site   runs only the named steps
import { styleText } from 'node:util';
import { Failure, runMain } from './lib/failure.ts';
import { changedFiles } from './lib/git-changes.ts';
import { add, type Count, isClean, none, oneFailed, onePassed } from './lib/test-count.ts';
import { type Step, steps } from './lib/test-steps.ts';

await runMain(async () => {
  const chosen = choose(process.argv.slice(2));
  const before = changedFiles();
  let total = none;
  const lines: string[] = [];
  for (const step of chosen) {
    const { count, line } = await runStep(step);
    total = add(total, count);
    lines.push(line);
  }
  // Elsewhere somebody may be editing while the tests run; in CI a change is a stale generated file.
  if (process.env.CI) {
    const { count, line } = reportChanges(before);
    total = add(total, count);
    lines.push(line);
  }
  console.log(`\n${lines.join('\n')}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return isClean(total) ? 0 : 1;
});

function choose(names: readonly string[]): readonly Step[] {
  const unknown = names.find((name) => !steps.some((step) => step.name === name));
  if (unknown === undefined)
    return steps.filter(({ name }) => !names.length || names.includes(name));
  throw new Failure(
    `There is no step "${unknown}". The steps are: ${steps.map(({ name }) => name).join(', ')}.`,
  );
}

async function runStep(step: Step): Promise<{ count: Count; line: string }> {
  console.log(styleText('bold', `\n== ${step.name}: ${step.what}`));
  const began = performance.now();
  const count = await step.run();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  return { count, line: `${summarize(step.name, count)} in ${seconds} s` };
}

function reportChanges(before: readonly string[]): { count: Count; line: string } {
  const changed = changedFiles().filter((line) => !before.includes(line));
  if (changed.length === 0) return { count: onePassed, line: summarize('files', onePassed) };
  console.log(
    `\nThe run changed files that git tracks or would track. Run it locally and commit the result:\n${changed.join('\n')}`,
  );
  return { count: oneFailed, line: summarize('files', oneFailed) };
}

function summarize(name: string, count: Count): string {
  const verdict = isClean(count) ? 'ok    ' : 'FAILED';
  return `${verdict}  ${name}: ${count.passed} passed, ${count.failed} failed`;
}
