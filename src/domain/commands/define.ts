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

/** What a command is called, takes and prints; parsing, help and the guide are made from this. */
export interface CommandDefinition {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What is typed after the program's name, one form a line. */
  readonly usage: readonly string[];
  readonly positionals: readonly Positional[];
  readonly options: readonly Option[];
  /** What is printed where, one sentence or two each; for the guide. */
  readonly output: readonly string[];
}

/** Declares a command; the names of its options are known to the compiler. */
export const defineCommand = <const C extends CommandDefinition>(command: C): C => command;

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

/** What the program tells the shell when it ends. */
export const exitCodes = [
  ['0', 'Clean; warnings are allowed.'],
  ['1', 'There are findings.'],
  ['2', 'The job could not be done; the reason is on stderr.'],
] as const;
