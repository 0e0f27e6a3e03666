import type { Trial } from './trial.ts';

/** What a corpus says that its documents are: path of the source to a type's folder. */
export type Labels = ReadonlyMap<string, string>;

export interface TypeScore {
  readonly name: string;
  readonly labelled: number;
  readonly right: number;
  readonly wrong: readonly string[];
}

/** How many documents of known type were recognised. */
export function scoreOf({ name, documents }: Trial, labels: Labels): TypeScore {
  const known = documents.filter(({ from }) => labels.has(from));
  const wrong = known.filter(({ from, type }) => labels.get(from) !== type);
  return {
    name,
    labelled: known.length,
    right: known.length - wrong.length,
    wrong: wrong.map(({ from, type }) => `${from}: ${type}, not ${labels.get(from)}`),
  };
}
