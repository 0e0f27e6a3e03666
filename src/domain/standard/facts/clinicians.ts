import type { Corpus, Entry } from '../../graph/corpus.ts';
import { textAt, textsOf } from '../../graph/fields.ts';
import { sideOf } from '../../graph/sides.ts';
import { isActive } from './people.ts';

const CLINICAL =
  /\b(?:medical director|chief medical officer|clinical approver|delegate of the medical director)\b/i;
const TECHNICAL =
  /\b(?:engineer|developer|programmer|architect|data scientist|analyst|cto|technology)\b/i;

/** Why a person cannot approve clinical use, as the end of a sentence; null for one who can. */
export function notClinical(person: Entry, corpus: Corpus, asOf: string): string | null {
  if (sideOf(person, corpus) !== 'customer') return 'who is not of the customer';
  if (!isActive(person, asOf)) return 'who is not there any more';
  const title = textAt(person.data, 'title') ?? '';
  if (TECHNICAL.test(title)) return `whose title is ${title}`;
  const isClinical = [title, ...textsOf(person.data, 'roles')].some((words) =>
    CLINICAL.test(words),
  );
  return isClinical ? null : 'who is neither the medical director nor a delegate';
}
