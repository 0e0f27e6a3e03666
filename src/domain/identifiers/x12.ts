import type { Detector, Hit } from './detector.ts';
import { isPlaceholder } from './placeholder.ts';

/** Subscribers and patients of X12 claims and eligibility messages. */
export const x12: Detector = {
  words: ['nm1', 'dmg', 'ref'],
  *find(text): Generator<Hit> {
    for (const match of text.matchAll(PERSON)) {
      const elements = (match[2] ?? '').split(match[1] ?? '*');
      const [family = '', given = ''] = elements;
      const id = elements[6] ?? '';
      if (isPlaceholder(family)) continue;
      const offset =
        match.index + match[0].length - (match[2] ?? '').length - (match[3] ?? '').length;
      const name = {
        sort: 'name',
        value: [family, given].filter(Boolean).join('^'),
        offset,
      } as const;
      const number = {
        sort: 'number',
        value: id,
        offset: offset + (match[2] ?? '').lastIndexOf(id),
      } as const;
      yield {
        kind: 'edi',
        start: match.index,
        end: match.index + match[0].length,
        values: id === '' ? [name] : [name, number],
      };
    }
    for (const match of text.matchAll(NUMBER)) {
      const value = match[2] ?? '';
      const offset = match.index + match[0].length - value.length;
      const values = [{ sort: 'number', value, offset }] as const;
      yield { kind: 'edi', start: match.index, end: offset + value.length, values };
    }
    for (const match of text.matchAll(BIRTH)) {
      const value = match[1] ?? '';
      const offset = match.index + match[0].length - value.length;
      yield {
        kind: 'edi',
        start: match.index,
        end: offset + value.length,
        values: [{ sort: 'date', value, offset }],
      };
    }
  },
};

/** A name segment of a person, type 1, who is insured, a patient, or a dependent. */
const PERSON =
  /\bNM1([^\sA-Za-z0-9])(?:IL|QC|03|74|GD|HK|QD)\1[1]\1([^\n~]{1,160})((?:~\s?(?:N3|N4|REF|PER)[^~\n]{1,80}){0,6})/g;
const BIRTH = /\bDMG[^\sA-Za-z0-9]D8[^\sA-Za-z0-9](\d{8})\b/g;
/** Numbers of a person: social security, member, Medicaid and Medicare. */
const NUMBER = /\bREF([*|^])(?:SY|0F|1W|F6|NQ|23|IG)\1([A-Z0-9-]{5,20})(?![A-Z0-9-])/g;
