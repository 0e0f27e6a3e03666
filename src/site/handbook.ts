import { checkCorpus } from '../domain/checks/run.ts';
import { type Corpus, engagementData } from '../domain/graph/corpus.ts';
import { isDay } from '../domain/graph/days.ts';
import { buildGraph, type Graph } from '../domain/graph/graph.ts';
import type { LocatedProblem } from '../domain/problems/problem.ts';
import type { StandardContext } from '../domain/standard/rule.ts';
import { ContentFolderError, contentFolder } from '../workspace/content-folder.ts';
import { type History, readHistory } from '../workspace/git.ts';
import { judge, type LocatedReadiness } from '../workspace/judge.ts';
import { locate } from '../workspace/locate.ts';
import { readWorkspace, type Workspace } from '../workspace/read-corpus.ts';
import { standardContext } from '../workspace/witness.ts';

/** Everything that the pages are drawn from; one value for a whole build. */
export interface Handbook {
  readonly workspace: Workspace;
  readonly corpus: Corpus;
  readonly graph: Graph;
  readonly history: History;
  readonly problems: readonly LocatedProblem[];
  /** The day that ages are counted from: the pin in engagement.yaml, else the newest commit; null without either. */
  readonly asOf: string | null;
  /** What the rules of the standard look at on that day, and what they say; null without a day. */
  readonly standard: StandardContext | null;
  readonly readiness: LocatedReadiness | null;
}

/**
 * Astro evaluates its configuration and its pages as two module graphs; both find the handbook here, so
 * that a build reads the content once. Types and relations then exist twice: compare them by name.
 */
const slot = Symbol.for('exit-ramp-handbook');
const shared = globalThis as { [slot]?: Handbook | undefined };

/** The name of the loader that hands documents to Astro's collections. */
export const LOADER = 'handbook';

/** The handbook of the content folder, read on first use. */
export function handbook(): Handbook {
  shared[slot] ??= read();
  return shared[slot];
}

/** Reads the content folder again, after an edit. */
export function refresh(): Handbook {
  shared[slot] = read();
  return shared[slot];
}

function read(): Handbook {
  const root = contentRoot();
  const workspace = readWorkspace(root);
  const { corpus } = workspace;
  const graph = buildGraph(corpus);
  const history = readHistory(root);
  const problems = locate(checkCorpus(corpus, graph), workspace);
  const pinned = engagementData(corpus)['as_of'];
  const asOf = isDay(pinned) ? pinned : history.newest;
  const standard = asOf === null ? null : standardContext(workspace, asOf, { graph, problems });
  const readiness = standard && judge(workspace, standard);
  return { workspace, corpus, graph, history, problems, asOf, standard, readiness };
}

/** The content folder; a wrong name ends the program with its sentence instead of a stack trace. */
function contentRoot(): string {
  try {
    return contentFolder(process.cwd(), undefined, process.env.HANDBOOK_CONTENT);
  } catch (error) {
    if (!(error instanceof ContentFolderError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}
