import { commonOptions, exitCodes, type Option, program } from '../domain/commands/define.ts';
import { commandDefinitions } from '../domain/commands/registry.ts';
import type { Command } from './command.ts';
import { alignedPairs } from './table.ts';

/** What the program can do, from the list of its commands. */
export function generalHelp(): string {
  return [
    'Checks, lists and starts the documents of a handbook.',
    '',
    `  ${program} <command> [options]`,
    '',
    'Commands',
    alignedPairs(commandDefinitions.map(({ name, summary }) => [name, summary])),
    'Options of every command',
    alignedPairs(commonOptions.map(pairOf)),
    'Exit codes',
    alignedPairs(exitCodes),
    `More about one command: ${program} help check`,
    '',
  ].join('\n');
}

/** The help of one command; `args` are the words typed with it, such as the type for `new`. */
export function commandHelp(command: Command, args: readonly string[]): string {
  const further = command.optionsFor?.(args) ?? [];
  return [
    command.summary,
    '',
    ...command.usage.map((form) => `  ${program} ${form}`),
    '',
    ...(command.positionals.length === 0
      ? []
      : [
          'Words',
          alignedPairs(command.positionals.map(({ name, description }) => [name, description])),
        ]),
    'Options',
    alignedPairs([...command.options, ...commonOptions].map(pairOf)),
    ...(further.length === 0 ? [] : ['Fields', alignedPairs(further.map(pairOf))]),
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
}

const pairOf = ({ name, value, choices, many, description }: Option): [string, string] => [
  `--${name}${value ? ` ${value}` : ''}`,
  [
    description,
    ...(choices ? [`One of: ${choices.join(', ')}.`] : []),
    ...(many ? ['Repeatable.'] : []),
  ].join(' '),
];
