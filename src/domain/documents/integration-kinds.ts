import { block, list, oneOf, ref, text } from './fields.ts';

/** What is special to each kind of interface; the key is the kind with underscores. */
export const kindBlocks = {
  fhir_r4: block(
    {
      scopes: list(
        text('A scope, such as `system/Appointment.rs`.'),
        'SMART scopes granted to our client.',
      ).optional(),
      launch: oneOf(
        ['standalone', 'ehr', 'backend'],
        'How the client starts: by itself, from the EHR, or with no user.',
      ).optional(),
      jwks_custody: text('Where the public key set is published and who can change it.').optional(),
      us_core_version: text(
        'The US Core version that the server conforms to, such as `6.1.0`.',
      ).optional(),
    },
    'For kind fhir-r4.',
  ).optional(),
  hl7v2: block(
    {
      segments: list(
        text('A segment, such as `PID` or `ZPV`.'),
        'Segments that we read or fill, Z-segments included.',
      ).optional(),
      trigger_events: list(
        text('A trigger event, such as `ADT^A08`.'),
        'Trigger events that we take or send.',
      ).optional(),
      transport: oneOf(
        ['mllp', 'mllp-tls', 'mllp-vpn', 'sftp', 'https'],
        'How messages travel.',
      ).optional(),
      ack_mode: oneOf(
        ['original', 'enhanced', 'none'],
        'Which acknowledgement the sender waits for.',
      ).optional(),
      engine_channel: text('The channel in the interface engine, by its name there.').optional(),
    },
    'For kind hl7v2.',
  ).optional(),
  csv_drop: block(
    {
      columns: list(
        text('A column header, exactly as in the file.'),
        'Columns that we rely on, in order.',
      ).optional(),
      schema_ref: text('Where the layout of the file is defined.').optional(),
      cadence: text('When the file arrives, with time zone.').optional(),
      checksum: oneOf(
        ['none', 'row-count', 'md5', 'sha-256'],
        'How a cut-off file is noticed.',
      ).optional(),
      late_file_rule: text(
        'What happens, and who is told, when the file is late, empty or sent twice.',
      ).optional(),
    },
    'For kind csv-drop.',
  ).optional(),
  proprietary: block(
    {
      protocol: text(
        'How it is called, such as `REST with JSON` or `ODBC to a read replica`.',
      ).optional(),
      documentation_ref: text('Where its documentation is, and which account opens it.').optional(),
      change_notice: text(
        'How, and how long before, the vendor announces a breaking change.',
      ).optional(),
    },
    'For kind proprietary.',
  ).optional(),
  x12: block(
    {
      transactions: list(
        text('A transaction set, such as `837P`, `835` or `270/271`.'),
        'Transaction sets exchanged.',
      ).optional(),
      implementation_guide: text(
        'The guide that both sides follow, such as `005010X222A1`.',
      ).optional(),
      clearinghouse: ref(
        'vendor',
        'Cleared by',
        'Clears',
        'The clearinghouse in between.',
      ).optional(),
      envelope_ids: text('Sender and receiver identifiers of the ISA and GS envelopes.').optional(),
      acknowledgements: list(
        text('An acknowledgement, such as `999` or `277CA`.'),
        'Acknowledgements that must come back.',
      ).optional(),
    },
    'For kind x12.',
  ).optional(),
};
