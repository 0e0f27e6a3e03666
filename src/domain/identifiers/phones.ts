import { type Detector, digitsIn, groupHits, type Hit, labelled, nearby } from './detector.ts';

/** Phone and fax numbers: by their punctuation, or as bare digits after a word that says so. */
export const phones: Detector = {
  words: [
    'tel',
    'telephone',
    'phone',
    'phones',
    'cell',
    'mobile',
    'call',
    'fax',
    'sms',
    'text',
    'pager',
    'ph ',
    'contact',
    'home',
    'work',
    'patient',
    'emergency',
    'guarantor',
    'her num',
    'his num',
    'their num',
    'daughter',
    'son',
    'number is',
    'brother',
    'sister',
  ],
  anchor: /\d[-.]\d{4}(?!\d)|\+[1-9]/g,
  find: nearby(/\d{3}[-. ]?\d{4}|\+[1-9]/, function* (text): Generator<Hit> {
    yield* groupHits(text, NORTH_AMERICA, 'phone', 'number', isReal);
    yield* groupHits(text, ABROAD, 'phone', 'number', (value) => {
      const digits = digitsIn(value);
      return digits >= 9 && digits <= 15 && isReal(value);
    });
    if (/tel|phone|cell|mobile|call|fax|sms|text|pager|\bph\b|contact|number is/i.test(text))
      yield* groupHits(text, LABELLED, 'phone', 'number', isReal);
  }),
};

const NORTH_AMERICA =
  /(?<![\w./-]|\d )((?:\+?1[-. ]?)?(?:\([2-9]\d\d\) ?|[2-9]\d\d[-./])[2-9]\d\d[-.]\d{4})(?![\w-]|\.\d)/dg;

const ABROAD = /(?<![\w.+-])(\+[1-9]\d{0,2}(?:[ .-]?\(?\d{1,11}\)?){1,6})(?![\w%]| ?%)/dg;

const LABELLED = labelled(
  String.raw`(?:tele)?phone|phones|tel|(?:home|work|contact|emergency|guarantor|patient)[ _]?(?:phone|contact|number)|cell|mobile|call(?:ed|back)?(?: (?:him|her|them|back))?(?: at)?|fax(?: \w{1,8}){0,3} to|fax|sms(?:_to)?|text(?: message)? to|pager|ph|(?:her|his|their|daughter's|son's) number${String.raw`(?: is)?`}|number is|(?:tele)?phone(?: number)? \([a-z]{3,8}\)|brother|sister`,
  String.raw`(?<!\d)(?:(?:\+?1[-. ]?)?\(?[2-9]\d\d\)?[-. /]?)?[2-9]\d\d[-. ]?\d{4}(?![\w-]|\.\d)`,
);

/** Numbers 555-0100 to 555-0199 are kept for fiction, in every area. */
export const isFictionalPhone = (value: string): boolean =>
  /^1?(?:[2-9]\d\d)?55501\d\d$/.test(value.replaceAll(/\D/g, ''));

const isReal = (value: string): boolean => !isFictionalPhone(value);
