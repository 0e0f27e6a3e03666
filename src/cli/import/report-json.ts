import type { DocumentRow, ImportReport } from './report.ts';

/** A report for programs; `show` is a path of the content folder as a program would open it. */
export function reportJson(
  { documents, left, gone, refused, ...report }: ImportReport,
  show: (path: string) => string,
): string {
  const value = {
    ...report,
    started: report.started.map(show),
    documents: documents.map((one) => documentJson(one, show)),
    files: report.files.map(({ from, path }) => ({ from, path: show(path) })),
    left: left.map(({ from, kind }) => ({ from, kind })),
    gone: gone.map(({ from, path }) => ({ from, path: show(path) })),
    refused: refused.map(({ path, line, column, ruleId, message, fix, origin }) => ({
      path: show(path),
      line,
      column,
      ruleId,
      message,
      fix,
      origin,
    })),
    proof: report.proof.counts,
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

const documentJson = (
  { path, proof, regions, ...document }: DocumentRow,
  show: (path: string) => string,
) => ({
  ...document,
  path: show(path),
  difference: regions,
  proof: { ...proof.counts, lostPieces: proof.lost },
});
