import { suggest } from '../../domain/problems/suggest.ts';
import type { Io } from '../io.ts';
import { Refusal } from '../refusal.ts';
import { ask, listed, refuseMissing } from './ask.ts';
import { candidatesOf, nameOfTarget, resolveName } from './candidates.ts';
import { type DraftContext, defaultOf } from './defaults.ts';
import { type Field, fieldsOf, readValue } from './fields.ts';

/**
 * The fields of a new document: what was given, else the default, else what the person at the terminal
 * answers; without a terminal a Refusal names all that is missing. `typed` is the command so far.
 */
export async function fillFields(
  context: DraftContext,
  given: ReadonlyMap<string, readonly string[]>,
  typed: string,
  { prompt }: Pick<Io, 'prompt'>,
): Promise<Record<string, unknown>> {
  const { type, corpus, canAsk } = context;
  const fields = fieldsOf(type);
  const data: Record<string, unknown> = {};
  for (const field of fields) {
    const words = given.get(field.name);
    data[field.name] = words ? resolved(field, words, context) : defaultOf(field, context);
  }
  const missing = fields.filter(({ name, isRequired }) => isRequired && data[name] === undefined);
  if (missing.length > 0 && !canAsk) refuseMissing(missing, typed, corpus);
  for (const field of missing) data[field.name] = await ask(field, type, corpus, prompt);
  return data;
}

/** A given value, its references resolved; a reference to nothing throws a Refusal that names what there is. */
function resolved(field: Field, words: readonly string[], { corpus }: DraftContext): unknown {
  const value = readValue(field, words);
  const { reference } = field.item;
  if (!reference) return value;
  const candidates = candidatesOf(field.item, corpus) ?? [];
  const names = candidates.map((one) => one.value);
  const resolve = (word: unknown): string => {
    const name = resolveName(String(word), candidates);
    if (names.includes(name)) return name;
    const near = suggest(name, names);
    const hint = near === null ? listed(field, corpus) : ` Did you mean "${near}"?`;
    const target = nameOfTarget(field.item) ?? 'document';
    throw new Refusal(
      `--${field.name}: no ${target} is called "${name}".${hint || ' There is none yet.'} Nothing was written.`,
    );
  };
  return Array.isArray(value) ? value.map(resolve) : resolve(value);
}
