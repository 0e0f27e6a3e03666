import { type Detector, digitsIn, type FoundValue, type Hit, type ValueSort } from './detector.ts';
import { isPlaceholder } from './placeholder.ts';

/** FHIR resources about a person, in JSON, YAML and XML; a resource with no value of a person in it is none. */
export const fhir: Detector = {
  words: ['resourcetype', 'patient/', '<patient', '<relatedperson', '<person', '<coverage'],
  *find(text) {
    const starts = [...text.matchAll(TYPE)];
    const brackets = starts.length > 0 ? bracketsOf(text) : [];
    for (const match of starts) {
      const [start, end] = rangeAround(text, match.index, brackets);
      yield* resource(text, start, end, match[1] ?? '', KEYS);
    }
    yield* references(text);
    for (const { index, 1: name = '' } of text.matchAll(XML_START)) {
      const end = text.indexOf(`</${name}>`, index);
      yield* resource(
        text,
        index,
        Math.min(end < 0 ? text.length : end, index + LONGEST),
        name,
        ELEMENTS,
      );
    }
  },
};

const TYPE =
  /resourceType\\{0,3}["']?\s{0,4}[:=]\s{0,4}\\{0,3}["']?(Patient|RelatedPerson|Person|Coverage)\b/g;
const XML_START = /<(Patient|RelatedPerson|Person|Coverage)(?:\s[^>]{0,200})?>/g;

/** More of one resource is not looked at: it has told its patient long before. */
const LONGEST = 20_000;

const KEYS =
  /\b(family|given|text|birthDate|value|subscriberId|postalCode|line)\\{0,3}["']?\s{0,4}:\s{0,4}(?:\[\s{0,20})?\\{0,3}["']?([^"'\\\n,\]}]{2,120})/g;
const ELEMENTS =
  /<(family|given|birthDate|value|text|line|postalCode|subscriberId)\s[^>]{0,80}?value=["']([^"']{2,120})/g;

const SORTS: Readonly<Record<string, ValueSort>> = {
  family: 'name',
  given: 'name',
  text: 'name',
  birthDate: 'date',
  value: 'number',
  subscriberId: 'number',
};

/** A `value` of these is one of `telecom`; the values of an identifier have no such groups. */
const PUNCTUATED = /^\+?[\d(][\d()]*(?:[-. ]+[\d()]+){1,5}$/;

function* resource(
  text: string,
  start: number,
  end: number,
  type: string,
  keys: RegExp,
): Generator<Hit> {
  const values: FoundValue[] = [];
  for (const match of text.slice(start, end).matchAll(keys)) {
    const [whole, key = '', raw = ''] = match;
    if (type === 'Coverage' && key !== 'subscriberId' && key !== 'value') continue;
    const value = raw.trim();
    if (value.length < 2 || isPlaceholder(value) || /^(?:https?:|urn:)/.test(value)) continue;
    values.push({
      sort: key === 'value' && PUNCTUATED.test(value) ? 'phone' : (SORTS[key] ?? 'other'),
      value,
      offset: start + match.index + whole.length - raw.length,
    });
  }
  const [first, ...rest] = values;
  if (first !== undefined) yield { kind: 'fhir', start, end, values: [first, ...rest] };
}

/** What points at one patient: a number, or a name that is shown for it. */
function* references(text: string): Generator<Hit> {
  for (const match of text.matchAll(REFERENCE)) {
    const [whole, id = '', name] = match;
    const end = match.index + whole.length;
    const values: FoundValue[] = [];
    if (digitsIn(id) >= 4)
      values.push({ sort: 'number', value: id, offset: match.index + whole.indexOf(id) });
    if (name !== undefined && !isPlaceholder(name))
      values.push({ sort: 'name', value: name, offset: match.index + whole.lastIndexOf(name) });
    const [first, ...rest] = values;
    if (first) yield { kind: 'fhir', start: match.index, end, values: [first, ...rest] };
  }
}

const REFERENCE =
  /\breference\\{0,3}["']?\s{0,4}[:=]\s{0,4}\\{0,3}["']?(?:https?:[^\s"']{1,100}\/)?Patient\/([A-Za-z0-9.-]{1,64})(?:\\{0,3}["']?\s{0,20},?\s{0,20}\\{0,3}["']?display\\{0,3}["']?\s{0,4}[:=]\s{0,4}\\{0,3}["']?([\p{L}][\p{L}'., -]{2,60}))?/gu;

/** The pairs of braces of a text, as they close. */
function bracketsOf(text: string): [number, number][] {
  const open: number[] = [];
  const pairs: [number, number][] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 123) open.push(at);
    else if (code === 125) {
      const start = open.pop();
      if (start !== undefined) pairs.push([start, at + 1]);
    }
  }
  return pairs.sort((a, b) => a[0] - b[0]);
}

/** The braces next around an offset; where there are none, the lines up to an empty one. */
function rangeAround(
  text: string,
  offset: number,
  pairs: readonly [number, number][],
): [number, number] {
  let [low, high] = [0, pairs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[middle]?.[0] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  for (let at = low - 1, seen = 0; at >= 0 && seen < 200; at--, seen++) {
    const pair = pairs[at];
    if (pair && pair[1] > offset) return [pair[0], Math.min(pair[1], pair[0] + LONGEST)];
  }
  const end = text.indexOf('\n\n', offset);
  return [offset, Math.min(end < 0 ? text.length : end, offset + 1500)];
}
