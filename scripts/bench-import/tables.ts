import { cpus, totalmem } from 'node:os';
import type { Trial } from './trial.ts';
import type { TypeScore } from './types.ts';

type Row = readonly (string | number)[];

const columns = [
  'Source',
  'Files',
  'Documents',
  'Import, s',
  'Memory, MB',
  'Texts',
  'kept, %',
  'Code blocks',
  'kept, %',
  'Links that led somewhere',
  'still do, %',
  'Shown by the site’s renderer',
  'Second run',
  'Check',
  'Site, pages',
  'in the search',
];

/** The figures of all sources as a table in Markdown. */
export function tableOf(trials: readonly Trial[]): string {
  return table(columns, trials.map(rowOf));
}

function rowOf({ name, files, documents, run, kept, links, again, check, site }: Trial): Row {
  const shown = documents.filter(({ failure }) => failure === null).length;
  return [
    name,
    files,
    documents.length,
    run.wall.toFixed(1),
    run.memory === null ? '' : Math.round(run.memory / 1e6),
    kept.texts,
    share(kept.textsKept, kept.texts),
    kept.codes,
    share(kept.codesKept, kept.codes),
    links.before,
    share(links.after, links.before),
    `${shown} of ${documents.length}`,
    again.same && again.code === 0 ? 'nothing' : `changes, exit ${again.code}`,
    `exit ${check}`,
    site ? site.pages : '',
    site ? site.indexed : '',
  ];
}

/** A share in per cent, cut and not rounded: only all is 100. */
const share = (part: number, whole: number): string =>
  whole === 0 ? '' : (Math.floor((10_000 * part) / whole) / 100).toFixed(2);

/** How many types were recognised, by what the corpus says they are. */
export function typeTable(scores: readonly TypeScore[]): string {
  return table(
    ['Source', 'Labelled documents', 'right', '%'],
    scores.map(({ name, labelled, right }) => [name, labelled, right, share(right, labelled)]),
  );
}

/** What the figures were measured on. */
export function machineOf(date: string, commit: string): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${date}, commit ${commit}, on ${cpu?.model.trim()}, ${cpus().length} cores, ${memory} GB of memory, ${process.platform} ${process.arch}, Node ${process.versions.node}.`;
}

function table(head: readonly string[], rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '--')), ...rows.map(line)].join('\n');
}
