import { help as definition } from '../../domain/commands/help.ts';
import { suggest } from '../../domain/problems/suggest.ts';
import type { Command } from '../command.ts';
import { commandHelp, generalHelp } from '../help.ts';
import { Refusal } from '../refusal.ts';

/** The command that explains the others. */
export function helpOf(others: readonly Command[]): Command {
  const help: Command = {
    ...definition,
    run: ({ io, positionals: [name, ...words] }) => {
      const all = [...others, help];
      const command = all.find((one) => one.name === name);
      if (name !== undefined && !command) throw unknown(name, all);
      io.stdout(command ? commandHelp(command, words) : generalHelp(all));
      return 0;
    },
  };
  return help;
}

function unknown(name: string, commands: readonly Command[]): Refusal {
  const names = commands.map((one) => one.name);
  const near = suggest(name, names);
  const hint = near === null ? '' : ` Did you mean "${near}"?`;
  return new Refusal(
    `There is no command "${name}".${hint} The commands are: ${names.join(', ')}.`,
  );
}
