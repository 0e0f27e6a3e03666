import type { Region } from '../../workspace/import/merge.ts';
import { proofLines, proofOfDocument } from './proof-text.ts';
import { type ImportReport, isWritten } from './report.ts';
import { documentsPart, filesPart, linksPart, listedPart, missingPart } from './report-groups.ts';
import { filesLeftPart } from './report-left.ts';
import { counted, group, row, type TextOptions } from './report-lines.ts';
import { refusedPart } from './report-refused.ts';
import { verdictPart } from './report-verdict.ts';

/** A report for people: first how it ended and what needs somebody, then all by groups. */
export function reportText(report: ImportReport, options: TextOptions): string {
  const parts = [
    verdictPart(report, options),
    refusedPart(report, options),
    contestedPart(report, options),
    documentsPart('written', report, options),
    documentsPart('updated', report, options),
    filesPart(report, options),
    plainPart(report, options),
    leftPart(report, options),
    skippedPart(report, options),
    filesLeftPart(report, options),
    listedPart(report, options),
    linksPart(report, options),
    missingPart(report, options),
    options.prove ? provedPart(report) : '',
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function contestedPart({ documents }: ImportReport, options: TextOptions): string {
  const contested = documents.filter(({ fate }) => fate === 'contested');
  return group(
    `Changed in the source and here, and left as ${contested.length === 1 ? 'it is' : 'they are'}: ${contested.length}. Say in the map of each whose text is taken, keep: here, keep: source or, where they changed different places, keep: both.`,
    contested.flatMap(({ path, from, regions, isBothRefused }) => [
      row(`${options.show(path)}  <- ${from}`, options),
      ...(isBothRefused ? [row(NOT_BOTH, options, 4)] : []),
      ...regions.flatMap((one) => regionLines(one, options)),
    ]),
  );
}

const NOT_BOTH =
  'keep: both cannot be done here: the places marked "both" were changed on both sides. Say keep: source; or write the text here as it is to be, and say keep: here.';

/** One place where a text changed, line by line: as it was imported, as it is here, as the source has it. */
export function regionLines(
  { line, base, here, source, isConflict }: Region,
  options: Pick<TextOptions, 'isWhole'>,
): string[] {
  const side = (name: string, lines: readonly string[]) =>
    lines.length === 0
      ? [row(`${name}  (nothing)`, options, 6)]
      : lines.map((text) => row(`${name}  ${text}`, options, 6));
  return [
    row(`line ${line}${isConflict ? ', both' : ''}`, options, 4),
    ...side('imported', base),
    ...(isSame(here, base) ? [] : side('here    ', here)),
    ...(isSame(source, base) ? [] : side('source  ', source)),
  ];
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.join('\n') === other.join('\n');

const FORMS = {
  plain: 'without its components, as the handbook could not read it with them',
  code: 'as one block of code, as the handbook could read nothing else of it: please write it anew',
} as const;

const plainPart = ({ documents }: ImportReport, options: TextOptions): string =>
  group(
    'Written in a plainer form:',
    documents
      .filter(isWritten)
      .flatMap(({ form, path, from }) =>
        form === 'whole'
          ? []
          : [row(`${options.show(path)}  <- ${from}: ${FORMS[form]}.`, options)],
      ),
  );

function leftPart({ documents, gone }: ImportReport, options: TextOptions): string {
  const deleted = documents.filter(({ fate }) => fate === 'deleted');
  return [
    group(
      `Deleted here since the last import, and not brought back: ${deleted.length}. To have one again, say keep: source of it in the map.`,
      deleted.map(({ from }) => row(from, options)),
    ),
    group(
      `No longer in the source, and kept here: ${gone.length}`,
      counted(
        gone.map(({ from, path }) => ({
          key: 'kept',
          place: options.show(path),
          line: `${options.show(path)}  <- ${from}`,
        })),
        options,
        30,
      ),
    ),
  ].join('');
}

const skippedPart = ({ skipped }: ImportReport, options: TextOptions): string =>
  group(
    `Skipped: ${skipped.length}`,
    counted(
      skipped.map(({ from, reason }) => ({ key: reason, place: from, line: `${from}  ${reason}` })),
      options,
      30,
    ),
  );

function provedPart(report: ImportReport): string {
  const each = report.documents.filter(isWritten).flatMap(proofOfDocument);
  return group('Proof of each document:', [
    ...each.map((line) => row(line, { isWhole: true })),
    ...proofLines(report),
  ]);
}
