import { rowsAt, textAt } from '../../graph/fields.ts';

type Data = Readonly<Record<string, unknown>>;

const PLACEHOLDER =
  /^(tbd|tba|tbc|todo|fixme|x+|\?+|-+|\.+|…|unknown|none|nothing|nil|to write\b.*|to be (done|defined|written|confirmed|decided)\b.*|best effort|as soon as possible|asap)$/i;

const NOT_APPLICABLE = /^(n\/?a|not applicable|does not apply|not needed)\b/i;

/** Words after "not applicable" from which on they are taken for a reason. */
const WORDS_OF_REASON = 3;

/** Whether words say something: no stand-in such as `TBD`, and no "not applicable" without a reason. */
export function saysSomething(words: unknown): words is string {
  if (typeof words !== 'string') return false;
  const text = words.replaceAll(/[*_`]/g, '').trim();
  const bare = text.replace(/[.!]+$/, '');
  if (!/[\p{L}\p{N}]/u.test(text) || PLACEHOLDER.test(bare)) return false;
  return (
    !NOT_APPLICABLE.test(bare) || countWords(bare.replace(NOT_APPLICABLE, '')) >= WORDS_OF_REASON
  );
}

/** Whether the words at a path say something. */
export const isStated = (data: Data, path: string): boolean => saysSomething(textAt(data, path));

/** Words that hold a letter or digit. */
export const countWords = (text: string): number => text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;

/** Names in `not_applicable` that carry a reason. */
export function exemptionsOf(data: Data): ReadonlySet<string> {
  const rows = rowsAt(data, 'not_applicable').filter(({ reason }) => isReason(reason));
  return new Set(rows.flatMap(({ what }) => (typeof what === 'string' ? [what] : [])));
}

/** Whether words are a reason: more than a sigh. */
const isReason = (words: unknown): boolean =>
  saysSomething(words) && countWords(words) >= WORDS_OF_REASON;
