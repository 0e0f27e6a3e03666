import { describe, expect, test } from 'vitest';
import { approvalOf } from '../../src/domain/identifiers/approved.ts';
import { tooBroadIn } from '../../src/domain/identifiers/breadth.ts';
import { identifiersIn } from '../../src/domain/identifiers/detect.ts';

const passes = (text: string, engagement: Readonly<Record<string, unknown>>): boolean => {
  const approved = approvalOf(engagement);
  return identifiersIn(text).every(({ values }) => values.every(approved));
};

describe('what covers too much', () => {
  const documents = ['engagement.yaml', 'glossary/mrn.mdx'];
  const many = (count: number) => Array.from({ length: count }, (_, one) => `Opal Test${one}`);
  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['a range of every number', { numbers: ['0000000-9999999'] }],
    ['a range of one too many', { numbers: ['9000000-9010000'] }],
    ['a range of two lengths', { numbers: ['9000-99999'] }],
    ['a bare star', { numbers: ['*'] }],
    ['two digits', { numbers: ['12*'] }],
    ['one letter', { numbers: ['A*'] }],
    ['a star in front', { numbers: ['*123'] }],
    ['many family names in one', { names: ['Smith Jones Miller Garcia'] }],
    ['one word', { names: ['Smith'] }],
    ['a 51st name', { names: many(51) }],
    ['every file', { files: ['**'] }],
    ['every file of a folder', { files: ['*/*'] }],
    ['documents', { files: ['glossary/*'] }],
  ])('%s', (_, synthetic) => {
    expect([...tooBroadIn(synthetic, documents)]).toHaveLength(1);
  });
  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['a range', { numbers: ['9000000-9009999'] }],
    ['beginnings', { numbers: ['SYN*', '900*'] }],
    ['numbers', { numbers: ['9000417', 'A-17'] }],
    ['names', { names: many(50) }],
    ['files beside documents', { files: ['evals/*.csv', 'evals/**'] }],
  ])('not %s', (_, synthetic) => {
    expect([...tooBroadIn(synthetic, documents)]).toEqual([]);
  });
  test('lets nothing pass', () => {
    expect(passes('MRN 4471902', { synthetic: { numbers: ['0000000-9999999'] } })).toBe(false);
    expect(passes('MRN 9004417', { synthetic: { numbers: ['9000000-9009999'] } })).toBe(true);
    const names = ['Ferrara John Smith Jones'];
    expect(passes('Patient name: John Ferrara', { synthetic: { names } })).toBe(false);
    expect(passes('Patient name: John Ferrara', { synthetic: { names: ['John Ferrara'] } })).toBe(
      true,
    );
  });
});

describe('contacts are of phones, mail and addresses', () => {
  test('the number of a record is none, whatever its digits', () => {
    expect(passes('MRN 5550142', {})).toBe(false);
    expect(passes('MRN 6175552284', { contacts: ['617-555-2284'] })).toBe(false);
    expect(passes('Call 617-555-2284', { contacts: ['617-555-2284'] })).toBe(true);
  });
  test('a phone number in a record is one', () => {
    const engagement = { synthetic: { numbers: ['SYN*'], names: ['Opal Testpatient'] } };
    const record = (mrn: string) => `PID|1||${mrn}^^^A^MR||TESTPATIENT^OPAL||||||||617-555-0142`;
    expect(passes(record('SYN900417'), engagement)).toBe(true);
    expect(passes(record('6175550142'), engagement)).toBe(false);
    const fhir = (mrn: string) =>
      `{"resourceType":"Patient","identifier":[{"value":"${mrn}"}],"telecom":[{"value":"617-555-0142"}]}`;
    expect(passes(fhir('SYN900417'), engagement)).toBe(true);
    expect(passes(fhir('6175550142'), engagement)).toBe(false);
  });
});
