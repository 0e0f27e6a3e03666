import { type Detector, groupHits, type Hit, lineAround, nearby } from './detector.ts';

/** Ages over 89, which tell one old person from all others. */
export const ages: Detector = {
  words: ['year', 'yr', 'yo', 'y/o', 'y.o', 'age', 'edad', 'alter', 'jahre', 'jährig', 'años'],
  anchor: /[Nn]inety|\d[MF]\b|\d(?:yo|y\/o)/g,
  find: nearby(/(?<!\d)(?:9\d|1[01]\d)(?!\d)|ninety/i, function* (text): Generator<Hit> {
    const isOfPerson = (_: string, match: RegExpExecArray) =>
      PERSON.test(lineAround(text, match.index, match.index + match[0].length));
    yield* groupHits(text, SHORT, 'age', 'other');
    yield* groupHits(text, YEARS, 'age', 'other', isOfPerson);
    yield* groupHits(text, ABROAD, 'age', 'other');
    yield* groupHits(text, SPELLED, 'age', 'other');
    yield* groupHits(text, LABELLED, 'age', 'other', isOfPerson);
    yield* groupHits(text, SEXED, 'age', 'other', (_, match) =>
      CLINICAL.test(lineAround(text, match.index, match.index + match[0].length)),
    );
  }),
};

const SHORT = /(?<![\d.-])((?:9\d|1[01]\d)[ -]?(?:y\/o|y\.o\.?|yo))(?![a-z])/dgi;
const YEARS =
  /(?<![\d.-])((?:9\d|1[01]\d)[ -]?(?:(?:years?|yrs?)[ -](?:old|of age)|jahre alt|jährige?[rsn]?|años))(?![a-zäöü])/dgi;
const ABROAD = /\b(?:Alter|[Ee]dad)[:= ]{1,3}((?:9\d|1[01]\d))(?=\s?(?:Jahre|años|,|$))/dgm;
const SPELLED =
  /\b(ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?[- ]years?[- ]old)\b/dgi;
/** Age and sex in one word, as wards write it; a temperature looks the same. */
const SEXED = /(?<![\w.-])((?:9\d|1[01]\d)[MF])\b/dg;
const CLINICAL =
  /\b(?:pts?|patient|fell|falls?|c\/o|w\/|presents?|presenting|admit(?:ted)?|adm|h\/o|hx|s\/p|pain|bed|dx|found down|ED|hip|stroke|sepsis|confused|transfer)\b/i;
const LABELLED =
  /\b[Aa]ge[d]?["']?(?: is| was)?[:= ]{1,3}((?:9\d|1[01]\d))\b(?![.\d]|[ -]?(?:s|sec|seconds?|m|min|minutes?|h|hours?|d|days?|ms|weeks?|months?|%|files?|rows?)\b)/dg;

const PERSON =
  /\b(?:patient(?:s|in|en)?|paciente|pt|demographics?|frau|mujer|hombre|señora?|woman|man|male|female|lady|gentleman|mother|father|grandmother|grandfather|person|resident|she|he|her|his|sex|weight)\b|\d [MF]\b/i;
