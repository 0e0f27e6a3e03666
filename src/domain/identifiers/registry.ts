import { addresses } from './addresses.ts';
import { ages } from './ages.ts';
import { dates } from './dates.ts';
import type { Detector } from './detector.ts';
import { emails } from './emails.ts';
import { fhir } from './fhir.ts';
import { fields } from './fields.ts';
import { hl7 } from './hl7.ts';
import { mrn } from './mrn.ts';
import { names } from './names.ts';
import { accounts, devices, licences, plans, vehicles } from './numbers.ts';
import { phones } from './phones.ts';
import { ssn } from './ssn.ts';
import { tables } from './tables.ts';
import { hosts, web } from './web.ts';
import { x12 } from './x12.ts';

/** Every detector. Of findings that overlap, that of the kind stands that comes first in `identifierKinds`. */
export const detectors: readonly Detector[] = [
  hl7,
  fhir,
  x12,
  tables,
  web,
  hosts,
  ssn,
  plans,
  vehicles,
  devices,
  licences,
  accounts,
  mrn,
  dates,
  ages,
  names,
  fields,
  emails,
  phones,
  addresses,
];
