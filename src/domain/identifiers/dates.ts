import { type Detector, groupHits, type Hit, labelled, lineAround, nearby } from './detector.ts';

/** Months in English, German and Spanish, by their beginnings. */
const MONTH = String.raw`(?:Jan|Jän|Ene|Feb|Mar|Mär|Apr|Abr|May|Mai|Jun|Jul|Aug|Ago|Sep|Oct|Okt|Nov|Dec|Dez|Dic)[a-z]{0,7}\.?`;

/** What every day has, in fewer steps. */
const SOME_DAY = new RegExp(
  String.raw`\d[-/.]\d{1,2}[-/.]\d|\d{8}|${MONTH},?(?: del?)?[ -]\d`,
  'i',
);

/** A day as people and programs write it. */
export const DAY = String.raw`(?<!\d)(?:(?:18|19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|${MONTH} \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)?\.?[ -](?:of |de )?${MONTH},?(?: de[l]?)?[ -](?:\d{4}|\d{2}))(?!\d)`;

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
    'adm$',
    'aufnahme',
    'aufgenommen',
    'entlass',
    'verstorben',
    'sterbe',
    'fecha de',
    'nacid',
    'nacim',
    'ingres',
    'falleci',
    'expired',
    'visit',
    'operat',
    'appointment',
    'appt',
  ],
  find: nearby(SOME_DAY, function* (text): Generator<Hit> {
    yield* groupHits(text, BIRTH, 'date', 'date');
    yield* groupHits(text, STAY, 'date', 'date', (value, match) => {
      const before = text.slice(match.index, match.indices?.[1]?.[0] ?? match.index);
      // A bound of a query is no day of a stay.
      return !/[<>]=?[\s'"]*$/.test(before) && value !== '';
    });
    const isOfPerson = PERSON.test(text);
    if (isOfPerson)
      yield* groupHits(text, EVENT_TO, 'date', 'date', (_, match) =>
        PERSON.test(lineAround(text, match.index, match.index + match[0].length)),
      );
    yield* groupHits(text, BIRTH_IS, 'date', 'date');
    if (/orben|geboren|falleci/i.test(text)) yield* groupHits(text, LATER_VERB, 'date', 'date');
    if (/\b(?:on|am|el) \w/i.test(text) && isOfPerson)
      yield* groupHits(text, LATER_EVENT, 'date', 'date', (_, match) =>
        PERSON.test(lineAround(text, match.index, match.index + match[0].length)),
      );
    if (isOfPerson)
      yield* groupHits(text, EVENT, 'date', 'date', (_, match) => {
        const line = lineAround(text, match.index, match.index + match[0].length);
        return PERSON.test(line) && !(THING.test(match[0]) && NO_PERSON.test(line));
      });
  }),
};

const BRACKETS = String.raw`(?: ?\([^)\n]{0,30}\))?`;

const BIRTH = labelled(
  String.raw`d\.?o\.?b\.?|date[ _-]?of[ _-]?birth|dateofbirth|birth[ _-]?(?:date|day|time)|birth[ _-]?(?:dt|dttm)|born(?: on)?|geburts(?:datum|tag)|geb\.?[ -]?(?:datum|dat\.)|geb\.|geboren(?: am)?${BRACKETS}|birth date${BRACKETS}|fecha (?:de )?nac(?:imiento|\.)|nacid[oa](?: el)?`,
  DAY,
);

const BIRTH_IS = new RegExp(
  String.raw`\b(?:dob|d\.o\.b\.|date of birth|birth ?date)(?: [a-z]{1,12}){1,5}(?: is| was|:) {0,2}(${DAY})`,
  'dgi',
);

const STAY = labelled(
  String.raw`(?:admission|admit|discharge|disch|death|surgery|procedure|encounter)[ _-]?(?:date|dt|dttm|datetime)(?:/time)?|date[ _-]of[ _-](?:death|visit|service|admission|discharge|surgery)|dod(?=\s?[:=])|dos(?=\s?[:=])|(?:aufnahme|entlass(?:ungs)?|sterbe|todes)datum|fecha de (?:alta|ingreso|fallecimiento|defunci[óo]n)(?: del? (?:la )?paciente)?|deceased(?: on)?|hospitali[sz]ed(?: from| on)?`,
  DAY,
);

const EVENT = labelled(
  String.raw`(?:re)?admitted|adm\b|discharged|d/c'd|died|expired|passed away|seen(?= on)|surgery|operat(?:ed|ion)|appointment|appt|(?:last|first|next|office) visit|(?:aufnahme|entlassung)(?: de[sr] patient\w{0,3})?|aufgenommen|entlassen|verstorben|operiert|ingres(?:ad[oa]|[óo])|falleci(?:d[oa]|[óo])`,
  DAY,
);

/** What happens to patients only, up to four words, and the day. */
const EVENT_TO = new RegExp(
  String.raw`\b(?:admitted|discharged|died|passed away)(?: [a-z]{1,12}){1,4} on (${DAY})`,
  'dgi',
);

/** The day before the word for what happened. */
const LATER_VERB = new RegExp(
  String.raw`(${DAY})[^\n.\d]{0,30}\b(?:verstorben|gestorben|geboren|falleci[óo])(?![a-zä])`,
  'dgi',
);
const LATER_EVENT = new RegExp(
  String.raw`\b(?:on|am|el) (${DAY}),? [^\n.\d]{0,30}\b(?:admitted|discharged|died|passed away|operated|aufgenommen|entlassen|operiert|ingres[óo])(?![a-zä])`,
  'dgi',
);

const PERSON =
  /\b(?:patient(?:in|en|s)?|paciente|pt|she|he|her|him|his|time of death|woman|man|mother|father|child|infant|ward|ED|chart|against (?:medical )?advice)\b/i;

/** What also happens to things, and the things to which it happens. */
const THING = /^(?:expired|died|first|last|next|operat|appointment)/i;
const NO_PERSON =
  /\b(?:certificates?|tokens?|sessions?|passwords?|licen[cs]es?|contracts?|keys?|leases?|servers?|disks?|links?|portal|hosts?|nodes?|process|connection)\b/i;
