import type { Listed } from '../model.ts';
import { type Bag, bagOf } from './bag.ts';
import { fieldTexts } from './field-texts.ts';
import { plainWords } from './words.ts';

/** What an import says itself: what it lists, and its fields. */
export interface Told {
  readonly listed: readonly Listed[];
  readonly fields: readonly string[];
  readonly listedWords: Bag;
  /** In small letters. */
  readonly fieldWords: Bag;
}

/** The report and the fields as words; each entry of the report stands for one loss, a field for any number. */
export function toldOf(listed: readonly Listed[], data: Readonly<Record<string, unknown>>): Told {
  const fields = fieldTexts(data);
  const small = fields.map((text) => plainWords(text).map((word) => word.toLowerCase()));
  return {
    listed,
    fields,
    listedWords: bagOf(listed.map(({ text }) => plainWords(text))),
    fieldWords: bagOf(small, true),
  };
}
