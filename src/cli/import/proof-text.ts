import { count } from '../reporters/report.ts';
import type { DocumentRow, ImportReport } from './report.ts';

const KINDS = [
  ['texts', 'text'],
  ['codes', 'code block'],
  ['cells', 'table cell'],
  ['links', 'link'],
  ['images', 'picture'],
] as const;

type Counts = Readonly<Record<'kept' | 'changed' | 'listed' | 'lost', number>>;

/** How much of all documents was kept: a line for each kind of piece, and what was lost, line by line. */
export function proofLines({ proof, documents }: ImportReport): string[] {
  const lines = KINDS.map(([kind, noun]) => `  ${shareOf(proof.counts[kind], noun)}`);
  const lost = KINDS.reduce((sum, [kind]) => sum + proof.counts[kind].lost, 0);
  const head =
    lost === 0
      ? 'Nothing was lost: all is in the documents or listed above.'
      : `Lost: ${count(lost, 'piece')}, neither in the documents nor listed above:`;
  return [head, ...(lost === 0 ? [] : documents.flatMap(lostOf)), ...lines];
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

const lostOf = ({ from, proof }: DocumentRow): string[] =>
  proof.lost.map(
    ({ line, value }) =>
      `  ${from}${line === null ? '' : `:${line}`}  ${value.replaceAll(/\s+/g, ' ').slice(0, 120)}`,
  );
