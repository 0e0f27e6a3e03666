import { type CommandDefinition, program } from '../../domain/commands/define.ts';
import type { Invocation } from '../command.ts';
import type { Choice } from '../io.ts';
import { Refusal } from '../refusal.ts';

/**
 * The values of options that a record cannot do without: as given, else as answered at a terminal; without
 * one a Refusal names all that are missing. `choices` are what a value is chosen from.
 */
export async function optionsAsked<N extends string>(
  { io, given }: Invocation,
  command: CommandDefinition,
  names: readonly N[],
  choices: Readonly<Record<string, readonly Choice[]>> = {},
): Promise<Record<N, string>> {
  const values: Partial<Record<N, string>> = {};
  for (const name of names) values[name] = given.get(name)?.[0]?.trim();
  const missing = names.filter((name) => !values[name]);
  if (missing.length > 0 && !io.isTerminal.input) throw incomplete(command, missing);
  for (const name of missing) {
    const option = optionOf(command, name);
    const words = option?.choices?.map((word) => ({ value: word, label: word }));
    const offered = choices[name] ?? words ?? [];
    const question = { message: `${name}: ${option?.description ?? ''}` };
    const answer =
      offered.length > 0
        ? await io.prompt.choose(question, offered)
        : await io.prompt.text({ ...question, validate: complaint });
    values[name] = answer.trim();
  }
  return values as Record<N, string>;
}

const optionOf = ({ options }: CommandDefinition, name: string) =>
  options.find((option) => option.name === name);

const complaint = (answer: string): string | undefined =>
  answer.trim() === '' ? 'It cannot be empty.' : undefined;

function incomplete(command: CommandDefinition, missing: readonly string[]): Refusal {
  const lines = missing.map((name) => {
    const { value = '', description = '' } = optionOf(command, name) ?? {};
    return `  --${name} ${value}  ${description}`;
  });
  return new Refusal(
    `Nothing was written, because this is missing:\n${lines.join('\n')}\nFor example: ${program} ${command.usage[0]}`,
  );
}

/** The words after a command, of which there has to be one at least. */
export function wordsAsked({ positionals }: Invocation, command: CommandDefinition): string[] {
  if (positionals.length > 0) return [...positionals];
  const [place] = command.positionals;
  throw new Refusal(
    `The ${place?.name} is missing. ${place?.description}\nFor example: ${program} ${command.usage[0]}`,
  );
}
