import { textsOf } from '../graph/fields.ts';
import { narrowFiles, narrowNames, narrowNumbers, pathPattern, rangeOf } from './breadth.ts';
import type { FoundValue, ValueSort } from './detector.ts';
import { isReservedDomain } from './emails.ts';
import { isFictionalPhone } from './phones.ts';

type Data = Readonly<Record<string, unknown>>;

/** Whether a value may stand in the handbook as made up, or as that of an organisation. */
export type Approval = (value: FoundValue) => boolean;

/**
 * What `synthetic`, `contacts` and the mail domains of engagement.yaml allow, and what nobody has:
 * 555-01xx numbers and the domains of RFC 2606. `contacts` are further phone numbers and addresses. What in
 * `synthetic` covers too much allows nothing.
 */
export function approvalOf(engagement: Data, contacts: ReadonlySet<string> = new Set()): Approval {
  const synthetic = (engagement['synthetic'] ?? {}) as Data;
  const isNumber = numberList(narrowNumbers(textsOf(synthetic, 'numbers')));
  const dates = new Set(textsOf(synthetic, 'dates').map(dayOf));
  const people = narrowNames(textsOf(synthetic, 'names')).map(wordsOf);
  const others = new Set(textsOf(synthetic, 'others').map(plain));
  const own = new Set([...textsOf(engagement, 'contacts').map(contactKey), ...contacts]);
  const domains = ownDomains(engagement);
  return ({ sort, value }) => {
    if (others.has(plain(value))) return true;
    // A number of a record may have the digits of a phone number, and is none.
    if (sort === 'phone' && isFictionalPhone(value)) return true;
    if (isContact(sort, value) && own.has(contactKey(value))) return true;
    if (sort === 'date') return dates.has(dayOf(value));
    if (sort === 'name') return people.some((person) => includesAll(person, wordsOf(value)));
    const domain = /^[^@\s/]+@([^@\s]+)$/.exec(value)?.[1];
    if (domain !== undefined)
      return isReservedDomain(domain) || domains.some((one) => isWithin(domain, one));
    return isNumber(value);
  };
}

const isContact = (sort: ValueSort, value: string): boolean =>
  sort === 'phone' || sort === 'other' || value.includes('@');

const plain = (value: string): string =>
  value
    .toLowerCase()
    .replaceAll(/[\s^,]+/g, ' ')
    .trim();

/** A contact as it is compared: a phone number by its last ten digits, anything else by its letters. */
export const contactKey = (value: string): string => {
  const digits = value.replaceAll(/\D/g, '');
  return digits.length >= 7 && !/[a-z]{3}/i.test(value) ? digits.slice(-10) : plain(value);
};

const wordsOf = (name: string): string[] => plain(name).replaceAll(/[.'*]/g, '').split(' ');

const includesAll = (whole: readonly string[], parts: readonly string[]): boolean =>
  parts.every((part) => whole.includes(part));

/** Numbers as they stand, a beginning with a star after it, or a range such as `900000-900999`. */
function numberList(list: readonly string[]): (value: string) => boolean {
  const whole = new Set(list.map(bare));
  const starts = list.filter((one) => one.endsWith('*')).map(bare);
  const ranges = list.flatMap((one) => {
    const range = rangeOf(one);
    return range === null ? [] : [range];
  });
  return (value) => {
    const number = bare(value);
    const inRange = ([from, to]: readonly [string, string]) =>
      /^\d+$/.test(number) && number.length === from.length && from <= number && number <= to;
    return (
      whole.has(number) || starts.some((start) => number.startsWith(start)) || ranges.some(inRange)
    );
  };
}

const bare = (number: string): string => number.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

const MONTHS = [
  ...[/jan|jän|ene/, /feb/, /mar|mär/, /apr|abr/, /may|mai/, /jun/, /jul/, /aug|ago/, /sep/],
  ...[/oct|okt/, /nov/, /dec|dez|dic/],
];

/** A day however it is written, as `19700101`; month before day where both are possible, but for dots. */
function dayOf(value: string): string {
  const text = value.toLowerCase();
  const month = MONTHS.findIndex((name) => name.test(text)) + 1;
  const numbers = text.match(/\d+/g) ?? [];
  const two = (number: string | number = '') => String(number).padStart(2, '0');
  if (month > 0) {
    const [day, year] = numbers;
    return `${year}${two(month)}${two(day)}`;
  }
  const [first = '', second, third] = numbers;
  if (second === undefined) return first.slice(0, 8);
  if (first.length === 4) return `${first}${two(second)}${two(third?.slice(0, 2))}`;
  const year = third?.length === 2 ? `19${third}` : third;
  const isDayFirst = Number(first) > 12 || (text.includes('.') && Number(second) <= 12);
  return `${year}${isDayFirst ? two(second) + two(first) : two(first) + two(second)}`;
}

const isWithin = (domain: string, own: string): boolean => {
  const small = domain.toLowerCase();
  return small === own || small.endsWith(`.${own}`);
};

const ownDomains = (engagement: Data): string[] =>
  ['customer', 'vendor'].flatMap((side) =>
    textsOf((engagement[side] ?? {}) as Data, 'domains').map((one) => one.toLowerCase()),
  );

/** Paths of files that are declared as made up, as patterns with stars. */
export function declaredFiles(engagement: Data): (path: string) => boolean {
  const synthetic = (engagement['synthetic'] ?? {}) as Data;
  return pathPatterns(narrowFiles(textsOf(synthetic, 'files')));
}

/** Whether a path is one of those that patterns name. */
export function pathPatterns(patterns: readonly string[]): (path: string) => boolean {
  const all = patterns.map(pathPattern);
  return (path) => all.some((isNamed) => isNamed(path));
}
