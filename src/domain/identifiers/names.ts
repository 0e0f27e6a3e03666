import { type Detector, groupHits, type Hit, lineAround, nearby } from './detector.ts';
import { isPlaceholder } from './placeholder.ts';

/** Names of patients and relatives, by the words before them; a name alone has no form. */
export const names: Detector = {
  words: [
    'patient',
    'paciente',
    'pt$',
    'pat$',
    'next of kin',
    'name of',
    'name de',
    'nombre de',
    'guarantor',
    'subscriber',
    'member',
    'mother',
    'father',
    'spouse',
    'wife',
    'husband',
    'son$',
    'daughter',
    'brother',
    'sister',
    'partner',
    'mom$',
    'dad$',
    'ssn$',
    'mr$',
    'mrs$',
    'ms$',
    'mme$',
    'mlle$',
    'miss$',
    'frau$',
    'herr$',
    'herrn$',
    'sra$',
    'sr$',
    'señor',
    'emergency contact',
    'mrn',
    'dob',
    'geb',
    'born',
  ],
  find: nearby(
    /[ _'-](?:s )?[Nn](?:ame|AME)|[a-z]Name|[Nn]ame (?:of|de[sr])|[Nn]ombre de|\b(?:[Pp]atient(?:s|in)?|PATIENT|[Pp]aciente|[Pp]t)[.,:=]? ?["']?[A-ZÀ-Þ]|[Kk]in\b|\b(?:[Hh]is|[Hh]er|'s) [a-z]{3,8},? [A-ZÀ-Þ]|[Nn]ame["'\x60]{0,2}\s?[:=]|[Aa]pellido|[a-zA-Z][ ,;-]{1,3}\(?(?:DOB|MRN|dob|mrn|geb\.|born)[\s:#=]|ontact|\b(?:M(?:r|rs|s|iss)|Frau|Herrn?|Sra?|[Ss]eñora?)\.? [A-ZÀ-Þ]/,
    function* (text): Generator<Hit> {
      for (const pattern of [LABELLED, FIELD, COMMA, ASIDE, TITLED, CALLED, RELATIVE, BEFORE])
        yield* groupHits(text, pattern, 'name', 'name', isName);
      if (ABOUT.test(text))
        yield* groupHits(text, PERSONAL, 'name', 'name', (value, { index }) => {
          const line = lineAround(text, index, index + value.length);
          return isName(value) && ABOUT.test(line);
        });
    },
  ),
};

const UPPER = 'A-ZÀ-ÖØ-Þ';
const LOWER = 'a-zß-öø-ÿ';
const PART = String.raw`(?:[${UPPER}]'?[${UPPER}]?[${LOWER}]{1,20}(?:-[${UPPER}][${LOWER}]{1,20})?|[${UPPER}]'?[${UPPER}]{1,20})`;
const WORD_END = String.raw`(?![${UPPER}${LOWER}])`;
const GAP = String.raw`["'\x60*]{0,3}[\s:=,.-]{1,3}["'\x60*]{0,2}`;
const NAME = String.raw`${PART}(?:, ?${PART}| ${PART}| [A-Z]\.? ${PART})`;

const LABELLED = new RegExp(
  String.raw`(?:(?<![A-Za-z])(?:[Pp]atient|[Pp]t|[Gg]uarantor|[Mm]other|[Ff]ather|[Ss]pouse|PATIENT)(?:'s)?[ _-]?(?:[Nn]ame|NAME)(?: is)?|[Nn]ame of (?:the )?patient|[Nn]ame (?:des Patienten|der Patientin)|[Nn]ombre (?:del|de la) paciente|[Nn]ext of kin|[Ee]mergency contact)${GAP}(${NAME})`,
  'dg',
);
/** A field for one part of a name. */
const FIELD = new RegExp(
  String.raw`(?<![A-Za-z])(?:[Pp]atient|[Pp]at|[Pp]t|[Gg]uarantor|[Ss]ubscriber|[Mm]ember|PATIENT|PAT|PT)[ _-]?(?:[Ll]ast|[Ff]irst|[Ff]amily|[Gg]iven|[Ss]ur|LAST|FIRST)[ _-]?(?:[Nn]ame|NAME)["'\x60]{0,2}\s?[:=]\s?["'\x60]{0,2}(${PART})${WORD_END}`,
  'dg',
);
const COMMA = new RegExp(
  String.raw`(?<![A-Za-z])(?:[Pp]atient(?:s|in)?|[Pp]aciente|[Pp]t|PATIENT)[:=]?\s?["'\x60]?(${PART}, ${PART}|[${UPPER}'-]{2,24},[${UPPER}'-]{2,24})${WORD_END}`,
  'dg',
);
const KIN = '(?:wife|husband|son|daughter|mother|father|brother|sister|spouse|partner|mom|dad)';
/** Relatives of a patient. */
const RELATIVE = new RegExp(
  String.raw`\b(?:(?:[Hh]is|[Hh]er|[Pp]atient's|[Pp]t's) ${KIN},?|${KIN} of (?:the )?(?:patient|pt),?) (${PART} ${PART})${WORD_END}`,
  'dg',
);
/** A name right before a number or a day that only a patient has. */
const BEFORE = new RegExp(
  String.raw`(?<![${UPPER}${LOWER}-] ?)(${PART},? ${PART})[ ,;-]{1,3}\(?(?:DOB|MRN|dob|mrn|geb\.|born)[\s:#=]{1,3}(?:\d|am \d|on \d)`,
  'dg',
);
const ABOUT = /\b(?:mrn|dob|pt|patient|paciente|patientin|geb\.|ssn)\b/i;
/** Parts of a name in a line that is about a patient. */
const PERSONAL = new RegExp(
  String.raw`\b(?:(?:[Ll]ast|[Ff]irst|[Ff]amily|[Gg]iven)[ _]?[Nn]ame|LAST_NAME|FIRST_NAME|[Ss]urname|[Nn]achname|[Vv]orname|[Aa]pellidos?|[Nn]ame(?=["'\x60]{0,2}\s?[:=]\s?["'\x60]{0,2}${NAME}))["'\x60]{0,2}\s?[:=]\s?["'\x60]{0,2}(${PART}(?:, ?${PART}| ${PART})?)${WORD_END}`,
  'dg',
);
const ASIDE = new RegExp(String.raw`\b[Pp]atient, (${PART} ${PART}),`, 'dg');
const TITLED = new RegExp(
  String.raw`\b(?:Mr|Mrs|Ms|Miss|Mme|Mlle|Frau|Herrn?|Sra?|[Ss]eñora?)\.? ([${UPPER}][${LOWER}]{2,20}(?:-[${UPPER}][${LOWER}]{2,20})?)(?!-)${WORD_END}(?! (?:[A-Z][a-z]+ )?(?:Engineer|Developer|Manager|Analyst|Architect|Director|Consultant|Administrator)\b)`,
  'dg',
);
/** Two words with capitals right after the one that says whose name it is. */
const CALLED = new RegExp(
  String.raw`(?<![A-Za-z-])(?:[Pp]atient(?:in)?|[Pp]aciente|[Pp]t\.?):? ([${UPPER}][${LOWER}]{1,20} [${UPPER}]'?[${UPPER}]?[${LOWER}]{1,20}(?:-[${UPPER}][${LOWER}]{1,20})?)${WORD_END}(?! [${UPPER}])`,
  'dg',
);

/** Words that stand where a name would, in names of departments, products, fields and jobs. */
const NO_NAMES =
  /\b(?:Portal|Access|Safety|Experience|Names?|Field|Index|Id|ID|Identifi(?:er|cation)|Records?|Chart|Services?|Data|Type|String|VARCHAR|TEXT|NULL|Null|None|Unknown|Required|Optional|First|Last|Middle|Family|Given|Not|The|And|Is|MRN|DOB|TBD|Financial|Accounts?|Accounting|Billing|Bill|Rights|Registration|Intake|Education|Care|Cent(?:er|re)|Engagement|Relations|Advocate|Advocacy|Information|Management|Administration|Monitoring|Transport|Home|Lookup|Search|Merge|Match(?:ing)?|Master|Flow|Outreach|Resources?|Bundle|Visits?|Journey|Survey|Hub|API|Team|Feed|Gateway|Store|Queue|Messages?|Segment|Demographics|Statements?|Consent|Privacy|Summary|Document|Health|Hospital|Clinic|Support|Communications?|Scheduling|Days?|List|Table|Tracker|Connect|Mobile|App|System|Engineer|Developer|Manager|Director|Analyst|Architect|Consultant|Administrator|Nurse|Doctor|Level|Order|Reports?|Results?|Dashboard|Viewer|Link|Review|Class|Code|Status|Number|Location|Language|Gender|Sex|Address|Phone|E-?[Mm]ail|Preferred|Primary|Patients?|Facility|Source|Target|Old|New|Wrong|Right|Correct|Duplicate|Same|Epic|Cerner|Interface|Field|Key|Event|Update|Create|Delete|Insert|Select|Where|When|Use|Enter|Find|Open|For|From|With|By|Check|Test|Sql|SQL)\b/;

const isName = (value: string): boolean => !NO_NAMES.test(value) && !isPlaceholder(value);
