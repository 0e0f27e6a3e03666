import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../../workspace/write.ts';
import { compressSite } from './compress.ts';
import { nginxSite } from './nginx.ts';
import type { PageFacts } from './page-facts.ts';
import { type Memory, sealSite } from './seal.ts';

/**
 * Ends a build: one policy for all pages, the configuration of nginx beside the site, compressed twins.
 * Leaves by exit where a page could load or run what it must not: a thrown error would show a stack trace.
 */
export async function finishSite(finished: string, place: string, cacheDir: string): Promise<void> {
  const memoryFile = join(cacheDir, 'policy.json');
  const sealed = sealSite(finished, recall(memoryFile));
  if ('faults' in sealed) {
    console.error(sealed.faults.slice(0, MOST_SHOWN).join('\n'));
    console.error(
      `${sealed.faults.length} in all: nothing was built, and the last site is as it was.`,
    );
    process.exit(1);
  }
  await compressSite(finished, place);
  writeAtomically(memoryFile, JSON.stringify([...sealed.memory]));
  writeAtomically(`${place}.nginx.conf`, nginxSite(sealed.policy));
}

const MOST_SHOWN = 20;

/** What the last build found in each page; nothing where it cannot be read. */
function recall(file: string): Memory {
  try {
    return new Map<string, PageFacts>(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return new Map();
  }
}
