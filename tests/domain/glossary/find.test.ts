import { expect, test } from 'vitest';
import { findTerms } from '../../../src/domain/glossary/find.ts';
import { vocabularyOf } from '../../../src/domain/glossary/vocabulary.ts';
import { corpusOf, entryOf } from '../values.ts';

const term = (name: string, more: Readonly<Record<string, unknown>> = {}) =>
  entryOf('glossary', name.toLowerCase().replaceAll(' ', '-'), { term: name, plain: '-', ...more });

const vocabulary = vocabularyOf(
  corpusOf(
    term('ADT', { expansion: 'Admit, discharge, transfer' }),
    term('Dead letter'),
    term('Letter'),
    term('HL7 v2', { also_written: ['HL7v2'] }),
    term('Exit ramp'),
    term('Policy'),
    term('Batch'),
    term('Gate', { status: 'retired' }),
    entryOf('glossary', 'empty', { term: 'Empty' }),
  ),
);

const found = (text: string): string[] =>
  findTerms(text, vocabulary).map(({ start, end }) => text.slice(start, end));

test('the longest term at a place is found, in any case and broken over lines', () => {
  expect(found('A Dead\nletter is no letter. DEAD LETTER.')).toEqual([
    'Dead\nletter',
    'letter',
    'DEAD LETTER',
  ]);
});

test('abbreviations are found in their own capitals only', () => {
  expect(found('ADT, adt, Adt, ADTs')).toEqual(['ADT', 'ADTs']);
  expect(found('HL7 v2 or HL7v2, not hl7 V2')).toEqual(['HL7 v2', 'HL7v2']);
});

test('what an abbreviation stands for, plurals, hyphens and other spellings are found too', () => {
  expect(found('admit, discharge, transfer; policies; batches; exit-ramps')).toEqual([
    'admit, discharge, transfer',
    'policies',
    'batches',
    'exit-ramps',
  ]);
});

test('parts of longer words, of names, paths and fields are left alone', () => {
  const texts =
    'letters2 letterbox ADT^A08 ADT_A01 non-ADT ADT-free /letter/ letter.txt a.letter $ADT';
  expect(found(texts)).toEqual([]);
  expect(found('(ADT) "letter", ADT: letter. ADT’s')).toEqual([
    'ADT',
    'letter',
    'ADT',
    'letter',
    'ADT',
  ]);
});

test('terms that are retired or have no meaning are not looked for', () => {
  expect(vocabulary.terms.map(({ name }) => name)).not.toContain('Gate');
  expect(found('gate, empty')).toEqual([]);
});

test('a text is read in one pass, however many terms begin alike', () => {
  const many = vocabularyOf(
    corpusOf(...Array.from({ length: 500 }, (_, index) => term(`data set kind ${index}`))),
  );
  // One branch a word, not one for each term.
  expect(many.starts.size).toBe(1);
  expect(findTerms('data set kind 499 data set data', many)).toHaveLength(1);
});
