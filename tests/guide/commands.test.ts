import { expect, it } from 'vitest';
import { commandNamed } from '../../src/cli/commands/registry.ts';
import { commandDefinitions } from '../../src/domain/commands/registry.ts';

it('the guide has every command of the program, with its words', async () => {
  const commands = await Promise.all(commandDefinitions.map(({ name }) => commandNamed(name)));
  const words = commands.map((command) => {
    const { run, optionsFor, ...definition } = command ?? {};
    return definition;
  });
  expect(words).toEqual(commandDefinitions);
});

it('every command says what it prints', () => {
  for (const { name, output } of commandDefinitions) {
    expect.soft(output.length, name).toBeGreaterThan(0);
    for (const line of output) expect.soft(line, name).toMatch(/^[A-Z].*\.$/);
  }
});
