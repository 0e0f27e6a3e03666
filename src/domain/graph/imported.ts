import type { Entry } from './corpus.ts';
import { blockOf, textAt } from './fields.ts';

/** Where a document was brought in from, as far as it says. */
export interface Origin {
  readonly from: string | null;
  readonly commit: string | null;
  /** What stood at its head and has no field here, by name. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Where a document was brought in from; null where somebody wrote it here. */
export function originOf({ data }: Pick<Entry, 'data'>): Origin | null {
  const origin = blockOf(data, 'imported');
  if (Object.keys(origin).length === 0) return null;
  const fields = Object.entries(blockOf(origin, 'fields')).filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  return {
    from: textAt(origin, 'from'),
    commit: textAt(origin, 'commit'),
    fields: Object.fromEntries(fields),
  };
}

/** Whether it was brought in and nobody has reviewed it yet: what it lacks is then no error. */
export const isUnfinished = (entry: Pick<Entry, 'data'>): boolean =>
  entry.data['reviewed_on'] === undefined && originOf(entry) !== null;
