import type { LocatedReadiness } from '../../../workspace/judge.ts';
import type { Handbook } from '../../handbook.ts';
import { inPages } from '../pages.ts';
import { isLong, type Line, linesAddress, linesOf } from './board-lines.ts';
import { comingOwners } from './coming.ts';
import { type OwnerFindings, openOwners } from './owners.ts';

/** A page of findings that are too many for the board. */
export interface LinesView {
  readonly title: string;
  readonly purpose: string;
  /** Address of the first page, without its number. */
  readonly list: string;
  readonly page: number;
  readonly pages: number;
  readonly owners: readonly OwnerFindings[];
}

const lists = {
  open: {
    title: 'Everything that is open',
    purpose: 'Every finding that is due, by who has to act on it.',
  },
  coming: {
    title: 'Everything that comes due',
    purpose: 'Every finding that the next gate adds, by who has to act on it.',
  },
} as const;

/** All pages of findings that the board leaves out; none where it holds them all. */
export function linesPages(
  readiness: LocatedReadiness,
  book: Pick<Handbook, 'corpus'>,
): LinesView[] {
  const all = { open: openOwners(readiness, book), coming: comingOwners(readiness, book) };
  return (['open', 'coming'] as const).flatMap((name) => {
    if (!isLong(all[name])) return [];
    const pages = inPages(linesOf(all[name]));
    return pages.map((lines, at) => ({
      ...lists[name],
      list: linesAddress(name),
      page: at + 1,
      pages: pages.length,
      owners: ownersOfLines(lines),
    }));
  });
}

const ownersOfLines = (lines: readonly Line[]): OwnerFindings[] =>
  [...Map.groupBy(lines, ({ owner }) => owner)].map(([owner, own]) => ({
    ...owner,
    rules: [...Map.groupBy(own, ({ group }) => group)].map(([group, same]) => ({
      ...group,
      findings: same.map(({ finding }) => finding),
    })),
  }));
