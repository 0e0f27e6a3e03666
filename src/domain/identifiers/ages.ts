import { type Detector, groupHits, type Hit, lineAround, nearby } from './detector.ts';

/** Ages over 89, which tell one old person from all others. */
export const ages: Detector = {
  words: ['year', 'yr', 'yo', 'y/o', 'y.o', 'age'],
  find: nearby(/(?<!\d)(?:9\d|1[01]\d)(?!\d)/, function* (text): Generator<Hit> {
    const isOfPerson = (_: string, match: RegExpExecArray) =>
      PERSON.test(lineAround(text, match.index, match.index + match[0].length));
    yield* groupHits(text, SHORT, 'age', 'other');
    yield* groupHits(text, YEARS, 'age', 'other', isOfPerson);
    yield* groupHits(text, LABELLED, 'age', 'other', isOfPerson);
  }),
};

const SHORT = /(?<![\d.-])((?:9\d|1[01]\d)[ -]?(?:y\/o|y\.o\.|yo))\b/dgi;
const YEARS = /(?<![\d.-])((?:9\d|1[01]\d)[ -]?(?:years?|yrs?)[ -](?:old|of age))\b/dgi;
const LABELLED =
  /\b[Aa]ge[d]?["']?[:= ]{1,3}((?:9\d|1[01]\d))\b(?![.\d]|[ -]?(?:s|sec|seconds?|m|min|minutes?|h|hours?|d|days?|ms|weeks?|months?|%|files?|rows?)\b)/dg;

const PERSON =
  /\b(?:patients?|pt|woman|man|male|female|lady|gentleman|mother|father|grandmother|grandfather|person|resident|she|he|sex|weight)\b|\d [MF]\b/i;
