import type { Kind } from './kinds.ts';

/** A defect that was put in, and the rules that noticed it. */
export interface Tried {
  readonly kind: Kind;
  readonly path: string;
  readonly rules: readonly string[];
}

interface Row {
  readonly name: string;
  readonly tried: number;
  readonly caught: number;
  readonly rules: string;
  readonly missed: readonly Tried[];
}

function rowsOf(all: readonly Tried[]): Row[] {
  return [...Map.groupBy(all, ({ kind }) => kind)].map(([{ name }, tried]) => {
    const missed = tried.filter(({ rules }) => rules.length === 0);
    const rules = [...new Set(tried.flatMap((one) => one.rules))].sort().join(', ');
    return { name, tried: tried.length, caught: tried.length - missed.length, rules, missed };
  });
}

const closing = (all: readonly Tried[]): string => {
  const caught = all.filter(({ rules }) => rules.length > 0).length;
  const kinds = new Set(all.map(({ kind }) => kind)).size;
  const share = ((100 * caught) / all.length).toFixed(1);
  return `${caught} of ${all.length} defects of ${kinds} kinds were noticed: ${share} %.`;
};

const missedOf = (rows: readonly Row[]): string[] =>
  rows.flatMap(({ missed }) =>
    missed.map(
      ({ kind, path }) =>
        `${kind.name}, in ${path}. ${kind.excuse ?? 'Nothing explains it: a rule is missing.'}`,
    ),
  );

/** The result for a terminal. */
export function textOf(all: readonly Tried[]): string {
  const rows = rowsOf(all);
  const lines = rows.map(
    ({ name, tried, caught, rules }) => `${caught}/${tried}  ${name}: ${rules || 'nothing'}`,
  );
  const missed = missedOf(rows).map((line) => `  ${line}`);
  return [
    ...lines,
    '',
    ...(missed.length > 0 ? ['Not noticed:', ...missed, ''] : []),
    closing(all),
  ].join('\n');
}

/** The result as a page of the project's documentation. */
export function markdownOf(all: readonly Tried[]): string {
  const rows = rowsOf(all);
  const missed = missedOf(rows);
  return [
    '# Which defects are noticed',
    'Written by `npm run mutate -- --write`; do not edit. Each defect is put alone into a copy of the sample engagement, and counts as noticed when `check` or the standard says something that it did not say before.',
    closing(all),
    [
      '| Defect | Tried | Noticed | By |',
      '| :-- | --: | --: | :-- |',
      ...rows.map((row) => `| ${row.name} | ${row.tried} | ${row.caught} | ${row.rules} |`),
    ].join('\n'),
    ...(missed.length > 0 ? ['Not noticed:', missed.map((line) => `- ${line}`).join('\n')] : []),
  ]
    .join('\n\n')
    .concat('\n');
}
