import type { Change, Files, Pick } from './edit.ts';
import { aboutData } from './kinds-data.ts';
import { aboutDocuments } from './kinds-documents.ts';
import { aboutOperations } from './kinds-operations.ts';
import { aboutPeople } from './kinds-people.ts';

/** A kind of defect that somebody may bring into a handbook with one edit. */
export interface Kind {
  readonly name: string;
  /** Puts one such defect into a folder; null where the folder has no place for it. */
  readonly apply: (files: Files, pick: Pick) => Change | null;
  /** Why it may go unnoticed; null where it never should. */
  readonly excuse?: string;
}

/** Every kind of defect that is tried. */
export const kinds: readonly Kind[] = [
  ...aboutPeople,
  ...aboutDocuments,
  ...aboutOperations,
  ...aboutData,
];
