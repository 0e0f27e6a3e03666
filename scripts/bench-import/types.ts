import type { FolderOf } from './labels.ts';
import type { Trial } from './trial.ts';

export interface TypeScore {
  readonly name: string;
  readonly labelled: number;
  readonly right: number;
  readonly wrong: readonly string[];
}

/** How many of the documents whose type is known were recognised. */
export function scoreOf({ name, documents }: Trial, folderOf: FolderOf): TypeScore {
  const known = documents.flatMap((one) => {
    const path = one.from.slice(one.from.indexOf('/') + 1);
    const folder = folderOf(name, path);
    return folder === null ? [] : [{ ...one, folder }];
  });
  const wrong = known.filter(({ type, folder }) => type !== folder);
  return {
    name,
    labelled: known.length,
    right: known.length - wrong.length,
    wrong: wrong.map(({ from, type, folder }) => `${from}: ${type}, not ${folder}`),
  };
}
