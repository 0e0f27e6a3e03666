import { type Corpus, engagementData } from './corpus.ts';
import { isDay } from './days.ts';
import { blockOf } from './fields.ts';

/**
 * The day that a handbook is judged from: the pin in engagement.yaml, else the day of the newest commit, else that on
 * which an import began it; null without any.
 */
export function judgedDay(corpus: Corpus, newest: () => string | null): string | null {
  const data = engagementData(corpus);
  if (isDay(data['as_of'])) return data['as_of'];
  const begun = blockOf(data, 'imported')['on'];
  return newest() ?? (isDay(begun) ? begun : null);
}
