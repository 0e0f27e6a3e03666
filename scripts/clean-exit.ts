// Builds a small engagement that reaches a clean exit, as a git repository of its own, with the same commands
// that people use; its sponsor's key is made anew.
//   npm run clean-exit -- DIR
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildCleanExit } from '../tests/standard/clean-exit.ts';
import { Failure, runMain } from './lib/failure.ts';

await runMain(async () => {
  const [asked] = process.argv.slice(2);
  if (!asked)
    throw new Failure('Name a folder that is not there yet: npm run clean-exit -- ../clean-exit');
  const folder = resolve(asked);
  if (existsSync(folder)) throw new Failure(`${folder} is there already. Name another folder.`);
  mkdirSync(folder, { recursive: true });
  const { root } = await buildCleanExit(folder);
  console.log(`Look at it:\n  npm run handbook -- readiness --content ${root}`);
  console.log(
    `Verify the signature of its exit:\n  npm run handbook -- verify-signoff --content ${root}`,
  );
  return 0;
});
