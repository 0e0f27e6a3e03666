import { expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/registry.ts';
import { commandDefinitions } from '../../src/domain/commands/registry.ts';

it('the guide has every command of the program, with its words', () => {
  const words = commands.map(({ run, optionsFor, ...definition }) => definition);
  expect(words).toEqual(commandDefinitions);
});

it('every command says what it prints', () => {
  for (const { name, output } of commandDefinitions) {
    expect.soft(output.length, name).toBeGreaterThan(0);
    for (const line of output) expect.soft(line, name).toMatch(/^[A-Z].*\.$/);
  }
});
