import { readFileSync, statSync } from 'node:fs';
import { secretsIn } from '../domain/checks/rules/secrets.ts';
import { type Sighting, sightingsIn } from '../domain/identifiers/sightings.ts';
import type { Problem } from '../domain/problems/problem.ts';
import { pictureText } from './picture-text.ts';
import { isSystemError } from './system-error.ts';

/** Larger files are left to `scan`; in bytes. */
const LARGEST = 4_000_000;

/** What looks like an identifier of a person in a file beside documents, in its name, or written into a picture; and the secrets in it. */
export function seenInFile(
  file: string,
  path: string,
): { sightings: Sighting[]; problems: Problem[] } {
  const name = path.slice(path.lastIndexOf('/') + 1).replaceAll(/[_.]/g, ' ');
  const { text, isPicture } = textOf(file);
  const inText = sightingsIn(text, 'other');
  const sightings = [
    ...withoutLines(sightingsIn(name, 'other')),
    ...(isPicture ? withoutLines(inText).map((one) => ({ ...one, inPicture: true })) : inText),
  ];
  return { sightings, problems: secretsIn(text, path) };
}

/** A name and a picture have no lines. */
const withoutLines = (sightings: readonly Sighting[]): Sighting[] =>
  sightings.map((one) => ({
    ...one,
    values: one.values.map((value) => ({ ...value, line: 1, column: 1 })),
  }));

/** The text of a file; empty where it is none. */
function textOf(file: string): { text: string; isPicture: boolean } {
  try {
    if (statSync(file).size > LARGEST) return NOTHING;
    const bytes = readFileSync(file);
    const picture = pictureText(bytes);
    if (picture !== null) return { text: picture, isPicture: true };
    return bytes.subarray(0, 8000).includes(0)
      ? NOTHING
      : { text: bytes.toString('utf8'), isPicture: false };
  } catch (error) {
    if (isSystemError(error)) return NOTHING;
    throw error;
  }
}

const NOTHING = { text: '', isPicture: false };
