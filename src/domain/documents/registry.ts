import { adr } from './adr.ts';
import type { TypeDefinition } from './define.ts';
import { person } from './person.ts';
import { runbook } from './runbook.ts';

/** Every type of the handbook, in the order of its sidebar. */
export const types = [runbook, adr, person] as const satisfies readonly TypeDefinition[];

export type TypeName = (typeof types)[number]['name'];

/** The type of that singular name. */
export const typeNamed = (name: string): TypeDefinition | undefined =>
  types.find((type) => type.name === name);

/** The type whose documents live in that folder of `content/`. */
export const typeOfFolder = (folder: string): TypeDefinition | undefined =>
  folder === '' ? undefined : types.find((type) => type.folder === folder);
