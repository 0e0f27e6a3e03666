import { typeNamed } from '../../domain/documents/registry.ts';
import { type DocumentRow, type ImportReport, isWritten } from './report.ts';
import { counted, group, type Item, placeOf, row, type TextOptions } from './report-lines.ts';

/** So many documents are named one by one. */
const FEW_DOCUMENTS = 30;

/** What is written or brought up to date: each where they are few, else by type and folder. */
export function documentsPart(
  fate: 'written' | 'updated',
  { documents, isDry, started }: ImportReport,
  options: TextOptions,
): string {
  const own = documents.filter((one) => one.fate === fate);
  const first = fate === 'written' ? started : [];
  const title = isDry ? `Would be ${fate}` : fate === 'written' ? 'Written' : 'Updated';
  const items = own.map(
    (one): Item => ({
      key: `${labelOf(one)}, in ${options.show(folderOf(one.path))}`,
      place: one.from,
      line: documentLine(one, options.show),
    }),
  );
  return group(`${title}: ${own.length}`, [
    ...first.map((path) => row(`${options.show(path)}  (begins the handbook)`, options)),
    ...counted(items, options, FEW_DOCUMENTS),
  ]);
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

const labelOf = ({ type }: Pick<DocumentRow, 'type'>): string =>
  (typeNamed(type)?.label ?? type).toLowerCase();

function documentLine(one: DocumentRow, show: (path: string) => string): string {
  const { path, from, movedFrom, confidence, reasons } = one;
  const sure = confidence === null ? '' : ` ${Math.round(confidence * 100)} %`;
  const why = reasons.length === 0 ? '' : `: ${reasons.slice(0, 3).join('; ')}`;
  const was = movedFrom === null ? '' : `, which was ${movedFrom}`;
  return `${show(path)}  <- ${from}${was}  (${labelOf(one)}${sure}${why})`;
}

/** Pictures and other files beside the documents. */
export const filesPart = ({ files, isDry }: ImportReport, options: TextOptions): string =>
  group(
    `Files ${isDry ? 'that would be copied' : 'copied'}: ${files.length}`,
    counted(
      files.map(({ from, path }) => ({
        key: endingOf(path),
        place: from,
        line: `${options.show(path)}  <- ${from}`,
      })),
      options,
    ),
  );

/** The ending of a file with its dot, or its whole name where it has none. */
export const endingOf = (path: string): string =>
  /[^/](\.[^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? path.slice(path.lastIndexOf('/') + 1);

/** What has no counterpart, by kind. */
export function listedPart({ documents }: ImportReport, options: TextOptions): string {
  const all = documents
    .filter(isWritten)
    .flatMap(({ from, listed }) => listed.map((one) => ({ from, ...one })));
  return group(
    `Listed, as it has no counterpart here or stands in another place: ${all.length}`,
    counted(
      all.map(({ from, line, kind, text, became }) => ({
        key: kind,
        place: placeOf(from, line),
        line: `${placeOf(from, line)}  ${kind}: ${options.isWhole ? text : text.slice(0, 80)}  ${became}`,
      })),
      options,
    ),
  );
}

const BROKEN = {
  brokenNow: 'Links that are broken now',
  brokenBefore: 'Links that were broken before',
} as const;

/** What became of the links, and those that lead nowhere by the reason. */
export function linksPart({ documents }: ImportReport, options: TextOptions): string {
  const all = documents
    .filter(isWritten)
    .flatMap(({ from, links }) => links.map((one) => ({ from, ...one })));
  if (all.length === 0) return '';
  const of = (result: string) => all.filter((one) => one.result === result);
  const broken = (['brokenNow', 'brokenBefore'] as const).map((result) => {
    const items = of(result).map(({ from, line, address, reason }) => ({
      key: (reason ?? 'without a reason').replaceAll(/"[^"]*"|“[^”]*”/g, '"…"'),
      place: placeOf(from, line),
      line: `${placeOf(from, line)}  ${address}${reason === null ? '' : `  ${reason}`}`,
    }));
    return group(`${BROKEN[result]}: ${items.length}`, counted(items, options));
  });
  const many = (result: string) => of(result).length;
  const counts = `Links and pictures: ${all.length}. ${many('kept')} lead on, ${many('copied')} to files that are copied, ${many('external')} to the web, ${many('changed')} in another form; ${many('brokenBefore')} were broken before, ${many('brokenNow')} are broken now.\n`;
  return counts + broken.join('');
}

/** Fields that no source says. */
export function missingPart({ documents }: ImportReport, { isWhole }: TextOptions): string {
  const written = documents.filter(isWritten);
  const fields = written.flatMap(({ missing }) => missing);
  const counts = [...Map.groupBy(fields, (name) => name)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([name, all]) => `${name} (${all.length})`);
  if (counts.length === 0) return '';
  const each = written.filter(({ missing }) => isWhole && missing.length > 0);
  return [
    `Missing, as the source does not say, and asked for by check: ${counts.join(', ')}`,
    ...each.map(({ from, missing }) => row(`${from}  ${missing.join(', ')}`, { isWhole })),
    '',
  ].join('\n');
}
