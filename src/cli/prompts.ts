import type { Choice, Prompt } from './io.ts';
import { Refusal } from './refusal.ts';

// Questions go to stderr: stdout is for data, also while somebody is asked.
const output = process.stderr;

// Most runs ask nothing.
const library = () => import('@clack/prompts');

/** Questions at a real terminal. */
export const terminalPrompt: Prompt = {
  text: async ({ message, initial, validate }) =>
    answered(
      await (await library()).text({
        message,
        output,
        ...(initial === undefined ? {} : { initialValue: initial }),
        ...(validate ? { validate: (answer: string | undefined) => validate(answer ?? '') } : {}),
      }),
    ),
  choose: async ({ message }, choices) =>
    answered(
      await (await library()).autocomplete({
        message,
        output,
        maxItems: 10,
        options: optionsOf(choices),
      }),
    ),
  chooseMany: async ({ message }, choices) =>
    answered(
      await (await library()).autocompleteMultiselect({
        message,
        output,
        maxItems: 10,
        required: true,
        options: optionsOf(choices),
      }),
    ),
};

const optionsOf = (choices: readonly Choice[]) =>
  choices.map(({ value, label }) => ({ value, label }));

/** An answer; a cancelled question is a symbol of the library's own. */
function answered<T>(answer: T): Exclude<T, symbol> {
  if (typeof answer === 'symbol') throw new Refusal('Cancelled. Nothing was written.');
  return answer as Exclude<T, symbol>;
}
