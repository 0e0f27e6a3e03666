import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { root } from '../lib/paths.ts';
import type { Cost } from './measure.ts';
import type { Trial } from './trial.ts';

type Row = readonly string[];

/** The figures as Markdown tables. */
export function tablesOf(trials: readonly Trial[]): string {
  const built = trials.filter(({ build }) => build !== null);
  return [
    table(checkColumns, trials.map(checkRow)),
    table(againColumns, trials.map(againRow)),
    table(readinessColumns, trials.map(readinessRow)),
    ...(built.length > 0
      ? [table(buildColumns, built.map(buildRow)), table(outputColumns, built.map(outputRow))]
      : []),
  ].join('\n\n');
}

/** The file that keeps the figures; `load` is how many programs wanted a core when it began. */
export function recordOf(trials: readonly Trial[], date: string, load: number): string {
  return [
    '# What the handbook costs',
    'Written by `npm run bench -- --write`; do not edit. The documents are made up, with 400 to 700 words each, in equal shares of all types; `scripts/bench/generate.ts` writes the same ones for the same number.',
    machine(date, load),
    tablesOf(trials),
    notes,
  ]
    .join('\n\n')
    .concat('\n');
}

const notes = [
  '- Times are of whole processes, start of Node included. CPU is user time over all threads of Node; the search indexer, a program of its own, is not in it.',
  '- Memory is the most that the process and its children held at one time, looked at every 50 ms.',
  '- Check and readiness (all rules of the standard): the median of three runs, all three in brackets. A cold check finds nothing of a run before; an unchanged one and those after one sentence find what the run before kept; readiness does as well. Builds ran once, and only up to 5,000 documents.',
  '- A save is answered by `check --watch`: the median of 15 saves, and the slowest, from the write of the file to the whole answer.',
  '- A cold build starts without any cache. The rebuild follows one sentence added to one document.',
  '- A save reaches its page in `npm run dev`: the median of 5 saves, and the slowest, from the write of the file to the page with the new words.',
  '- The search index is part of the output; MB are millions of bytes.',
].join('\n');

const checkColumns = [
  'Documents',
  'Files',
  'Content, MB',
  'Check, cold, s',
  'each document, ms',
  'CPU, s',
  'Memory, MB',
];

const checkRow = ({ documents, files, contentBytes, checks }: Trial): Row => [
  count(documents),
  count(files),
  megabytes(contentBytes),
  ...runsRow(checks.cold, documents),
];

const againColumns = [
  'Documents',
  'Check, unchanged, s',
  'CPU, s',
  'Memory, MB',
  'after one edit, s',
  'CPU, s',
  'Answer to a save, ms',
  'slowest, ms',
];

const againRow = ({ documents, checks: { unchanged, edited, answers } }: Trial): Row => [
  count(documents),
  seconds(median(unchanged.map(({ wall }) => wall))),
  medianOf(unchanged, 'cpu', seconds),
  medianOf(unchanged, 'memory', megabytes),
  seconds(median(edited.map(({ wall }) => wall))),
  medianOf(edited, 'cpu', seconds),
  median(answers).toFixed(0),
  Math.max(...answers).toFixed(0),
];

const readinessColumns = ['Documents', 'Readiness, s', 'each document, ms', 'CPU, s', 'Memory, MB'];

const readinessRow = ({ documents, readiness }: Trial): Row => [
  count(documents),
  ...runsRow(readiness, documents),
];

function runsRow(runs: readonly Cost[], documents: number): Row {
  const all = runs.map(({ wall }) => seconds(wall)).join(', ');
  const wall = median(runs.map((cost) => cost.wall));
  return [
    `${seconds(wall)} (${all})`,
    ((wall * 1000) / documents).toFixed(2),
    medianOf(runs, 'cpu', seconds),
    medianOf(runs, 'memory', megabytes),
  ];
}

const buildColumns = [
  'Documents',
  'Cold build, s',
  'each document, ms',
  'CPU, s',
  'Memory, MB',
  'Rebuild, s',
  'CPU, s',
  'Memory, MB',
  'Save to page in dev, ms',
  'slowest, ms',
];

function buildRow({ documents, build }: Trial): Row {
  if (build === null) return [];
  return [
    count(documents),
    seconds(build.cold.wall),
    ((build.cold.wall * 1000) / documents).toFixed(1),
    ...costOf(build.cold),
    seconds(build.rebuild.wall),
    ...costOf(build.rebuild),
    median(build.saves).toFixed(0),
    Math.max(...build.saves).toFixed(0),
  ];
}

const outputColumns = [
  'Documents',
  'Pages',
  'Output, MB',
  'of it search index, MB',
  'each page, kB',
];

function outputRow({ documents, build }: Trial): Row {
  if (build === null) return [];
  const { pages, outputBytes, indexBytes } = build;
  return [
    count(documents),
    count(pages),
    megabytes(outputBytes),
    megabytes(indexBytes),
    ((outputBytes - indexBytes) / pages / 1000).toFixed(1),
  ];
}

function table(columns: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`;
  return [line(columns), `|${columns.map(() => '--:').join('|')}|`, ...rows.map(line)].join('\n');
}

const costOf = ({ cpu, memory }: Cost): Row => [orDash(cpu, seconds), orDash(memory, megabytes)];

const medianOf = (
  costs: readonly Cost[],
  key: 'cpu' | 'memory',
  show: (value: number) => string,
) => {
  const values = costs.map((cost) => cost[key]).filter((value) => value !== null);
  return orDash(values.length === costs.length ? median(values) : null, show);
};

const orDash = (value: number | null, show: (value: number) => string): string =>
  value === null ? '–' : show(value);

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const seconds = (value: number): string => value.toFixed(2);
const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
const count = (value: number): string => value.toLocaleString('en');

function machine(date: string, load: number): string {
  const [cpu] = cpus();
  const memory = `${(totalmem() / 1_073_741_824).toFixed(0)} GB of memory`;
  const system = `${process.platform} ${process.arch}, Node ${process.versions.node}, load ${load.toFixed(1)} before the start`;
  return `${date}, commit ${commit()}, on ${cpu?.model ?? 'an unnamed processor'}, ${cpus().length} cores, ${memory}, ${system}.`;
}

function commit(): string {
  const git = (...args: string[]) =>
    spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout?.trim() ?? '';
  const changed = git('status', '--porcelain', '--', 'src', 'scripts', 'astro.config.mjs') !== '';
  return `${git('rev-parse', '--short', 'HEAD') || 'unknown'}${changed ? ' with changes on top' : ''}`;
}
