import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { gitIn } from '../git-run.ts';
import { repositoryTop } from '../repository.ts';
import { sha256 } from '../sha256.ts';
import type { Known } from './ledger.ts';
import type { Opened } from './opened.ts';
import { type FilePut, putText } from './plan.ts';
import { SourceError } from './sources/source.ts';
import type { Noticed } from './worker-model.ts';

/** Where it is written down from where each source came, inside the content folder. */
const originsFile = '.handbook/imported-sources.json';

/** The names of sources that were imported before, with digests of where they came from. */
export interface Origins {
  readonly byName: ReadonlyMap<string, string>;
  /** The file's text; null where there is none. */
  readonly text: string | null;
}

const shape = z.record(z.string(), z.string());

/** Reads what is known of sources; a file that somebody broke says nothing. */
export function readOrigins(root: string): Origins {
  const file = join(root, originsFile);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : null;
  try {
    return { byName: new Map(Object.entries(shape.parse(JSON.parse(text ?? '{}')))), text };
  } catch {
    return { byName: new Map(), text };
  }
}

/** The name under which a place was imported before, or null. */
export const nameOfOrigin = ({ byName }: Origins, origin: string): string | null =>
  [...byName].find(([, one]) => one === origin)?.[0] ?? null;

/** A digest of where a source is: its place in the repository of a remote, else on this machine. */
export function originOf(path: string): string {
  const real = realpathSync(path);
  const top = repositoryTop(statSync(real).isDirectory() ? real : dirname(real));
  const remote = top === null ? null : remoteOf(top);
  return sha256(top === null || remote === null ? real : `${remote}\n${relative(top, real)}`);
}

/** The remote without how it is reached and by whom. */
function remoteOf(top: string): string | null {
  try {
    return gitIn(top)(['config', '--get', 'remote.origin.url'])
      .trim()
      .replace(/^[a-z+]{1,20}:\/\//i, '')
      .replace(/^[^@/]{0,200}@/, '')
      .replace(':', '/')
      .replace(/\.git\/?$/, '')
      .toLowerCase();
  } catch {
    return null;
  }
}

/**
 * Throws a `SourceError` where a source has the name of another one that was imported before: from another place,
 * and with less than half of the documents that the handbook knows of it.
 */
export function refuseOthers(
  opened: readonly Opened[],
  noticed: readonly Noticed[],
  ledger: ReadonlyMap<string, Known>,
  { byName }: Origins,
): void {
  const digests = new Map(noticed.map(({ from, digest }) => [from, digest]));
  for (const { name, path, origin, isNamed } of opened) {
    const was = byName.get(name);
    if (isNamed || was === undefined || was === origin) continue;
    const known = [...ledger].filter(([from, one]) => from.startsWith(`${name}/`) && one.digest);
    const same = known.filter(([from, { digest }]) => digests.get(from) === digest);
    if (same.length * 2 < known.length)
      throw new SourceError(
        `A source called ${name} was imported before from another place, and ${path} holds other documents. Say in a map which one it is: "sources: [{ path: ${path}, name: other-${name} }]" takes it for another one, and the same with "name: ${name}" for the one that was imported, moved or written anew.`,
      );
  }
}

/** The file with the sources of this import; nothing where it says so already. */
export function originPuts(opened: readonly Opened[], { byName, text }: Origins): FilePut[] {
  const next = new Map(byName);
  // The place that is written down stays: two people who take turns would write it anew each time.
  for (const { name, origin, isNamed } of opened)
    if (isNamed || !next.has(name)) next.set(name, origin);
  const sorted = [...next].sort(([a], [b]) => (a < b ? -1 : 1));
  const now = `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
  return now === text ? [] : [putText(originsFile, now, text)];
}
