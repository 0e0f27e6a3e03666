import type { Corpus } from '../../graph/corpus.ts';
import { textsOf } from '../../graph/fields.ts';
import { chartersOf } from './charters.ts';

/** A role as two documents may write it: `Interface Engineer` and `interface engineer` are one. */
export const roleKey = (role: string): string =>
  role
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, ' ');

/** A role that the customer will have filled by the exit day, and where the charter says so. */
export interface PlannedRole {
  readonly role: string;
  readonly path: string;
  readonly index: number;
}

/** The roles of the charter in force. */
export const plannedRoles = (corpus: Corpus): PlannedRole[] =>
  chartersOf(corpus)
    .slice(0, 1)
    .flatMap(({ path, data }) =>
      textsOf(data, 'roles_planned').map((role, index) => ({ role, path, index })),
    );
