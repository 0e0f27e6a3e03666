import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isOwnPath, NotOwn, refuseNoFolder, wayRefusal } from './own-path.ts';

const shape = z.strictObject({
  /** Paths of the files, and whether each takes the place of another. */
  steps: z.array(z.strictObject({ path: z.string(), replaces: z.boolean() })).readonly(),
  /** Folders that were not there, the innermost first. */
  folders: z.array(z.string()).readonly(),
});

/** What is about to be done, kept on disk until it is. */
export type Journal = z.infer<typeof shape>;

/** Where files wait until all are there, inside the content folder. */
export const STAGE = '.import.tmp';

export const journalOf = (stage: string): string => join(stage, 'journal.json');
export const freshOf = (stage: string, index: number): string => join(stage, 'new', String(index));
export const asideOf = (stage: string, index: number): string => join(stage, 'old', String(index));

/** The journal of a killed import. Throws NotOwn where no import wrote it like that, as somebody may have sent it along. */
export function readJournal(root: string): Journal {
  const stage = join(root, STAGE);
  try {
    const journal = shape.parse(JSON.parse(readFileSync(plain(journalOf(stage)), 'utf8')));
    for (const part of ['new', 'old']) refuseNoFolder(join(stage, part), `${STAGE}/${part}`);
    const refuse = wayRefusal(root);
    for (const [index, { path }] of journal.steps.entries()) {
      refuse(path);
      plain(freshOf(stage, index));
      plain(asideOf(stage, index));
    }
    for (const folder of journal.folders) {
      refuse(`${folder}/x`);
      if (!isOwnPath(folder) && folder !== '.handbook') throw new NotOwn(`${folder} is none.`);
    }
    return journal;
  } catch (error) {
    const reason = error instanceof NotOwn ? ` ${error.message}` : '';
    throw new NotOwn(
      `${STAGE}/journal.json says what an import that was broken off has to undo, and no import wrote it like that.${reason} Nothing was undone. Look at ${stage}, which may have come with somebody's change, and delete that folder.`,
    );
  }
}

/** A file that is none or a plain one. */
function plain(file: string): string {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found && !found.isFile()) throw new NotOwn(`${file} is no plain file.`);
  return file;
}
