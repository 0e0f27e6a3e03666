import {
  type Detector,
  digitsIn,
  type FoundValue,
  groupHits,
  type Hit,
  isRecordNumber,
  type ValueSort,
} from './detector.ts';
import { isPlaceholder } from './placeholder.ts';

/** Segments about a person in HL7 v2 messages, whatever their delimiter, wrapped or escaped; and in their XML form. */
export const hl7: Detector = {
  anchor: /(?:PID|NK1|GT1|IN1|MRG|PV1)[^\sA-Za-z0-9]/g,
  *find(text) {
    for (const match of text.matchAll(START)) {
      const hit = readSegment(text, match);
      if (hit !== null) yield hit;
    }
    yield* xmlFields(text);
    yield* groupHits(text, NAMED_FIELD, 'hl7', 'name');
    yield* groupHits(text, NUMBERED_FIELD, 'hl7', 'number', (value) => isRecordNumber(value));
  },
};

const START =
  /(?:(?<![A-Za-z0-9_$|^~&#*-])|(?<=\\[rn]))(PID|NK1|GT1|IN1|MRG|PV1)([^\sA-Za-z0-9,;:.()[\]{}"'`<>/\\=_-])/g;

/** What each field holds that tells who it is, by its number; fields of other numbers are left aside. */
const FIELDS: Readonly<Record<string, Readonly<Record<number, ValueSort>>>> = {
  PID: {
    ...{ 2: 'number', 3: 'number', 4: 'number', 5: 'name', 6: 'name', 7: 'date', 9: 'name' },
    ...{ 11: 'other', 13: 'phone', 14: 'phone', 18: 'number', 19: 'number', 20: 'number' },
    ...{ 21: 'number', 29: 'date' },
  },
  NK1: { 2: 'name', 4: 'other', 5: 'phone', 6: 'phone', 16: 'date', 30: 'name', 33: 'number' },
  GT1: {
    2: 'number',
    3: 'name',
    4: 'name',
    5: 'other',
    6: 'phone',
    7: 'phone',
    8: 'date',
    12: 'number',
  },
  PV1: { 19: 'number', 50: 'number' },
  MRG: { 1: 'number', 2: 'number', 3: 'number', 4: 'number', 5: 'number', 7: 'name' },
  IN1: { 2: 'other', 16: 'name', 18: 'date', 19: 'other', 36: 'number', 49: 'number' },
};

/** The value of a field that a sentence tells by the field's number. */
const VERB = String.raw`["'\x60*]{0,2}(?:\s{0,2}[:=]|\s(?:is|was|were|has|had|held|holds|contains|contained|said|says|shows|showed|reads))?[\s"'\x60*]{1,4}`;
const NAMED_FIELD = new RegExp(
  String.raw`\b(?:PID[-.]?[59]|NK1[-.]?2|GT1[-.]?3|MRG[-.]?7)(?:\.\d)?${VERB}([A-Z][A-Za-z'-]{1,30}\^[A-Z][A-Za-z'-]{0,30})`,
  'dg',
);
const NUMBERED_FIELD = new RegExp(
  String.raw`\b(?:PID[-.]?(?:2|3|4|18|19)|MRG[-.]?[14])(?:\.\d)?${VERB}([A-Z]{0,3}\d{5,14})(?![\w-])`,
  'dg',
);

function readSegment(text: string, match: RegExpExecArray): Hit | null {
  const [, name = '', delimiter = ''] = match;
  const end = endOfSegment(text, match.index, delimiter);
  const values: FoundValue[] = [];
  let offset = match.index;
  for (const [index, whole] of text.slice(match.index, end).split(delimiter).entries()) {
    const sort = FIELDS[name]?.[index];
    if (sort !== undefined && !(name === 'IN1' && index === 2))
      values.push(...valuesOf(whole, sort, offset));
    offset += whole.length + 1;
  }
  const [first, ...rest] = values;
  return first === undefined
    ? null
    : { kind: 'hl7', start: match.index, end, values: [first, ...rest] };
}

/** The values of a field, one for each repetition; placeholders, lone digits and letters are none. */
function* valuesOf(field: string, sort: ValueSort, offset: number): Generator<FoundValue> {
  let at = offset;
  for (const repetition of field.split('~')) {
    const lead = repetition.length - repetition.trimStart().length;
    const clean = repetition.trim().replace(/["'`,]+$/, '');
    const parts = clean.split(/[\^%&*]/);
    const value =
      sort === 'name' || sort === 'other'
        ? parts
            .slice(0, sort === 'name' ? 2 : 5)
            .filter(Boolean)
            .join('^')
        : (parts.find(Boolean) ?? '');
    const told =
      sort === 'number' || sort === 'phone'
        ? digitsIn(value) >= 3
        : sort === 'date'
          ? digitsIn(value) >= 6
          : value.length >= 2;
    // Brackets stand in patterns and templates.
    if (told && !/[[\]{}]/.test(value) && !isPlaceholder(value))
      yield { sort, value: sort === 'date' ? value.slice(0, 8) : value, offset: at + lead };
    at += repetition.length + 1;
  }
}

/** Where a segment ends: at the next one, an empty line, a return that is written out, or the end of a literal. */
function endOfSegment(text: string, start: number, delimiter: string): number {
  const limit = Math.min(text.length, start + 4000);
  let lineStart = start;
  for (;;) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline < 0 || newline > limit ? limit : newline;
    const line = text.slice(lineStart, lineEnd);
    const literal = /\\r|\\n|\\x0d|\r|&#13;/.exec(line);
    if (literal) return lineStart + literal.index;
    const joined = nextInLine(line, delimiter);
    if (joined > 0) return lineStart + joined;
    if (lineEnd === limit) return limit;
    const next = text.slice(lineEnd + 1, lineEnd + 80).trimStart();
    const isMore =
      next.slice(0, 80).split('\n')[0]?.includes(delimiter) &&
      !/^[A-Z][A-Z0-9]{2}\W/.test(next) &&
      !next.startsWith(`${delimiter} `);
    if (!isMore) return lineEnd;
    lineStart = lineEnd + 1;
  }
}

/** Where the next segment begins in a line that several were put into; -1 where none does. */
const nextInLine = (line: string, delimiter: string): number =>
  line.split(delimiter).reduce<{ at: number; found: number }>(
    ({ at, found }, part, index, parts) => ({
      at: at + part.length + 1,
      found:
        found < 0 && index < parts.length - 1 && / [A-Z]{2}[A-Z0-9]$/.test(part)
          ? at + part.length - 4
          : found,
    }),
    { at: 0, found: -1 },
  ).found;

const XML =
  /<((?:PID\.(?:2|3|4|5|7|11|13|14|18|19|20)|NK1\.(?:2|4|5)|GT1\.(?:2|3|5|6|8|12)|IN1\.(?:16|18|19|36|49)))(?:\s[^>\n]{0,80})?>([\s\S]{0,400}?)<\/\1>/g;

function* xmlFields(text: string): Generator<Hit> {
  for (const match of text.matchAll(XML)) {
    const [whole, field = '', inner = ''] = match;
    const value = inner
      .replaceAll(/<[^>]{0,80}>/g, ' ')
      .trim()
      .replaceAll(/\s+/g, '^');
    if (value.length < 2 || isPlaceholder(value)) continue;
    const sort = FIELDS[field.slice(0, 3)]?.[Number(field.slice(4))] ?? 'other';
    const offset = match.index + whole.indexOf(inner);
    const end = match.index + whole.length;
    yield { kind: 'hl7', start: match.index, end, values: [{ sort, value, offset }] };
  }
}
