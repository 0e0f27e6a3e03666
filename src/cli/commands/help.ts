import { help as definition } from '../../domain/commands/help.ts';
import type { Command } from '../command.ts';
import { commandHelp, generalHelp } from '../help.ts';
import { unknownCommand } from '../unknown-command.ts';

/** The command that explains the others, each found by its name. */
export const helpOf = (commandNamed: (name: string) => Promise<Command> | undefined): Command => ({
  ...definition,
  run: async ({ io, positionals: [name, ...words] }) => {
    const command = name === undefined ? undefined : await commandNamed(name);
    if (name !== undefined && !command) throw unknownCommand(name);
    io.stdout(command ? commandHelp(command, words) : generalHelp());
    return 0;
  },
});
