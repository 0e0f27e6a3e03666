import type { SearchCost } from './search-cost.ts';

/** Costs by kind of query: the median, and the worst in brackets. */
export function tableOf(costs: readonly SearchCost[]): string {
  const rows = [...Map.groupBy(costs, ({ kind }) => kind)].map(([kind, same]) =>
    [
      kind,
      same.length,
      both(same.map(({ first }) => first)),
      both(same.map(({ text }) => text)),
      both(same.map(({ bytes }) => bytes / 1000)),
      Math.max(...same.map(({ before }) => before)),
    ].join(' | '),
  );
  return [
    '| Query | Number | First result, ms | All fetched, ms | kB on the wire | Requests before opening |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

/** The document that keeps them. */
export const recordOf = (costs: readonly SearchCost[], what: string, day: string): string =>
  `# What a search costs a reader

Each query in a browser that had not searched before, on ${what}, served by nginx with the shipped configuration on the
same machine. Measured on ${day} in Chromium: the median, and the worst in brackets. Time runs from the first key after
the search was opened; "all fetched" ends with the last file before a second of silence. Bytes
are all that is transferred from the opening on.

${tableOf(costs)}

\`npm run bench:search-cost -- --write\` builds 5,000 documents into \`dist/\` and writes this file again.
`;

function both(values: readonly number[]): string {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const missed = values.length - sorted.length;
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const worst = sorted.at(-1) ?? Number.NaN;
  return `${Math.round(median)} (${Math.round(worst)})${missed > 0 ? `, ${missed} found nothing` : ''}`;
}
