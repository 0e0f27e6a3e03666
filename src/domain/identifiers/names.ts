import { type Detector, groupHits, type Hit, nearby } from './detector.ts';

/** Names of patients and relatives, by the words before them; a name alone has no form. */
export const names: Detector = {
  words: [
    'patient',
    'pt name',
    'pt_name',
    'next of kin',
    'name of',
    'guarantor',
    'mother',
    'father',
    'spouse',
    'mr. ',
    'mr ',
    'mrs. ',
    'mrs ',
    'ms. ',
    'ms ',
    'miss ',
    'emergency contact',
  ],
  find: nearby(
    /[ _'-](?:s )?[Nn](?:ame|AME)|[a-z]Name|[Nn]ame of|[Pp]atients?:? [A-Z][A-Z'-]+,|[Pp]atient, [A-Z]|[Kk]in\b|ontact|\bM(?:r|rs|s|iss)\.? [A-Z]/,
    function* (text): Generator<Hit> {
      for (const pattern of [LABELLED, ALL_CAPITALS, ASIDE, TITLED])
        yield* groupHits(text, pattern, 'name', 'name', isName);
    },
  ),
};

const PART = String.raw`(?:[A-Z]'?[A-Z]?[a-z]{1,20}(?:-[A-Z][a-z]{1,20})?|[A-Z]'?[A-Z]{1,20})`;
const GAP = String.raw`["'\x60*]{0,3}[\s:=,.-]{1,3}["'\x60*]{0,2}`;
const NAME = String.raw`${PART}(?:, ?${PART}| ${PART}| [A-Z]\.? ${PART})`;

const LABELLED = new RegExp(
  String.raw`(?:(?<![A-Za-z])(?:[Pp]atient|[Pp]t|[Gg]uarantor|[Mm]other|[Ff]ather|[Ss]pouse|PATIENT)(?:'s)?[ _-]?(?:[Nn]ame|NAME)|[Nn]ame of (?:the )?patient|[Nn]ext of kin|[Ee]mergency contact)${GAP}(${NAME})`,
  'dg',
);
const ALL_CAPITALS = /(?<![A-Za-z])[Pp]atients?:? ([A-Z][A-Z'-]{1,20}, ?[A-Z][A-Z'-]{1,20})\b/dg;
const ASIDE = new RegExp(String.raw`\b[Pp]atient, (${PART} ${PART}),`, 'dg');
const TITLED = /\b(?:Mr|Mrs|Ms|Miss)\.? ([A-Z][a-z]{2,20}(?:-[A-Z][a-z]{2,20})?)\b/dg;

const NO_NAMES =
  /\b(?:Portal|Access|Safety|Experience|Name|Names|Field|Index|Id|ID|Identifier|Record|Chart|Services?|Data|Type|String|Null|None|Unknown|Required|Optional|First|Last|Middle|Family|Given|Not|The|And|Is|MRN|DOB|TBD)\b/;

const isName = (value: string): boolean => !NO_NAMES.test(value);
