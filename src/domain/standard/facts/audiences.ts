import { rowsAt, textAt } from '../../graph/fields.ts';

/**
 * The groups of readers that lead the customer: those whose name says so, as no field does. Where none
 * does, `leadership` is the one to add.
 */
export function leadershipGroups(engagement: Readonly<Record<string, unknown>>): string[] {
  const groups = rowsAt(engagement, 'audiences').map((row) => textAt(row, 'name') ?? '');
  const leading = groups.filter((name) =>
    /\b(leaders?|leadership|board|executives?|management|founders?|sponsors?)\b/.test(name),
  );
  return leading.length > 0 ? leading : ['leadership'];
}
