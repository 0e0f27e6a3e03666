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
    'ph$',
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
    'wife',
    'husband',
    'mom',
    'mother',
    'dad',
    'father',
    'spouse',
    'pt',
    'handy',
    'mobil',
    'móvil',
    'rückruf',
    'landline',
    'reach',
    'ring ',
    'dial ',
  ],
  anchor: /\d[-.]\d{4}(?!\d)|\+[1-9]/g,
  find: nearby(/\d{3}[-. /]?\d{4}|\+[1-9]|\d{3} \d{2,3} \d{2,3}/, function* (text): Generator<Hit> {
    yield* groupHits(text, NORTH_AMERICA, 'phone', 'phone', isReal);
    yield* groupHits(text, ABROAD, 'phone', 'phone', (value) => {
      const digits = digitsIn(value);
      return digits >= 9 && digits <= 15 && isReal(value);
    });
    if (SAYS.test(text))
      for (const pattern of [LABELLED, NATIONAL, OF_PERSON])
        yield* groupHits(text, pattern, 'phone', 'phone', isReal);
  }),
};

const NORTH_AMERICA =
  /(?<![\w./-]|\d )((?:\+?1[-. ]?)?(?:\([2-9]\d\d\) ?|[2-9]\d\d[-./])[2-9]\d\d[-.]\d{4})(?![\w-]|\.\d)/dg;

const ABROAD = /(?<![\w.+-])(\+[1-9]\d{0,2}(?:[ .-]?\(?\d{1,11}\)?){1,6})(?![\w%]| ?%)/dg;

const LABELLED = labelled(
  String.raw`(?:tele)?phone|phones|tel|(?:home|work|contact|emergency|guarantor|patient)[ _]?(?:phone|contact|number)|cell|mobile|call(?:ed|back)?(?: (?:him|her|them|back))?(?: at)?|fax(?: \w{1,8}){0,3} to|fax|sms(?:_to)?|text(?: message)? to|pager|ph|(?:her|his|their|daughter's|son's) number${String.raw`(?: is)?`}|number is|(?:reach(?:ed)?|ring|dial|contact(?:ed)?)(?: [a-z]{1,12}){0,3} (?:at|on|under)|(?:tele)?phone(?: number)? \([a-z]{3,8}\)|brother|sister`,
  String.raw`(?<!\d)(?:(?:\+?1[-. ]?)?\(?[2-9]\d\d\)?[-. /]?)?[2-9]\d\d[-. ]?\d{4}(?![\w-]|\.\d)`,
);

const SAYS =
  /tel|phone|cell|mobile?\b|call|fax|sms|text|pager|\bph\b|contact|number is|handy|móvil|rückruf|landline|reach|ring|dial|\b(?:patient|pt)'?s? home/i;

/** Numbers as they are dialled at home in other countries, after a word that says so. */
const NATIONAL = labelled(
  String.raw`telefon(?:nummer)?|tel|handy(?:nummer)?|mobil(?:nummer|funk)?|rückruf|tel[ée]fono(?: m[óo]vil)?|m[óo]vil`,
  String.raw`(?:\(?0\d{2,4}\)?[ /-]{0,3}\d{3,4}[ -]?\d{2,5}|[6-9]\d{2}[ .]?\d{2,3}[ .]?\d{2,3}(?:[ .]?\d{2})?)(?![\w-])`,
);

const OF_PERSON = labelled(
  String.raw`(?:(?:patient|pt|mother|father|wife|husband|son|daughter|mom|dad|spouse)(?:'s)?|his|her|their) (?:home|cell|mobile|landline|house|work)(?: phone)?`,
  String.raw`(?<!\d)(?:\+?1[-. ]?)?\(?[2-9]\d\d\)?[-. /]?[2-9]\d\d[-. ]?\d{4}(?![\w-]|\.\d)`,
);

/** Numbers that the called pay for: those of companies, never of a person. */
const isTollFree = (value: string): boolean =>
  /^1?8(?:00|33|44|55|66|77|88)\d{7}$|^0800\d+$/.test(value.replaceAll(/\D/g, ''));

/** Numbers 555-0100 to 555-0199 are kept for fiction, in every area. */
export const isFictionalPhone = (value: string): boolean =>
  /^1?(?:[2-9]\d\d)?55501\d\d$/.test(value.replaceAll(/\D/g, ''));

const isReal = (value: string): boolean => !isFictionalPhone(value) && !isTollFree(value);
