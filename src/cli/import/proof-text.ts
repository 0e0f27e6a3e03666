import { count } from '../reporters/report.ts';
import { type DocumentRow, type ImportReport, isWritten } from './report.ts';
import { placeOf, row, type TextOptions } from './report-lines.ts';

const KINDS = [
  ['texts', 'text'],
  ['codes', 'code block'],
  ['cells', 'table cell'],
  ['links', 'link'],
  ['images', 'picture'],
] as const;

type Counts = Readonly<Record<'kept' | 'changed' | 'listed' | 'lost', number>>;

/** How much of all documents was kept: a line for each kind of piece. */
export const proofLines = ({ proof }: ImportReport): string[] =>
  KINDS.map(([kind, noun]) => `  ${shareOf(proof.counts[kind], noun)}`);

/** So many lost pieces are named. */
const SHOWN = 20;

/** Whether something was lost, and what, line by line. */
export function lossLines(
  { proof, documents }: ImportReport,
  { isWhole }: Pick<TextOptions, 'isWhole'>,
): string[] {
  const lost = KINDS.reduce((sum, [kind]) => sum + proof.counts[kind].lost, 0);
  const all = KINDS.map(([kind, noun]) => count(totalOf(proof.counts[kind]), noun)).join(', ');
  if (lost === 0) return [`Nothing was lost of ${all}: it is in the documents or listed below.`];
  const lines = documents.filter(isWritten).flatMap((one) => lostOf(one, isWhole));
  const shown = isWhole ? lines : lines.slice(0, SHOWN);
  const more = lines.length - shown.length;
  return [
    `Lost of ${all}: ${count(lost, 'piece')}, neither in the documents nor listed below:`,
    ...shown,
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

/** How much of one document was kept. */
export function proofOfDocument({ from, proof }: DocumentRow): string[] {
  const shares = KINDS.filter(([kind]) => totalOf(proof.counts[kind]) > 0).map(([kind, noun]) =>
    shareOf(proof.counts[kind], noun),
  );
  return [`${from}: ${shares.join('; ') || 'empty'}`];
}

function shareOf(counts: Counts, noun: string): string {
  const { kept, changed, listed, lost } = counts;
  const total = totalOf(counts);
  return `${count(total, noun)}: ${kept} kept, ${changed} changed, ${listed} listed, ${lost} lost (${percent(total, lost)} %)`;
}

const totalOf = ({ kept, changed, listed, lost }: Counts): number => kept + changed + listed + lost;

/** Rounded down: what is not whole is never shown as 100. */
const percent = (total: number, lost: number): string =>
  total === 0 || lost === 0 ? '100' : (Math.floor((1 - lost / total) * 10_000) / 100).toFixed(2);

const lostOf = ({ from, proof }: DocumentRow, isWhole: boolean): string[] =>
  proof.lost.map(({ line, value }) =>
    row(`${placeOf(from, line)}  ${isWhole ? value : value.slice(0, 120)}`, { isWhole }),
  );
