import type { Judged } from './judged.ts';

/** Where each search put the right document of a query, from 1; 0 where it did not find it. */
export interface Asked {
  readonly judged: Judged;
  readonly set: string;
  readonly places: Readonly<Record<string, number>>;
  /** What our search put first. */
  readonly instead: readonly string[];
  /** Bytes that the query loaded. */
  readonly bytes: number;
  /** None of its right documents is in the copy. */
  readonly absent: boolean;
}

interface Row {
  readonly queries: number;
  readonly first: number;
  readonly three: number;
  readonly mrr: number;
}

const rowOf = (places: readonly number[]): Row => ({
  queries: places.length,
  first: share(places, (place) => (place === 1 ? 1 : 0)),
  three: share(places, (place) => (place > 0 && place <= 3 ? 1 : 0)),
  mrr: share(places, (place) => (place > 0 ? 1 / place : 0)),
});

const share = (places: readonly number[], worth: (place: number) => number): number =>
  places.length === 0 ? 0 : places.reduce((sum, place) => sum + worth(place), 0) / places.length;

const two = (number: number): string => number.toFixed(2);

/** The figures of one set as a table in Markdown: all queries, then each kind, our search beside the others. */
export function tableOf(asked: readonly Asked[], searches: readonly string[]): string {
  const kinds = [...new Set(asked.map(({ judged }) => judged.kind))].sort();
  const cells = (rows: readonly Asked[]) =>
    searches.map((name) => {
      const { first, three, mrr } = rowOf(rows.map(({ places }) => places[name] ?? 0));
      return `${two(first)} ${two(three)} ${two(mrr)}`;
    });
  const line = (label: string, rows: readonly Asked[]) =>
    `| ${[label, rows.length, ...cells(rows)].join(' | ')} |`;
  return [
    `| Kind | Queries | ${searches.join(' | ')} |`,
    `| --- | ---: |${searches.map(() => ' --- |').join('')}`,
    line('all', asked),
    ...kinds.map((kind) =>
      line(
        kind,
        asked.filter(({ judged }) => judged.kind === kind),
      ),
    ),
  ].join('\n');
}

/** Every query whose right document is not first, with what came instead. */
export const missesOf = (asked: readonly Asked[], name: string): string[] =>
  asked
    .filter(({ places }) => places[name] !== 1)
    .map(({ judged, places, instead, absent }) =>
      absent
        ? `- \`${judged.query}\` (${judged.kind}): the copy leaves out ${judged.relevant.join(', ')}`
        : `- \`${judged.query}\` (${judged.kind}): ${places[name] ? `place ${places[name]}` : 'not found'}; first ${instead[0] ?? 'nothing'}`,
    );
