import { DAY } from './dates.ts';
import {
  type Detector,
  digitsIn,
  type FoundValue,
  type Hit,
  isRecordNumber,
  type ValueSort,
} from './detector.ts';
import { isPlaceholder } from './placeholder.ts';

/** Tables, in CSV or in Markdown, whose headings say that each row is about a person. */
export const tables: Detector = {
  words: [
    'mrn',
    'medical',
    'name',
    'dob',
    'birth',
    'geburt',
    'ssn',
    'social',
    'patient',
    'member',
    'subscriber',
    'guarantor',
    'pat$',
    'pt$',
    'nachname',
    'vorname',
    'surname',
    'last',
    'first',
    'apellido',
    'nombre',
    'fecha',
    'geb',
    'phone',
  ],
  *find(text, places) {
    let end = -1;
    for (const place of places) {
      if (place < end) continue;
      const start = text.lastIndexOf('\n', place) + 1;
      const header = lineAt(text, start);
      end = header.next;
      if (header.text.length > 1000 || !isHeading(header.text)) continue;
      const table = readTable(text, start, header);
      if (table === null) continue;
      end = table.end;
      if (table.hit !== null) yield table.hit;
    }
  },
};

/** Whether a line can name columns: several short cells. */
function isHeading(line: string): boolean {
  const parts = line.split(/[,;\t|]/);
  return parts.length > 1 && parts.every((part) => part.length <= 40);
}

interface Column {
  readonly says: RegExp;
  readonly sort: ValueSort;
  /** Tells a person by itself; two of the others are needed. */
  readonly strong: boolean;
  readonly holds: (value: string) => boolean;
}

const isDay = (value: string) => new RegExp(`^${DAY}`).test(value);
const isWords = (value: string) =>
  /^[\p{Lu}][\p{L}'.-]+(?:(?:,? |\^)[\p{Lu}][\p{L}'.-]*){0,3}$/u.test(value);

const COLUMNS: readonly Column[] = [
  {
    says: /^(?:mrn|medicalrecord(?:no|number)?|patient(?:en)?(?:id|no|nr|nummer|number)|(?:pat|pt)(?:mrn|id|no|nr)|patientmrn|nhc|historiaclinica)$/,
    sort: 'number',
    strong: true,
    holds: (value) => isRecordNumber(value, 4),
  },
  {
    says: /^(?:patient|pat|pt|member|guarantor)?(?:ssn|socialsecurity(?:no|number)?)$/,
    sort: 'number',
    strong: true,
    holds: (value) => digitsIn(value) === 9,
  },
  {
    says: /^(?:patient|pat|pt)?(?:dob|birthdate|birthdt|dateofbirth|birthday|geburts?(?:datum|tag)|geb(?:datum)?|fecha(?:de)?nac(?:imiento)?)$/,
    sort: 'date',
    strong: true,
    holds: isDay,
  },
  {
    says: /^(?:member|subscriber|insured|medicare|medicaid|mbi)(?:id|no|number)?$/,
    sort: 'number',
    strong: true,
    holds: (value) => isRecordNumber(value, 5),
  },
  {
    says: /^(?:patient|pat|pt|paciente)(?:full|first|last)?(?:name)?$|^(?:guarantor|member|subscriber|insured)(?:full|first|last)?name$|^nombredel?paciente$/,
    sort: 'name',
    strong: true,
    holds: (value) => isWords(value) || isRecordNumber(value, 6),
  },
  {
    says: /^(?:first|given|last|family|sur)name$|^(?:vor|nach)name$|^(?:last|first)$|^apellidos?$|^nombres?$/,
    sort: 'name',
    strong: false,
    holds: isWords,
  },
  {
    says: /^(?:home|cell|mobile)?(?:phone|tel|telephone)(?:no|number)?$/,
    sort: 'phone',
    strong: false,
    holds: (value) => digitsIn(value) >= 7,
  },
  {
    says: /^zip(?:code)?$|^postalcode$/,
    sort: 'other',
    strong: false,
    holds: (value) => /^\d{5}/.test(value),
  },
];

/** The person in a table and where it ends; null for what has no telling heading. */
function readTable(
  text: string,
  start: number,
  header: Line,
): { hit: Hit | null; end: number } | null {
  const delimiter = ['\t', '|', ';', ','].find((one) => header.text.includes(one)) ?? ',';
  const heads = cells(header.text, delimiter, start).map(({ value }) => columnOf(value));
  const telling = heads.filter(Boolean).length;
  if (!heads.some((column) => column?.strong) && telling < 2) return null;
  // A row of a Markdown table is no heading of the rows below it.
  if (
    delimiter === '|' &&
    telling < 2 &&
    !/^[\s|:-]*--[\s|:-]*$/.test(lineAt(text, header.next).text)
  )
    return null;
  let at = header.next;
  const values: FoundValue[] = [];
  for (let row = 0; row < ROWS && at < text.length; row++) {
    const line = lineAt(text, at);
    const found = cells(line.text, delimiter, at);
    if (line.text.trim() === '' || found.length < 2) break;
    if (found.length === heads.length) values.push(...personIn(found, heads));
    at = line.next;
  }
  const [first, ...rest] = values;
  const hit: Hit | null =
    first === undefined ? null : { kind: 'table', start, end: at, values: [first, ...rest] };
  return { hit, end: at };
}

/** More rows are not looked at: the table has been told apart long before. */
const ROWS = 2000;

function personIn(row: readonly Cell[], heads: readonly (Column | undefined)[]): FoundValue[] {
  const told = row.flatMap(({ value, offset }, index) => {
    const column = heads[index];
    return column?.holds(value) && !isPlaceholder(value) ? [{ column, value, offset }] : [];
  });
  const isPerson = told.some(({ column }) => column.strong) || told.length >= 2;
  return isPerson
    ? told.map(({ column, value, offset }) => ({ sort: column.sort, value, offset }))
    : [];
}

const columnOf = (heading: string): Column | undefined => {
  const bare = heading
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
  return bare.length > 24 ? undefined : COLUMNS.find(({ says }) => says.test(bare));
};

interface Cell {
  readonly value: string;
  readonly offset: number;
}

/** The cells of a line; quotes around a cell are taken off, and a delimiter inside them is none. */
function cells(line: string, delimiter: string, start: number): Cell[] {
  const found: Cell[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at <= line.length; at++) {
    if (line[at] === '"') quoted = !quoted;
    if (at < line.length && (line[at] !== delimiter || quoted)) continue;
    const raw = line.slice(from, at);
    const value = raw.trim().replaceAll(/^"|"$/g, '');
    found.push({ value, offset: start + from + Math.max(0, raw.indexOf(value)) });
    from = at + 1;
  }
  return found;
}

interface Line {
  readonly text: string;
  /** Where the next line begins. */
  readonly next: number;
}

function lineAt(text: string, start: number): Line {
  const end = text.indexOf('\n', start);
  return end < 0
    ? { text: text.slice(start), next: text.length }
    : { text: text.slice(start, end), next: end + 1 };
}
