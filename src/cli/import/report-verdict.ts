import { program } from '../../domain/commands/define.ts';
import { typeNamed } from '../../domain/documents/registry.ts';
import { count } from '../reporters/report.ts';
import { cell } from '../table.ts';
import { lossLines } from './proof-text.ts';
import { type DocumentRow, type ImportReport, isUncertain, isWritten } from './report.ts';
import { group, row, type TextOptions } from './report-lines.ts';

/** So many uncertain types are singled out. */
const UNCERTAIN = 15;

/** How the import ended, who may read it, what is uncertain, and whether something was lost. */
export function verdictPart(report: ImportReport, options: TextOptions): string {
  const { notes, undone } = report;
  const lines = [headLine(report), ...refusedLine(report), ...notes];
  return [
    ...lines.map((line) => `${line}\n`),
    group(
      `Asked for, and not done, as the documents are here already: ${undone.length}`,
      undone.map((line) => row(line, options)),
    ),
    uncertainLines(report, options),
    ...(report.documents.some(isWritten) ? lossLines(report, options) : []).map(
      (line) => `${line}\n`,
    ),
  ].join('');
}

function headLine({ documents, sources, isDry, undone, files }: ImportReport): string {
  const many = (fate: DocumentRow['fate']) => documents.filter((one) => one.fate === fate).length;
  const parts = [
    [many('written'), isDry ? 'would be written' : 'written'],
    [many('updated'), isDry ? 'would be updated' : 'updated'],
    [many('unchanged'), 'unchanged'],
    [many('contested'), 'changed both in the source and here'],
    [many('deleted'), 'deleted here'],
  ] as const;
  const counts = parts
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${number} ${words}`);
  const all = `${count(documents.length, 'document')} from ${sources.join(', ')}: ${counts.join(', ')}.`;
  const isIdle = many('written') + many('updated') + files.length === 0;
  const end = isDry
    ? ' Nothing was written.'
    : isIdle && undone.length === 0
      ? ' Nothing changed.'
      : '';
  return cell(all, 1000) + end;
}

function refusedLine({ refused }: ImportReport): string[] {
  const many = new Set(refused.map(({ path }) => path)).size;
  return many === 0
    ? []
    : [
        `${count(many, 'document')} ${many === 1 ? 'is' : 'are'} refused by check and left out of what is built: see below.`,
      ];
}

/** Types that something speaks against, as lines of a map; after the import, with the command that changes one. */
function uncertainLines({ documents, isDry }: ImportReport, options: TextOptions): string {
  const unsure = documents
    .filter((one) => one.fate === 'written' && isUncertain(one))
    .sort((a, b) => (a.confidence ?? 0) - (b.confidence ?? 0));
  const shown = options.isWhole ? unsure : unsure.slice(0, UNCERTAIN);
  const more = unsure.length - shown.length;
  const title = `Uncertain types: ${unsure.length}.`;
  return group(
    isDry
      ? `${title} Where one is wrong, paste its lines into a map, write the right type, and add --map FILE:`
      : `${title} Where one is wrong, move it to the folder of the right type:`,
    [
      ...(isDry && shown.length > 0 ? [row('documents:', options)] : []),
      ...shown.flatMap((one) => (isDry ? mapLines(one, options) : moveLines(one, options))),
      ...(more > 0 ? [row(`${isDry ? '# ' : ''}and ${more} more, in --report FILE`, options)] : []),
    ],
  );
}

function mapLines(one: DocumentRow, options: TextOptions): string[] {
  return [
    row(`- source: ${JSON.stringify(one.from)}`, options, 4),
    row(`type: ${one.type} # ${surely(one)}`, options, 6),
  ];
}

const moveLines = (one: DocumentRow, options: TextOptions): string[] => [
  row(`${one.from}  ${typeNamed(one.type)?.name ?? one.type}, ${surely(one)}`, options),
  row(`${program} move ${one.path.replace(/\.mdx$/, '')} FOLDER/`, options, 4),
];

const surely = ({ confidence, reasons }: DocumentRow): string =>
  `${Math.round((confidence ?? 0) * 100)} %: ${reasons.slice(0, 3).join('; ')}`;
