const kinds: Readonly<Record<string, string>> = {
  'fhir-r4': 'FHIR R4',
  hl7v2: 'HL7 v2',
  'csv-drop': 'CSV file',
  proprietary: 'Vendor’s own API',
  x12: 'X12',
};

const directions: Readonly<Record<string, string>> = {
  inbound: 'to us',
  outbound: 'from us',
  both: 'both ways',
};

/** The kind of an integration in words; an unknown one as it is written. */
export const kindWords = (kind: unknown): string =>
  typeof kind === 'string' ? (kinds[kind] ?? kind) : '';

/** Which way data flows, in words. */
export const directionWords = (direction: unknown): string =>
  typeof direction === 'string' ? (directions[direction] ?? direction) : '';
