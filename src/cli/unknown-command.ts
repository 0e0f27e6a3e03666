import { commandDefinitions } from '../domain/commands/registry.ts';
import { suggest } from '../domain/problems/suggest.ts';
import { Refusal } from './refusal.ts';

/** The refusal of a name that is no command, with the one that was probably meant. */
export function unknownCommand(typed: string): Refusal {
  const names = commandDefinitions.map(({ name }) => name);
  const near = suggest(typed, names);
  const hint = near === null ? '' : ` Did you mean "${near}"?`;
  return new Refusal(
    `There is no command "${typed}".${hint} The commands are: ${names.join(', ')}.`,
  );
}
