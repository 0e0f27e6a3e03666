import { program } from '../domain/commands/define.ts';
import type { TypeDefinition } from '../domain/documents/define.ts';
import { typeCalled, typeOfFolder, types } from '../domain/documents/registry.ts';
import { suggest } from '../domain/problems/suggest.ts';
import { Refusal } from './refusal.ts';

/** The type of that name or label; throws a Refusal that names the one that was probably meant. */
export function typeAsked(name: string): TypeDefinition {
  const type = typeCalled(name);
  if (type) return type;
  const names = types.map((one) => one.name);
  const near = typeOfFolder(name.replace(/\/$/, ''))?.name ?? suggest(name, names);
  const hint = near === null ? ` The types are: ${names.join(', ')}.` : ` Did you mean "${near}"?`;
  throw new Refusal(`There is no type "${name}".${hint} See: ${program} list`);
}
