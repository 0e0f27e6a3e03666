import { identifiersIn } from '../../domain/identifiers/detect.ts';
import { SECRETS } from '../../domain/identifiers/secrets.ts';
import { foundIn } from '../../domain/standard/facts/texts.ts';
import { dat05 } from '../../domain/standard/rules/dat-05.ts';
import { dat06 } from '../../domain/standard/rules/dat-06.ts';

/** A text without the examples of what not to write, which the pages of the standard show. */
export function withoutExamples(text: string): string {
  return quoted().reduce((rest, value) => rest.replaceAll(value, '*'.repeat(value.length)), text);
}

let known: readonly string[] | undefined;

function quoted(): readonly string[] {
  known ??= [dat05, dat06].flatMap(({ examples: { notOk } }) =>
    notOk ? valuesIn(notOk.text) : [],
  );
  return known;
}

const valuesIn = (text: string): string[] =>
  [
    ...identifiersIn(text).flatMap(({ values }) => values.map(({ value }) => value)),
    ...foundIn(text, SECRETS).map(
      ({ offset }) => /^[^\s"]*[^\s".]/.exec(text.slice(offset))?.[0] ?? '',
    ),
  ].filter((value) => value.length > 5);
