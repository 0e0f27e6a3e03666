import { type Detector, groupHits, type Hit, labelled, lineAround, nearby } from './detector.ts';

const MONTH = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?`;

/** A day as people and programs write it. */
export const DAY = String.raw`(?<!\d)(?:(?:18|19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|${MONTH} \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}\.? ${MONTH},? \d{4})(?!\d)`;

/** Dates of a birth, and of a stay or a death where the words leave no doubt that they are a patient's. */
export const dates: Detector = {
  words: [
    'dob',
    'd.o.b',
    'birth',
    'born',
    'geb',
    'admi',
    'disch',
    'd/c',
    'death',
    'deceased',
    'died',
    'passed',
    'dod',
    'dos',
    'hospitali',
    'surgery',
    'date',
    'seen on',
  ],
  find: nearby(/\d\d/, function* (text): Generator<Hit> {
    yield* groupHits(text, BIRTH, 'date', 'date');
    yield* groupHits(text, STAY, 'date', 'date');
    yield* groupHits(text, EVENT, 'date', 'date', (_, match) =>
      PERSON.test(lineAround(text, match.index, match.index + match[0].length)),
    );
  }),
};

const BRACKETS = String.raw`(?: ?\([^)\n]{0,30}\))?`;

const BIRTH = labelled(
  String.raw`d\.?o\.?b\.?|date[ _-]?of[ _-]?birth|dateofbirth|birth[ _-]?(?:date|day|time)|born(?: on)?|geburtsdatum|geboren(?: am)?${BRACKETS}|birth date${BRACKETS}`,
  DAY,
);

const STAY = labelled(
  String.raw`(?:admission|discharge|death|surgery|procedure|encounter)[ _-]?date(?:/time)?|date[ _-]of[ _-](?:death|service|admission|discharge|surgery)|dod(?=\s?[:=])|dos(?=\s?[:=])|deceased(?: on)?|hospitali[sz]ed(?: from| on)?`,
  DAY,
);

const EVENT = labelled(
  String.raw`(?:re)?admitted|discharged|d/c'd|died|passed away|seen(?= on)`,
  DAY,
);

const PERSON =
  /\b(?:patient|pt|she|he|her|him|woman|man|mother|father|child|infant|ward|ED|chart|against (?:medical )?advice)\b/i;
