import type { Answer, FacetName, Filters } from '../../../domain/search/model.ts';

/** A value of a facet that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly count: number;
  readonly chosen: boolean;
}

/** Values shown before the rest is folded. */
const SHOWN = 6;

/** The values of a facet: months newest first, others by count; what is chosen is there even where nothing has it. */
export function choicesOf(
  name: FacetName,
  facets: Answer['facets'],
  filters: Filters,
): readonly Choice[] {
  const chosen = new Set(filters[name]);
  const counted = facets[name] ?? [];
  const known = new Set(counted.map(({ value }) => value));
  const empty = [...chosen].filter((value) => !known.has(value));
  return [...counted, ...empty.map((value) => ({ value, count: 0 }))]
    .map(({ value, count }) => ({ value, count, chosen: chosen.has(value) }))
    .sort(name === 'date' ? newestFirst : mostFirst);
}

/** Whether a facet can narrow anything. */
export const isUseful = (choices: readonly Choice[]): boolean =>
  choices.length > 1 || choices.some(({ chosen }) => chosen);

/** The values that stand before the fold: the first ones, and all that are chosen. */
export const beforeFold = (choices: readonly Choice[]): readonly Choice[] =>
  // A fold of one value takes more room than the value.
  choices.length <= SHOWN + 1
    ? choices
    : choices.filter(({ chosen }, index) => chosen || index < SHOWN);

const collator = new Intl.Collator('en', { numeric: true });

const newestFirst = (a: Choice, b: Choice): number => collator.compare(b.value, a.value);

const mostFirst = (a: Choice, b: Choice): number =>
  b.count - a.count || collator.compare(a.value, b.value);
