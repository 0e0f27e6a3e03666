import type { Io } from './io.ts';

/** An option of a command; `name` may be typed with hyphens or underscores. */
export interface Option {
  readonly name: string;
  /** What stands for the value in the help, such as `DIR`; absent for a switch. */
  readonly value?: string;
  readonly description: string;
  /** The only values allowed. */
  readonly choices?: readonly string[];
  /** May be given more than once. */
  readonly many?: boolean;
}

/** A word that a command takes without a name. */
export interface Positional {
  readonly name: string;
  readonly description: string;
  readonly many?: boolean;
}

/** One command; parsing, help and suggestions are made from this. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What is typed after the program's name, one form a line. */
  readonly usage: readonly string[];
  readonly positionals: readonly Positional[];
  readonly options: readonly Option[];
  /** Further options, which depend on the words that were typed. */
  readonly optionsFor?: (args: readonly string[]) => readonly Option[];
  /** Resolves to the exit code: 0 clean, 1 findings. What cannot be done throws a Refusal. */
  readonly run: (invocation: Invocation) => Promise<number> | number;
}

/** A command as it was typed. */
export interface Invocation {
  readonly io: Io;
  readonly positionals: readonly string[];
  /** The values of each option that was given, by the option's own name; a switch has none. */
  readonly given: ReadonlyMap<string, readonly string[]>;
}

/** How the program is started, as it stands in messages. */
export const program = 'npm run handbook --';

/** Options that every command has. */
export const commonOptions: readonly Option[] = [
  {
    name: 'content',
    value: 'DIR',
    description: 'The content folder; else HANDBOOK_CONTENT, else content/.',
  },
  { name: 'help', description: 'Show this help.' },
];

/** The value of an option that is given at most once. */
export const optionValue = ({ given }: Invocation, name: string): string | undefined =>
  given.get(name)?.[0];
