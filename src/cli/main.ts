import { program } from '../domain/commands/define.ts';
import { ContentFolderError } from '../workspace/content-folder.ts';
import { isSystemError } from '../workspace/system-error.ts';
import { parseArguments } from './arguments.ts';
import { commandNamed } from './commands/registry.ts';
import { commandHelp, generalHelp } from './help.ts';
import type { Io } from './io.ts';
import { Refusal } from './refusal.ts';
import { unknownCommand } from './unknown-command.ts';

/** Runs a command line; resolves to the exit code: 0 clean, 1 findings, 2 could not do the job. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    explain(error, io);
    return 2;
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const at = argv.findIndex(
    (word, index) => !word.startsWith('-') && argv[index - 1] !== '--content',
  );
  const name = argv[at];
  if (name === undefined) return withoutCommand(argv, io);
  const command = await commandNamed(name);
  if (!command) throw unknownCommand(name);
  const args = argv.toSpliced(at, 1);
  const { positionals, given } = parseArguments(command, args);
  if (given.has('help')) {
    io.stdout(commandHelp(command, args));
    return 0;
  }
  return command.run({ io: { ...io, stderr: quietly(io.stderr) }, positionals, given });
}

/** What is said beside the data is for people: no line of it is a command for a log of CI. */
const quietly =
  (print: Io['stderr']): Io['stderr'] =>
  (text) =>
    print(text.replaceAll('##[', '# #[').replaceAll(/^(\s*:)(?=:)/gm, '$1 '));

function withoutCommand(argv: readonly string[], io: Io): number {
  const stranger = argv.find((word) => !/^(-h|--help|--content(=.*)?)$/.test(word));
  if (stranger?.startsWith('-')) {
    throw new Refusal(`Name a command before ${stranger}. See: ${program} help`);
  }
  io.stdout(generalHelp());
  return 0;
}

function explain(error: unknown, { stderr: print, env }: Io): void {
  // Names that were typed or read may hold codes that a terminal obeys.
  const stderr = (text: string) => quietly(print)(text.replaceAll(/[^\P{Cc}\n]/gu, '?'));
  if (error instanceof Refusal || error instanceof ContentFolderError) {
    stderr(`${error.message}\n`);
    return;
  }
  if (isSystemError(error)) {
    const { path, code, syscall } = error;
    const where = path === undefined ? '' : ` ${path}`;
    stderr(`The system refused "${syscall}"${where}: ${reasons[code ?? ''] ?? error.message}.\n`);
  } else {
    const words = error instanceof Error ? error.message : String(error);
    const how = 'Please report it to the keepers of the handbook, with the command that you typed';
    stderr(
      `This is a defect of the handbook: ${firstLine(words)}. ${how}; HANDBOOK_DEBUG=1 shows where it is.\n`,
    );
  }
  if (env['HANDBOOK_DEBUG'] === '1' && error instanceof Error) stderr(`${error.stack}\n`);
}

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').replace(/\.$/, '');

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'no permission (EACCES)',
  EPERM: 'no permission (EPERM)',
  EROFS: 'the disk is read-only (EROFS)',
  ENOSPC: 'the disk is full (ENOSPC)',
  ENOENT: 'it is not there (ENOENT)',
  ENOTDIR: 'a part of the path is no folder (ENOTDIR)',
  ENAMETOOLONG: 'the name is too long (ENAMETOOLONG)',
};
