import { program } from '../../domain/commands/define.ts';
import { typeNamed } from '../../domain/documents/registry.ts';
import type { Known } from '../../workspace/import/ledger.ts';
import type { Wish } from '../../workspace/import/pipeline.ts';

/** What is wanted of a document that is here already, and is not an import's to do; with the command that does it. */
export function undoneOf(from: string, { skip, type, path }: Wish, known: Known): string[] {
  if (known.path === null) return [];
  const id = idOf(known.path);
  if (skip === true)
    return [
      `${from} is left out from now on, and what was imported of it stays at ${known.path}. Delete that file to be rid of it.`,
    ];
  const to = wantedPlace(known, type, path);
  if (to === null || wasThere(known.aliases, to)) return [];
  return [
    `${from} is here as ${known.type}, at ${known.path}, and stays so. To change it: ${program} move ${id} ${to}`,
  ];
}

/** Where it is wanted instead, as `move` is told it; null where it is there. */
function wantedPlace(
  known: Known,
  type: string | undefined,
  path: string | undefined,
): string | null {
  if (path !== undefined) return path === known.path ? null : idOf(path);
  const folder = typeNamed(type ?? '')?.folder;
  return folder === undefined || type === known.type ? null : `${folder}/`;
}

/** Whether somebody moved it away from there, as its aliases tell. */
const wasThere = (aliases: readonly string[], to: string): boolean =>
  aliases.some((alias) => (to.endsWith('/') ? alias.startsWith(`/${to}`) : alias === `/${to}/`));

const idOf = (path: string): string => path.replace(/\.mdx$/, '');
