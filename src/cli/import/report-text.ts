import { typeNamed } from '../../domain/documents/registry.ts';
import type { Region } from '../../workspace/import/merge.ts';
import { count } from '../reporters/report.ts';
import { cell } from '../table.ts';
import { proofLines, proofOfDocument } from './proof-text.ts';
import { type DocumentRow, type ImportReport, isWritten } from './report.ts';

/** How a report is shown. */
export interface TextOptions {
  /** A path of the content folder as a person would type it. */
  readonly show: (path: string) => string;
  /** Whether each document is told how much of it was kept. */
  readonly prove: boolean;
}

/** A report for people: first what needs somebody, at the end what was kept. */
export function reportText(report: ImportReport, options: TextOptions): string {
  const parts = [
    refusedPart(report, options),
    contestedPart(report, options),
    documentsPart('written', report, options),
    documentsPart('updated', report, options),
    filesPart(report, options),
    plainPart(report, options),
    leftPart(report, options),
    skippedPart(report),
    listedPart(report),
    linksPart(report),
    missingPart(report),
    options.prove ? provedPart(report) : '',
    endPart(report),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

const group = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `${title}\n${lines.map((line) => `${line}\n`).join('')}`;

/** A line of the report, whatever stands in names and texts. */
const row = (text: string, indent = 2): string => `${' '.repeat(indent)}${cell(text, 240)}`;

function refusedPart({ refused }: ImportReport, { show }: TextOptions): string {
  const byDocument = Map.groupBy(refused, ({ path }) => path);
  const them = byDocument.size === 1 ? 'it' : 'them';
  return group(
    `The check refuses ${count(byDocument.size, 'document')}, and what is built leaves ${them} out until this is put right:`,
    [...byDocument.values()].flatMap((problems) => [
      ...problems
        .slice(0, SHOWN)
        .map(({ path, line, ruleId, message }) =>
          row(`${show(path)}:${line}  ${message} [${ruleId}]`),
        ),
      ...(problems.length > SHOWN ? [row(`and ${problems.length - SHOWN} more there`, 4)] : []),
      ...[...new Set(problems.map(({ fix }) => fix))].slice(0, SHOWN).map((fix) => row(fix, 4)),
    ]),
  );
}

/** How many problems of one document are listed. */
const SHOWN = 3;

function contestedPart({ documents }: ImportReport, { show }: TextOptions): string {
  const contested = documents.filter(({ fate }) => fate === 'contested');
  return group(
    `Changed in the source and here, and left as ${contested.length === 1 ? 'it is' : 'they are'}: ${contested.length}. Say in the map of each whose text is taken, keep: here, keep: source or keep: both.`,
    contested.flatMap(({ path, from, regions }) => [
      row(`${show(path)}  <- ${from}`),
      ...regions.flatMap(regionLines),
    ]),
  );
}

/** One place where a text changed, line by line: as it was imported, as it is here, as the source has it. */
export function regionLines({ line, base, here, source, isConflict }: Region): string[] {
  const side = (name: string, lines: readonly string[]) =>
    lines.length === 0
      ? [row(`${name}  (nothing)`, 6)]
      : lines.map((text) => row(`${name}  ${text}`, 6));
  return [
    row(`line ${line}${isConflict ? ', both' : ''}`, 4),
    ...side('imported', base),
    ...(isSame(here, base) ? [] : side('here    ', here)),
    ...(isSame(source, base) ? [] : side('source  ', source)),
  ];
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.join('\n') === other.join('\n');

function documentsPart(
  fate: 'written' | 'updated',
  { documents, isDry, started }: ImportReport,
  { show }: TextOptions,
): string {
  const own = documents.filter((one) => one.fate === fate);
  const first =
    fate === 'written' ? started.map((path) => row(`${show(path)}  (begins the handbook)`)) : [];
  const title = isDry ? `Would be ${fate}` : fate === 'written' ? 'Written' : 'Updated';
  return group(`${title}: ${own.length}`, [
    ...first,
    ...own.map((one) => row(documentLine(one, show))),
  ]);
}

function documentLine(
  { path, from, type, confidence, reasons }: DocumentRow,
  show: (path: string) => string,
): string {
  const label = (typeNamed(type)?.label ?? type).toLowerCase();
  const sure = confidence === null ? '' : ` ${Math.round(confidence * 100)} %`;
  const why = reasons.length === 0 ? '' : `: ${reasons.slice(0, 3).join('; ')}`;
  return `${show(path)}  <- ${from}  (${label}${sure}${why})`;
}

const filesPart = ({ files, isDry }: ImportReport, { show }: TextOptions): string =>
  group(
    `Files ${isDry ? 'that would be copied' : 'copied'}: ${files.length}`,
    files.map(({ from, path }) => row(`${show(path)}  <- ${from}`)),
  );

const FORMS = {
  plain: 'without its components, as the handbook could not read it with them',
  code: 'as one block of code, as the handbook could read nothing else of it: please write it anew',
} as const;

const plainPart = ({ documents }: ImportReport, { show }: TextOptions): string =>
  group(
    'Written in a plainer form:',
    documents
      .filter(isWritten)
      .flatMap(({ form, path, from }) =>
        form === 'whole' ? [] : [row(`${show(path)}  <- ${from}: ${FORMS[form]}.`)],
      ),
  );

function leftPart({ documents, gone }: ImportReport, { show }: TextOptions): string {
  const deleted = documents.filter(({ fate }) => fate === 'deleted');
  const unchanged = documents.filter(({ fate }) => fate === 'unchanged').length;
  return [
    unchanged === 0 ? '' : `Unchanged: ${unchanged}\n`,
    group(
      `Deleted here since the last import, and not brought back: ${deleted.length}. To have one again, say keep: source of it in the map.`,
      deleted.map(({ from }) => row(from)),
    ),
    group(
      `No longer in the source, and kept here: ${gone.length}`,
      gone.map(({ from, path }) => row(`${show(path)}  <- ${from}`)),
    ),
  ].join('');
}

const skippedPart = ({ skipped }: ImportReport): string =>
  group(
    `Skipped: ${skipped.length}`,
    skipped.map(({ from, reason }) => row(`${from}  ${reason}`)),
  );

function listedPart({ documents }: ImportReport): string {
  const all = documents
    .filter(isWritten)
    .flatMap(({ from, listed }) => listed.map((one) => ({ from, ...one })));
  return group(
    `Listed, as it has no counterpart here or stands in another place: ${all.length}`,
    all.map(({ from, line, kind, text, became }) =>
      row(`${from}${line === null ? '' : `:${line}`}  ${kind}: ${cell(text, 80)}  ${became}`),
    ),
  );
}

const BROKEN = { brokenBefore: 'was broken before', brokenNow: 'is broken now' } as const;

function linksPart({ documents }: ImportReport): string {
  const all = documents
    .filter(isWritten)
    .flatMap(({ from, links }) => links.map((one) => ({ from, ...one })));
  if (all.length === 0) return '';
  const of = (result: string) => all.filter((one) => one.result === result).length;
  const broken = all.flatMap(({ from, line, address, result, reason }) =>
    result === 'brokenBefore' || result === 'brokenNow'
      ? [
          row(
            `${from}${line === null ? '' : `:${line}`}  ${address}  ${BROKEN[result]}${reason === null ? '' : `: ${reason}`}`,
          ),
        ]
      : [],
  );
  return group(
    `Links and pictures: ${all.length}. ${of('kept')} lead on, ${of('copied')} to files that are copied, ${of('external')} to the web, ${of('changed')} in another form; ${of('brokenBefore')} were broken before, ${of('brokenNow')} are broken now.`,
    broken,
  );
}

function missingPart({ documents }: ImportReport): string {
  const fields = documents.filter(isWritten).flatMap(({ missing }) => missing);
  const counts = [...Map.groupBy(fields, (name) => name)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([name, all]) => `${name} (${all.length})`);
  return counts.length === 0
    ? ''
    : `Missing, as the source does not say, and asked for by check: ${counts.join(', ')}\n`;
}

const provedPart = ({ documents }: ImportReport): string =>
  group(
    'Proof of each document:',
    documents.filter(isWritten).flatMap((one) => proofOfDocument(one).map((line) => row(line))),
  );

function endPart(report: ImportReport): string {
  const { documents, notes, isDry, sources } = report;
  const touched = documents.filter(isWritten).length;
  const first =
    touched > 0
      ? `${count(touched, 'document')} from ${sources.join(', ')}.${isDry ? ' Nothing was written.' : ''}`
      : 'Nothing changed.';
  return [...notes, first, ...(touched === 0 ? [] : proofLines(report))]
    .map((line) => `${line}\n`)
    .join('');
}
