import { program } from '../../domain/commands/define.ts';
import type { ImportReport } from './report.ts';
import { endingOf } from './report-groups.ts';
import { firstOf, group, row, type TextOptions } from './report-lines.ts';

/** So many archives and hidden documents are named one by one. */
const NAMED = 10;

/** Files of the sources that were neither read nor copied: archives, hidden documents, and the rest by ending. */
export function filesLeftPart({ left }: ImportReport, options: TextOptions): string {
  const of = (kind: string) => left.filter((one) => one.kind === kind);
  return [
    named(
      'Archives in a source, left where they are',
      of('archive').map(({ from, place }) =>
        place === null
          ? `${from}  To have what is in it: unpack it, and name its folder as a source.`
          : `${from}  To have what is in it: ${program} import ${quoted(options.near(place))}`,
      ),
      options,
    ),
    named(
      'Documents that are hidden or in hidden folders, left out: name the file or its folder as a source to have them',
      of('hidden').map(({ from }) => from),
      options,
    ),
    others(of('other'), options),
  ].join('');
}

function named(title: string, lines: readonly string[], options: TextOptions): string {
  const shown = options.isWhole ? lines : lines.slice(0, NAMED);
  const more = lines.length - shown.length;
  return group(`${title}: ${lines.length}`, [
    ...shown.map((line) => row(line, options)),
    ...(more > 0 ? [row(`and ${more} more`, options)] : []),
  ]);
}

function others(files: ImportReport['left'], options: TextOptions): string {
  const byEnding = [...Map.groupBy(files, ({ from }) => endingOf(from))].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  return group(
    `Neither read nor copied, as no document shows them or links to them: ${files.length}`,
    byEnding.flatMap(([ending, all]) => [
      row(
        `${all.length}  ${ending}  ${firstOf(all.map(({ from }) => ({ place: from })))}`,
        options,
      ),
      ...(options.isWhole ? all.map(({ from }) => row(from, options, 6)) : []),
    ]),
  );
}

const quoted = (path: string): string =>
  /^[\w./@%+=:,-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
