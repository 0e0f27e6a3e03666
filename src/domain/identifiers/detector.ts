/** The identifiers of 45 CFR 164.514(b)(2)(i) that have a form, and the records that hold several of them. */
export const identifierKinds = {
  hl7: { label: 'a patient segment of an HL7 message', whose: 'patient' },
  fhir: { label: 'a FHIR resource about a patient', whose: 'patient' },
  edi: { label: 'a person in an X12 message', whose: 'patient' },
  table: { label: 'a table of patients', whose: 'patient' },
  url: { label: 'an address that leads to one patient', whose: 'patient' },
  ssn: { label: 'a social security number', whose: 'patient' },
  plan: { label: 'a number of a health plan', whose: 'patient' },
  vehicle: { label: 'a vehicle number', whose: 'patient' },
  device: { label: 'a serial number of a medical device', whose: 'patient' },
  licence: { label: 'a number of a licence or certificate', whose: 'patient' },
  account: { label: 'an account number', whose: 'patient' },
  mrn: { label: 'a medical record number', whose: 'patient' },
  date: { label: 'a date of birth, of a stay or of a death', whose: 'patient' },
  age: { label: 'an age over 89', whose: 'patient' },
  name: { label: 'the name of a patient or relative', whose: 'patient' },
  ip: { label: 'the IP address of a person', whose: 'patient' },
  email: { label: 'a mail address', whose: 'anybody' },
  phone: { label: 'a phone or fax number', whose: 'anybody' },
  address: { label: 'a postal address', whose: 'anybody' },
} as const satisfies Record<string, { label: string; whose: 'patient' | 'anybody' }>;

export type IdentifierKind = keyof typeof identifierKinds;

/** What a value is compared as, when it is looked up in the list of made-up ones. */
export type ValueSort = 'name' | 'number' | 'phone' | 'date' | 'other';

/** A value and where it begins. */
export interface FoundValue {
  readonly sort: ValueSort;
  readonly value: string;
  readonly offset: number;
}

/** Something in a text that looks like an identifier; offsets are those of the text that was given. */
export interface Hit {
  readonly kind: IdentifierKind;
  readonly start: number;
  readonly end: number;
  /** At least one, in the order of the text. */
  readonly values: readonly [FoundValue, ...FoundValue[]];
}

/** Finds one family of identifiers; both ways in time that grows with the length of the text and nothing else. */
export interface Detector {
  /** Small letters at which it is worth looking closer, sought at once for all detectors; with `$` no letter follows. */
  readonly words?: readonly string[];
  /** A cheap pattern with the flag `g` for such places where no word stands. */
  readonly anchor?: RegExp;
  /** Looks at the places, which are in order. */
  readonly find: (text: string, places: readonly number[]) => Iterable<Hit>;
}

/** A way to look at the text around each place: the line, the next one, and at most 250 and 400 characters. */
export function nearby(
  near: RegExp,
  find: (text: string) => Iterable<Hit>,
): (text: string, places: readonly number[]) => Generator<Hit> {
  return function* (text, places) {
    for (const [from, until] of windowsOf(text, places)) {
      const window = text.slice(from, until);
      if (near.test(window)) for (const hit of find(window)) yield shifted(hit, from);
    }
  };
}

function* windowsOf(text: string, places: readonly number[]): Generator<readonly [number, number]> {
  let [from, until] = [-1, -1];
  for (const place of places) {
    const start = Math.max(lineStart(text, place), place - 250);
    if (start < until) {
      until = Math.max(until, windowEnd(text, place));
      continue;
    }
    if (until >= 0) yield [from, until];
    from = start;
    until = windowEnd(text, place);
  }
  if (until >= 0) yield [from, until];
}

const lineStart = (text: string, offset: number): number => {
  const from = Math.max(0, offset - 250);
  return from + text.slice(from, offset).lastIndexOf('\n') + 1;
};

function windowEnd(text: string, offset: number): number {
  const ahead = text.slice(offset, offset + 400);
  const first = ahead.indexOf('\n');
  const second = first < 0 ? -1 : ahead.indexOf('\n', first + 1);
  return offset + (second < 0 ? ahead.length : second);
}

function shifted(hit: Hit, by: number): Hit {
  const [first, ...rest] = hit.values.map((one) => ({ ...one, offset: one.offset + by }));
  const values = first === undefined ? hit.values : ([first, ...rest] as const);
  return { ...hit, start: hit.start + by, end: hit.end + by, values };
}

/** A hit that is one value. */
export const hitOf = (
  kind: IdentifierKind,
  sort: ValueSort,
  value: string,
  offset: number,
): Hit => ({
  kind,
  start: offset,
  end: offset + value.length,
  values: [{ sort, value, offset }],
});

/** Hits of the first group of a pattern with the flags `d` and `g`, as far as `accept` takes them. */
export function* groupHits(
  text: string,
  pattern: RegExp,
  kind: IdentifierKind,
  sort: ValueSort,
  accept: (value: string, match: RegExpExecArray) => boolean = () => true,
): Generator<Hit> {
  for (const match of text.matchAll(pattern)) {
    const value = match[1];
    const span = match.indices?.[1];
    if (value === undefined || span === undefined || !accept(value, match)) continue;
    yield hitOf(kind, sort, value, span[0]);
  }
}

/** What may stand between the name of a field and its value: punctuation and a few small words. */
const GAP = String.raw`(?:\([mdyMDYtj/. -]{2,12}\)|</?[a-z]{1,6}>|[\s:=#.,"'\x60*_>()|\[\]\\º°-]|\b(?:no|n(?=[º°])|nos|nr|num|number|numbers|id|is|was|of|in|on|at|as|to|for|the|file|value|from|date|reads|shows|am|el|es|ist|de|del|der|des|la|patient|patientin|patienten|paciente|recipient)\b){0,14}`;

/** A pattern for values that follow a name; `labels` and `value` are sources without groups. */
export const labelled = (labels: string, value: string): RegExp =>
  new RegExp(String.raw`(?<![A-Za-z])(?:${labels})${GAP}(${value})`, 'dgi');

/** A word of letters, digits and hyphens, as numbers of records are written. */
export const WORD = String.raw`(?<![A-Za-z0-9])(?=[A-Za-z-]{0,6}\d)[A-Za-z0-9][A-Za-z0-9-]{3,24}(?![A-Za-z0-9])`;

/** Digits in groups with spaces between them, as on cards, perhaps after one or two letters. */
export const GROUPS = String.raw`(?<![A-Za-z0-9])(?:[A-Z]{1,2} )?\d{2,4}(?: \d{2,4}){2,4}(?![\w-])`;

/** How many digits a text has. */
export const digitsIn = (text: string): number => text.replaceAll(/\D/g, '').length;

/** Whether a word can be the number of a record: digits, perhaps with a short prefix, and no date or hash. */
export const isRecordNumber = (word: string, digits = 5): boolean =>
  digitsIn(word) >= digits &&
  digitsIn(word) * 2 >= word.replaceAll('-', '').length &&
  !/^\d{4}-\d\d-\d\d(?!\d)|^(?:19|20)\d\d-W?\d\d$/.test(word) &&
  !/^[0-9a-f]{8}-[0-9a-f]{4}/i.test(word) &&
  !/^(.)\1*$/.test(word.replaceAll(/\D/g, ''));

/** The line around an offset, or the 300 characters around it where that is less. */
export function lineAround(text: string, start: number, end: number): string {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 150);
  const next = text.indexOf('\n', end);
  return text.slice(from, Math.min(next < 0 ? text.length : next, end + 150));
}
