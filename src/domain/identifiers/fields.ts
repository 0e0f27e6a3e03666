import { DAY } from './dates.ts';
import {
  type Detector,
  digitsIn,
  type Hit,
  hitOf,
  type IdentifierKind,
  isRecordNumber,
  nearby,
  type ValueSort,
} from './detector.ts';
import { isPlaceholder } from './placeholder.ts';

/** Values of fields whose name begins with the word for a person, in code, JSON, YAML, XML and dumps of DICOM. */
export const fields: Detector = {
  words: ['patient', 'pat', 'pt$', 'ptname', 'member', 'subscriber', 'insured', 'guarantor'],
  anchor: /\(?0010,?[0-3]\d[0-9a-f]{2}/gi,
  find: nearby(/[:=>\]]/, function* (text): Generator<Hit> {
    for (const match of text.matchAll(FIELD)) {
      const [, person = '', rest = '', raw = ''] = match;
      const meaning = meaningOf(person.toLowerCase(), rest);
      if (meaning) yield* hitIn(raw, (match.indices?.[3] ?? [0])[0], meaning);
    }
    for (const match of text.matchAll(DICOM)) {
      const meaning = DICOM_TAGS[match[1]?.toLowerCase() ?? ''];
      if (meaning) yield* hitIn(match[2] ?? '', (match.indices?.[2] ?? [0])[0], meaning);
    }
  }),
};

const FIELD =
  /(?<![A-Za-z])(patient|pat|pt|member|subscriber|insured|guarantor)(?:'s)?([A-Za-z_.-]{0,24})["'`]?(?:\s[^<>:=\n]{1,24}=[^<>\n]{1,60})?\s{0,4}(?:=>|[:=>])\s{0,4}(?:new Date\(|DATE )?["'`[(]{0,3}([^\s"'`<>,;|)\]}](?:[^"'`<>;|)\]}\n]{0,60}))/dgi;

const DICOM =
  /(?<![0-9a-f])\(?(0010,?[0-9a-f]{4})\)?["']?[\s:]{1,6}(?:\{[^{}\n]{0,60}\[\s{0,4}|[A-Z]{2}\s{0,4})["'[]{1,3}([^"'\]\n]{2,80})/dgi;

interface Meaning {
  readonly kind: IdentifierKind;
  readonly sort: ValueSort;
  readonly value: RegExp;
  readonly accept?: (value: string) => boolean;
}

const RECORD = /^[A-Za-z]{0,4}[A-Za-z0-9-]{4,25}(?![\w-])/;
const WORDS = /^[A-ZÀ-Þ][\p{L}'-]+(?:(?:, ?|\^| )[A-ZÀ-Þ][\p{L}'.-]*){0,3}(?=$|[^\p{L}])/u;
const number = (kind: IdentifierKind): Meaning => ({
  kind,
  sort: 'number',
  value: RECORD,
  accept: (value) => isRecordNumber(value),
});
const NAME: Meaning = { kind: 'name', sort: 'name', value: WORDS };
const FULL_NAME: Meaning = { ...NAME, accept: (value) => /[ ^,]/.test(value) };
const BIRTH: Meaning = { kind: 'date', sort: 'date', value: new RegExp(`^${DAY}`) };
const AGE: Meaning = { kind: 'age', sort: 'other', value: /^0?(?:9\d|1[01]\d)(?:Y\b|(?![\w.]))/ };
const PHONE: Meaning = {
  kind: 'phone',
  sort: 'phone',
  value: /^\+?[\d(][\d ().-]{6,18}/,
  accept: (value) => digitsIn(value) >= 7 && digitsIn(value) <= 15,
};
const ADDRESS: Meaning = { kind: 'address', sort: 'other', value: /^\d{1,5} [A-Z][^,]{3,40}/ };

/** What the rest of a field's name says. */
const MEANINGS: readonly (readonly [RegExp, Meaning])[] = [
  [/^(?:mrn|chart(?:no|number)?|medicalrecord(?:no|number)?)$/, number('mrn')],
  [/^(?:account|acct)(?:no|id|number|num)?$/, number('account')],
  [/^(?:last|first|family|given|sur|middle|maiden)name$|^(?:last|first)$/, NAME],
  [/^(?:full|display)?name$/, FULL_NAME],
  [/^(?:dob|birth(?:date|dt|day)|dateofbirth)$/, BIRTH],
  [/^age$/, AGE],
  [/^(?:home|mobile|cell|work|contact)?(?:phone|mobile|cell|tel|telephone)(?:no|number)?$/, PHONE],
  [/^(?:home|street|mailing|postal)?(?:address|addr|street)(?:line)?$/, ADDRESS],
];

function meaningOf(person: string, rest: string): Meaning | undefined {
  const bare = rest.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (/^(?:id|ids|no|nr|num|number|key|identifier|ref)?$/.test(bare))
    return /^pa?t/.test(person) ? number('mrn') : bare === '' ? undefined : number('plan');
  return MEANINGS.find(([says]) => says.test(bare))?.[1];
}

/** The patient module of DICOM, PS3.3 C.7.1.1. */
const DICOM_TAGS: Readonly<Record<string, Meaning>> = Object.fromEntries(
  (
    [
      ['0010', NAME],
      ['0020', { ...number('mrn'), accept: (value: string) => digitsIn(value) >= 4 }],
      ['0030', BIRTH],
      ['1000', number('mrn')],
      ['1010', AGE],
      ['1040', ADDRESS],
      ['1060', NAME],
      ['2154', PHONE],
    ] as const
  ).flatMap(([element, meaning]) => [
    [`0010,${element}`, meaning],
    [`0010${element}`, meaning],
  ]),
);

function* hitIn(raw: string, offset: number, meaning: Meaning): Generator<Hit> {
  const value = meaning.value.exec(raw)?.[0];
  if (value === undefined || isPlaceholder(value) || NO_VALUE.test(value)) return;
  if (meaning.accept && !meaning.accept(value)) return;
  yield hitOf(meaning.kind, meaning.sort, value, offset);
}

/** Types and column names that stand where a value would. */
const NO_VALUE =
  /^(?:string|text|varchar\d*|char|date|int(?:eger)?|number|null|true|false|required|optional|first|last|family|given|name)\b/i;
