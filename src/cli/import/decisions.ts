import { isMeant } from '../../workspace/import/map.ts';
import type { ImportOrder, Wish } from '../../workspace/import/pipeline.ts';
import type { Io } from '../io.ts';
import { audienceAsked, reviewed } from './review.ts';
import { undoneOf } from './undone.ts';
import { type Wishes, wishFor } from './wishes.ts';

/** What becomes of each document, as the map, the command and the person at the terminal have it. */
export interface Decisions {
  readonly decide: ImportOrder['decide'];
  /** What was assumed, in sentences; known once it was decided. */
  readonly notes: () => string[];
  /** What is wanted of documents that are here already and is not done by an import, with what does it. */
  readonly undone: () => string[];
  /** Whether somebody gave the type of a document. */
  readonly isGiven: (from: string) => boolean;
}

/** Puts together what is wanted; people are asked once all documents were read. */
export function decisions(wishes: Wishes, io: Io): Decisions {
  const notes: string[] = [];
  const undone: string[] = [];
  const given = new Set<string>();
  return {
    notes: () => notes,
    undone: () => undone,
    isGiven: (from) => given.has(from),
    decide: async (noticed, known) => {
      const fresh = noticed.filter(({ from }) => !known.has(from));
      const audience =
        fresh.length === 0 ? wishes.audiences.slice(0, 1) : await audienceAsked(wishes, io);
      const said = await reviewed(fresh, (one) => wishFor(wishes, one), io);
      const wishOf = new Map(
        noticed.map((one): [string, Wish] => {
          const wish = wishFor(wishes, one);
          return [
            one.from,
            { ...wish, ...said.get(one.from), otherwise: { audience, ...wish.otherwise } },
          ];
        }),
      );
      for (const [from, { type }] of wishOf) if (type !== undefined) given.add(from);
      for (const one of noticed) {
        const asked = wishFor(wishes, one);
        const before = known.get(one.from);
        if (before) undone.push(...undoneOf(one.from, asked, before));
      }
      notes.push(...notesOf(wishes, audience, fresh.length, io));
      for (const entry of wishes.map.documents)
        if (!noticed.some(({ from }) => isMeant(entry, from)))
          notes.push(`The map names ${entry.source}, and no document of the sources is called so.`);
      return ({ from }) => wishOf.get(from) ?? {};
    },
  };
}

function notesOf(
  { map, audiences }: Wishes,
  audience: readonly string[],
  fresh: number,
  { isTerminal }: Io,
): string[] {
  const isAssumed = map.audience === null && !(isTerminal.input && audiences.length > 1);
  return isAssumed && fresh > 0 && audience.length > 0
    ? [
        `Readers: ${audience.join(', ')}. Nobody said who may read the ${fresh === 1 ? 'new document' : `${fresh} new documents`}, so the first audience of engagement.yaml may. If that is too many, name another there and write audience: NAME into the map.`,
      ]
    : [];
}
