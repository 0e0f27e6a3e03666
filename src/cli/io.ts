import type { CacheHome } from '../workspace/cache.ts';

/** A value to choose from, and how it is shown. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One question to the person at the terminal. */
export interface Question {
  readonly message: string;
  readonly initial?: string;
  /** What is wrong with an answer, or undefined. */
  readonly validate?: (answer: string) => string | undefined;
}

/** Ways to ask; each throws a Refusal when the person cancels. */
export interface Prompt {
  text(question: Question): Promise<string>;
  choose(question: Question, choices: readonly Choice[]): Promise<string>;
  chooseMany(question: Question, choices: readonly Choice[]): Promise<readonly string[]>;
}

/** All that the command line takes from the world; tests hand in their own. */
export interface Io {
  /** Where the command was typed: paths are read and shown from here. Absolute. */
  readonly cwd: string;
  /** Where `content/` is looked for when no folder is named. Absolute. */
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Where what was found out is kept for the next run; absent where nothing is. */
  readonly cache?: CacheHome;
  /** The day, `YYYY-MM-DD`. */
  readonly today: string;
  /** `input`: somebody can be asked. `output`: stdout is read by a person. */
  readonly isTerminal: { readonly input: boolean; readonly output: boolean };
  readonly prompt: Prompt;
}
