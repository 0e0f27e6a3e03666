import { readFileSync, statSync } from 'node:fs';
import { type Sighting, sightingsIn } from '../domain/identifiers/sightings.ts';
import { isSystemError } from './system-error.ts';

/** Larger files are left to `scan`; in bytes. */
const LARGEST = 4_000_000;

/** What looks like an identifier of a person in a file beside documents, or in its name, which has no line. */
export function sightingsInFile(file: string, path: string): Sighting[] {
  const name = path.slice(path.lastIndexOf('/') + 1).replaceAll(/[_.]/g, ' ');
  const inName = sightingsIn(name, 'other').map((one) => ({
    ...one,
    values: one.values.map((value) => ({ ...value, line: 1, column: 1 })),
  }));
  return [...inName, ...sightingsIn(textOf(file), 'other')];
}

/** The text of a file; empty where it is none. */
function textOf(file: string): string {
  try {
    if (statSync(file).size > LARGEST) return '';
    const bytes = readFileSync(file);
    return bytes.subarray(0, 8000).includes(0) ? '' : bytes.toString('utf8');
  } catch (error) {
    if (isSystemError(error)) return '';
    throw error;
  }
}
