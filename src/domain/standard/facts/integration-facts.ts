import type { Entry } from '../../graph/corpus.ts';
import { rawAt, textAt } from '../../graph/fields.ts';
import { isStated, saysSomething } from './substance.ts';

type Data = Entry['data'];

/** What an integration states: the path of its field, and what to write. */
export interface IntegrationFact {
  readonly name: string;
  readonly write: string;
  /** Where more than words or a list of words is asked for. */
  readonly isStated?: (data: Data) => boolean;
}

const everyKind: readonly IntegrationFact[] = [
  { name: 'product', write: 'product: the product at the other end' },
  { name: 'tenant', write: 'tenant: the practice or facility that it is opened for' },
  { name: 'direction', write: 'direction: inbound, outbound or both' },
  { name: 'payloads', write: 'payloads: the resources, message types or files, as a list' },
  { name: 'auth.flow', write: 'auth: { flow: how we prove who we are }' },
  { name: 'sandbox_ref', write: 'sandbox_ref: address and registration of the test side' },
  { name: 'production_ref', write: 'production_ref: address and registration of the live side' },
  {
    name: 'limits',
    write: 'limits: { published: …, observed: …, source: where the numbers come from }',
    isStated: (data) =>
      isStated(data, 'limits.source') &&
      (isStated(data, 'limits.published') || isStated(data, 'limits.observed')),
  },
  {
    name: 'schedule',
    write: 'schedule: when data passes, such as every five minutes',
    isStated: (data) => isStated(data, 'schedule') || isStated(data, 'csv_drop.cadence'),
  },
];

const byKind: Readonly<Record<string, readonly IntegrationFact[]>> = {
  'fhir-r4': [
    { name: 'fhir_r4.scopes', write: 'scopes: [system/Appointment.rs]' },
    { name: 'fhir_r4.launch', write: 'launch: standalone, ehr or backend' },
    {
      name: 'fhir_r4.jwks_custody',
      write: 'jwks_custody: where the key set is published and who can change it',
      isStated: (data) =>
        textAt(data, 'fhir_r4.launch') !== 'backend' || isStated(data, 'fhir_r4.jwks_custody'),
    },
    { name: 'fhir_r4.us_core_version', write: 'us_core_version: 6.1.0' },
  ],
  hl7v2: [
    { name: 'hl7v2.segments', write: 'segments: [MSH, PID, PV1], those that are read or filled' },
    { name: 'hl7v2.transport', write: 'transport: mllp-vpn' },
    { name: 'hl7v2.ack_mode', write: 'ack_mode: original' },
    {
      name: 'hl7v2.engine_channel',
      write: 'engine_channel: the channel by its name in the engine',
    },
  ],
  'csv-drop': [
    {
      name: 'csv_drop.columns',
      write: 'columns: the headers, or schema_ref: where the layout is defined',
      isStated: (data) =>
        hasWords(rawAt(data, 'csv_drop.columns')) || isStated(data, 'csv_drop.schema_ref'),
    },
    { name: 'csv_drop.cadence', write: 'cadence: when the file arrives, with time zone' },
    {
      name: 'csv_drop.checksum',
      write: 'checksum: row-count, or none',
      isStated: (data) => textAt(data, 'csv_drop.checksum') !== null,
    },
    { name: 'csv_drop.late_file_rule', write: 'late_file_rule: what happens when it is late' },
  ],
  proprietary: [
    { name: 'proprietary.protocol', write: 'protocol: how it is called' },
    { name: 'proprietary.documentation_ref', write: 'documentation_ref: where it is documented' },
    { name: 'proprietary.change_notice', write: 'change_notice: how a change is announced' },
  ],
  x12: [
    { name: 'x12.transactions', write: 'transactions: [837P, "835"]' },
    { name: 'x12.implementation_guide', write: 'implementation_guide: 005010X222A1' },
    { name: 'x12.envelope_ids', write: 'envelope_ids: sender and receiver of ISA and GS' },
    { name: 'x12.acknowledgements', write: 'acknowledgements: ["999", 277CA]' },
  ],
};

/** The kinds of interface, each with the name of its block. */
export const blockOfKind = (kind: string): string => kind.replaceAll('-', '_');

export const kindNames: readonly string[] = Object.keys(byKind);

/** What an integration of a kind has to state. */
export const factsOf = (kind: string): readonly IntegrationFact[] => [
  ...everyKind,
  ...(byKind[kind] ?? []),
];

/** Whether an integration states a fact. */
export function states(data: Data, fact: IntegrationFact): boolean {
  if (fact.isStated) return fact.isStated(data);
  const value = rawAt(data, fact.name);
  return Array.isArray(value) ? hasWords(value) : saysSomething(value) || value === 'none';
}

const hasWords = (value: unknown): boolean => Array.isArray(value) && value.some(saysSomething);
