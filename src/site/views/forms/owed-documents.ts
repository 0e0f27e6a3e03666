import type { Entry } from '../../../domain/graph/corpus.ts';
import { acceptanceOf } from '../../../domain/standard/facts/acceptances.ts';
import { reviewOf } from '../../../domain/standard/facts/reviews.ts';
import type { StandardContext } from '../../../domain/standard/rule.ts';
import { counted } from '../days.ts';
import { linkTo } from '../values.ts';
import type { Block, Table } from './form.ts';
import { words } from './read.ts';

/** A document that waits to be accepted or reviewed. */
export interface OpenDocument {
  readonly entry: Entry;
  readonly verb: 'accept' | 'review';
  readonly what: string;
}

/** So many of a long list are folded; the rest is counted. */
export const FOLDED = 100;

/** The documents of a row that stands for several. */
export function listOf(documents: readonly OpenDocument[]): Block[] {
  const [first] = documents;
  if (!first || documents.length === 1) return [];
  const label = `${counted(documents.length, 'document')} to ${first.verb}`;
  const rows: Table['rows'][number][] = documents
    .slice(0, FOLDED)
    .map(({ entry, what }) => [linkTo(entry), words(what)]);
  if (documents.length > FOLDED)
    rows.push([words(`and ${documents.length - FOLDED} more`), words(ofTheirPages)]);
  const columns = ['Document', 'State'];
  const table = { label, columns, rows };
  return [{ kind: 'table', table: { ...table, rows: [] }, folded: { ...table, summary: label } }];
}

const ofTheirPages = 'Each page says so of itself';

/** A document that nobody took over as it stands, or nothing. */
export function unaccepted(entry: Entry, standard: StandardContext): OpenDocument[] {
  const { state } = acceptanceOf(entry, standard);
  if (state === 'current') return [];
  return [{ entry, verb: 'accept', what: acceptanceWords[state] }];
}

const acceptanceWords = {
  none: 'Not accepted yet',
  other: 'Accepted by somebody who does not take it over',
  changed: 'Changed since it was accepted',
} as const;

const reviewWords = {
  none: 'No review recorded',
  changed: 'Changed since it was reviewed',
  due: 'Its review is due again',
  invalid: 'Its review does not count',
} as const;

/** A document that was never reviewed counts only where the rule asks for a review. */
export function unreviewed(
  entry: Entry,
  standard: StandardContext,
  asked: boolean,
): OpenDocument[] {
  const { state } = reviewOf(entry, standard);
  if (state === 'current' || (state === 'none' && !asked)) return [];
  return [{ entry, verb: 'review', what: reviewWords[state] }];
}
