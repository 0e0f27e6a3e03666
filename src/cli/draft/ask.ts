import type { z } from 'zod';
import { measureOf } from '../../domain/checks/rules/schema-words.ts';
import { program } from '../../domain/commands/define.ts';
import type { TypeDefinition } from '../../domain/documents/define.ts';
import type { Corpus } from '../../domain/graph/corpus.ts';
import type { Choice, Prompt } from '../io.ts';
import { Refusal } from '../refusal.ts';
import { candidatesOf, nameOfTarget } from './candidates.ts';
import { type Field, optionOf, readValue } from './fields.ts';

/** Asks the person at the terminal for the value of a field. */
export async function ask(
  field: Field,
  type: TypeDefinition,
  corpus: Corpus,
  prompt: Prompt,
): Promise<unknown> {
  const message = `${field.name}: ${field.description}`;
  const choices = candidatesOf(field.item, corpus);
  if (choices === null) {
    const validate = (answer: string) => complaint(field, type, answer);
    return readValue(field, [await prompt.text({ message, validate })]);
  }
  refuseWithout(field, choices);
  return readValue(
    field,
    field.isList
      ? await prompt.chooseMany({ message }, choices)
      : [await prompt.choose({ message }, choices)],
  );
}

/** What is wrong with an answer, in the words of the schema. */
function complaint(field: Field, type: TypeDefinition, answer: string): string | undefined {
  if (answer.trim() === '') return 'It cannot be empty.';
  const schema = type.schema.shape[field.name] as z.ZodType | undefined;
  const value = readValue(field, [answer]);
  const issue = schema?.safeParse(value).error?.issues[0];
  return issue && (measureOf(issue, value, field.name) ?? issue.message);
}

/** Throws for the required fields that nobody can be asked for, all in one message with a command to copy. */
export function refuseMissing(fields: readonly Field[], typed: string, corpus: Corpus): never {
  for (const field of fields)
    refuseWithout(field, candidatesOf(field.item, corpus) ?? [{ value: '', label: '' }]);
  const lines = fields.map(
    (field) => `  --${field.name}  ${field.description}${listed(field, corpus)}`,
  );
  const used = new Set<string>();
  const example = fields.map((field) => `--${field.name} ${sample(field, corpus, used)}`).join(' ');
  const what = fields.length === 1 ? 'a field that has no default' : 'fields that have no default';
  throw new Refusal(
    `Nothing was written, because of ${what}:\n${lines.join('\n')}\nFor example: ${program} ${typed} ${example}`,
  );
}

/** A reference to a kind of document of which there is none yet. */
function refuseWithout({ name, item }: Field, choices: readonly Choice[]): void {
  if (choices.length > 0) return;
  const target = nameOfTarget(item);
  const first = target
    ? ` Write one first: ${program} new ${target} "Title"`
    : ' Add it to engagement.yaml.';
  throw new Refusal(
    `\`${name}\` has to name a ${target ?? item.vocabulary ?? 'document'}, and there is none yet.${first}`,
  );
}

/** The values that a field may have, as a sentence; empty where anything goes. */
export function listed({ item }: Field, corpus: Corpus): string {
  const names = (candidatesOf(item, corpus) ?? []).map(({ value }) => value);
  if (names.length === 0) return '';
  const more = names.length > MOST ? ` and ${names.length - MOST} more` : '';
  return ` One of: ${names.slice(0, MOST).join(', ')}${more}.`;
}

/** How many candidates a message names. */
const MOST = 8;

/** A value for the example; two references do not name the same document, such as both ends of a way. */
function sample(field: Field, corpus: Corpus, used: Set<string>): string {
  const candidates = candidatesOf(field.item, corpus) ?? [];
  const first = candidates.find((one) => !used.has(one.value)) ?? candidates[0];
  const { value = 'TEXT' } = optionOf(field);
  if (first && field.item.reference) used.add(first.value);
  if (first) return first.value;
  return value === 'TEXT'
    ? '"..."'
    : value.replace('YYYY-MM-DD', '2026-09-01').replace('hh:mm:ss', '14:30:00');
}
