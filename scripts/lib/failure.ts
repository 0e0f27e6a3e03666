import { ContentFolderError } from '../../src/workspace/content-folder.ts';

/** A failure the reader can act on: its message is shown, its stack is not. */
export class Failure extends Error {}

/** Runs a script; the number it returns is the exit code, and a Failure is told in its own words. */
export async function runMain(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!isForReaders(error)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

function isForReaders(error: unknown): error is Error {
  if (error instanceof Failure || error instanceof ContentFolderError) return true;
  // node:util parseArgs says in plain words which option it does not know.
  return error instanceof TypeError && 'code' in error && /PARSE_ARGS/.test(String(error.code));
}
