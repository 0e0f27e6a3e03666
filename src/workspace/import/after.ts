import { checkCorpus } from '../../domain/checks/run.ts';
import type { Corpus, Entry } from '../../domain/graph/corpus.ts';
import { compareText, type LocatedProblem, type Problem } from '../../domain/problems/problem.ts';
import { locate } from '../locate.ts';
import { typeAt } from '../place.ts';
import { emptyWorkspace, type Workspace, withText } from '../read-corpus.ts';
import { keptFolder } from './ledger.ts';
import type { ImportPlan, PlannedDocument } from './pipeline.ts';

/** The errors that `check` finds in documents that an import writes: builds leave those out. */
export function refusedDocuments(workspace: Workspace, plan: ImportPlan): LocatedProblem[] {
  const changed = plan.documents.filter(({ puts }) => puts.length > 0);
  if (changed.length === 0) return [];
  const texts = new Map(changed.map((one) => [one.path, textWritten(one)]));
  const problems = checkCorpus(after(workspace, changed));
  const errors = problems.filter(({ path, severity }) => severity === 'error' && texts.has(path));
  return locate(errors, { texts });
}

/** The text of a document as this import leaves it. */
export const textWritten = ({ puts, path, text }: PlannedDocument): string => {
  const content = puts.find((one) => one.path === path)?.content;
  return typeof content === 'string' ? content : text;
};

/** The corpus as it will be read, from what was read of each text already. */
function after({ corpus }: Workspace, changed: readonly PlannedDocument[]): Corpus {
  const paths = new Set(changed.map(({ path }) => path));
  const others = <T extends { readonly path: string }>(all: readonly T[]): T[] =>
    all.filter(({ path }) => !paths.has(path));
  const read = changed.map(readingOf);
  const entries = [...others(corpus.entries), ...read.map(({ entry }) => entry)].sort((a, b) =>
    compareText(a.path, b.path),
  );
  const files = changed.flatMap(({ puts }) =>
    puts.filter(({ path }) => !paths.has(path) && !path.startsWith(keptFolder)),
  );
  return {
    entries,
    byId: new Map(entries.toReversed().map((entry) => [entry.id, entry])),
    assets: new Set([...corpus.assets, ...files.map(({ path }) => path)]),
    problems: [...others(corpus.problems), ...read.flatMap(({ problems }) => problems)],
    ...(corpus.sightings === undefined ? {} : { sightings: corpus.sightings }),
  };
}

function readingOf(document: PlannedDocument): { entry: Entry; problems: readonly Problem[] } {
  const { path, text, reading } = document;
  const written = textWritten(document);
  if (written === text)
    return { entry: { ...reading.entry, type: typeAt(path) }, problems: reading.problems };
  const { entries, problems } = withText(emptyWorkspace(''), path, written).corpus;
  const [entry] = entries;
  if (!entry) throw new Error(`${path} was not read back`);
  return { entry, problems };
}
