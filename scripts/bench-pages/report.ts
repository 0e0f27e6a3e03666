import type { Figures } from './lighthouse.ts';

/** The figures of all pages as a Markdown table. */
export const tableOf = (all: readonly Figures[]): string =>
  [
    '| Page | Device | Performance | Accessibility | Best practices | CLS | LCP, s | TBT, ms | kB | Points lost by |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...all.map(rowOf),
  ].join('\n');

/** The document that keeps them. */
export const recordOf = (
  all: readonly Figures[],
  failed: readonly string[],
  runs: number,
  day: string,
): string =>
  `# What the pages weigh in a browser

Lighthouse on one page of each main kind of the sample, in Chromium, served by nginx with the configuration in
\`deploy/nginx\` and the one that the build wrote. Measured on ${day}, ${runs === 1 ? 'one run' : `the median of ${runs} runs`} of each page. The
server listens on \`localhost\`, the one name on which browsers take plain HTTP for safe; a customer's has TLS.

${tableOf(all)}
${failed.length > 0 ? `\nNot measured, after three tries each: ${failed.join('; ')}.\n` : ''}
Mobile is Lighthouse's phone: a slow 4G line and a processor four times slower than the machine's. Bytes are all that
the page loads, with fonts. Times depend on the machine and on what else runs on it; the scores of accessibility and
best practices and the bytes do not. What must not grow is asserted in bytes by \`tests/site/bytes.spec.ts\`.

\`npm run bench:pages -- --runs 3 --write\` writes this file again from \`dist/\`.
`;

function rowOf(one: Figures): string {
  const cells = [
    one.kind,
    one.device,
    one.performance,
    one.accessibility,
    one.bestPractices,
    one.shift.toFixed(3),
    (one.largestPaint / 1000).toFixed(1),
    Math.round(one.blocked),
    Math.round(one.bytes / 1000),
    one.costs.join(', '),
  ];
  return `| ${cells.join(' | ')} |`;
}
