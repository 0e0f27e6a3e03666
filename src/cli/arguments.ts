import { parseArgs } from 'node:util';
import { commonOptions, type Option, program } from '../domain/commands/define.ts';
import { suggest } from '../domain/problems/suggest.ts';
import type { Command } from './command.ts';
import { Refusal } from './refusal.ts';

/** The words after a command, sorted. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly given: ReadonlyMap<string, readonly string[]>;
}

/** Every option that a command takes with these words. */
const optionsOf = (command: Command, args: readonly string[]): readonly Option[] => [
  ...command.options,
  ...commonOptions,
  ...(command.optionsFor?.(args) ?? []),
];

/** Reads the words typed after a command; a word that has no place there throws a Refusal. */
export function parseArguments(command: Command, args: readonly string[]): Arguments {
  const options = optionsOf(command, args);
  const given = new Map<string, readonly string[]>();
  const positionals: string[] = [];
  for (const token of tokensOf(args, options)) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = options.find(({ name }) => spellings(name).includes(token.name));
    if (!option) throw unknownOption(token.rawName, args[token.index] ?? '', options, command);
    const earlier = given.get(option.name) ?? [];
    given.set(option.name, [...earlier, ...readValue(option, token, earlier)]);
  }
  refuseExtra(command, positionals);
  return { positionals, given };
}

function tokensOf(args: readonly string[], options: readonly Option[]) {
  const config = options.flatMap((option) =>
    spellings(option.name).map((name) => {
      const short = name === 'help' ? { short: 'h' } : {};
      return [name, { type: option.value ? 'string' : 'boolean', ...short } as const] as const;
    }),
  );
  // Strict mode would refuse values such as -90 and knows no suggestions.
  return parseArgs({
    args: [...args],
    options: Object.fromEntries(config),
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

interface Typed {
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function readValue(option: Option, typed: Typed, earlier: readonly string[]): string[] {
  const { rawName, value, inlineValue } = typed;
  if (option.value === undefined) {
    if (value !== undefined) throw new Refusal(`${rawName} takes no value. Write: ${rawName}`);
    return [];
  }
  const usage = `${rawName} ${option.value}`;
  if (value === undefined) throw new Refusal(`${rawName} needs a value. Write: ${usage}`);
  if (value === '') throw new Refusal(`${rawName} was given an empty value. Write: ${usage}`);
  if (!inlineValue && /^-(?!\d)/.test(value)) {
    const how = `Write: ${usage}. If "${value}" is the value: ${rawName}=${value}`;
    throw new Refusal(`${rawName} needs a value, and "${value}" looks like an option. ${how}`);
  }
  if (earlier.length > 0 && !option.many) {
    throw new Refusal(`${rawName} was given twice: "${earlier[0]}" and "${value}". Keep one.`);
  }
  if (option.choices && !option.choices.includes(value)) throw unknownChoice(option, value);
  return [value];
}

function unknownChoice({ name, choices = [] }: Option, value: string): Refusal {
  const near = suggest(value, choices);
  const hint = near === null ? '' : ` Did you mean "${near}"?`;
  return new Refusal(`--${name} cannot be "${value}".${hint} It is one of: ${choices.join(', ')}.`);
}

function unknownOption(
  typed: string,
  word: string,
  options: readonly Option[],
  { name }: Command,
): Refusal {
  if (/^-[^=]*\s/.test(word)) {
    const how = `Put -- before it: ${program} ${name} ... -- "${word}"`;
    return new Refusal(`"${word}" begins with a hyphen, so it is read as an option. ${how}`);
  }
  const near = suggest(
    typed.replace(/^-+/, ''),
    options.map((option) => option.name),
  );
  const hint = near === null ? '' : ` Did you mean --${near}?`;
  return new Refusal(`"${name}" has no option ${typed}.${hint} See: ${program} help ${name}`);
}

function refuseExtra(command: Command, positionals: readonly string[]): void {
  const { positionals: places, name } = command;
  if (places.at(-1)?.many || positionals.length <= places.length) return;
  const extra = positionals[places.length];
  const quotes = places.length > 0 ? ' Put words that belong together in quotes.' : '';
  throw new Refusal(
    `"${name}" has no use for the word "${extra}".${quotes} See: ${program} help ${name}`,
  );
}

const spellings = (name: string): string[] => [...new Set([name, name.replaceAll('_', '-')])];
