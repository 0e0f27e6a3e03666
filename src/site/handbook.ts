import { contextOf } from '../domain/audiences/context.ts';
import { cutFor } from '../domain/audiences/cut.ts';
import { type Audience, documentsOf } from '../domain/audiences/readers.ts';
import { withhold } from '../domain/audiences/withhold.ts';
import { type Discretion, discretionOf } from '../domain/checks/discretion.ts';
import { checkCorpus } from '../domain/checks/run.ts';
import { type Corpus, engagementData } from '../domain/graph/corpus.ts';
import { isDay } from '../domain/graph/days.ts';
import { buildGraph, type Graph } from '../domain/graph/graph.ts';
import type { LocatedProblem } from '../domain/problems/problem.ts';
import type { StandardContext } from '../domain/standard/rule.ts';
import { runStandard } from '../domain/standard/run.ts';
import { AudienceError, audienceAsked } from '../workspace/audience.ts';
import { ContentFolderError, contentFolder } from '../workspace/content-folder.ts';
import { type History, historyOf, readHistory } from '../workspace/git.ts';
import { judge, type LocatedReadiness } from '../workspace/judge.ts';
import { locate } from '../workspace/locate.ts';
import { readWorkspace, type Workspace } from '../workspace/read-corpus.ts';
import { standardContext } from '../workspace/witness.ts';
import { fileText } from './assets.ts';

/** Everything that the pages are drawn from; one value for a whole build, and nothing in it that its readers may not see. */
export interface Handbook {
  readonly workspace: Workspace;
  readonly corpus: Corpus;
  readonly graph: Graph;
  readonly history: History;
  /** Every problem of the content folder, hidden documents included: for the author's terminal and server alone. */
  readonly problems: readonly LocatedProblem[];
  /** What of the content may be shown where problems are told: their words have gone through it. */
  readonly discretion: Discretion;
  /** The day that ages are counted from: the pin in engagement.yaml, else the newest commit; null without either. */
  readonly asOf: string | null;
  /** What the rules of the standard look at on that day, and what they say; null without a day. */
  readonly standard: StandardContext | null;
  readonly readiness: LocatedReadiness | null;
  /** Whom the copy is for; null on the author's own server, which shows everything. */
  readonly audience: Audience | null;
  readonly documents: { readonly shown: number; readonly all: number };
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
  shared[slot] ??= forReaders(read);
  return shared[slot];
}

/** Reads the content folder again, after an edit. */
export function refresh(): Handbook {
  shared[slot] = forReaders(read);
  return shared[slot];
}

/** What was read, before anything is taken out. */
type Whole = Pick<
  Handbook,
  'workspace' | 'corpus' | 'graph' | 'problems' | 'discretion' | 'history'
>;

function read(): Handbook {
  const root = contentFolder(process.cwd(), undefined, process.env.HANDBOOK_CONTENT);
  const workspace = readWorkspace(root);
  const { corpus } = workspace;
  const graph = buildGraph(corpus);
  const discretion = discretionOf(corpus);
  const problems = locate(checkCorpus(corpus, graph), workspace).map(discretion.problem);
  const whole = { workspace, corpus, graph, problems, discretion, history: readHistory(root) };
  const asked = process.env.HANDBOOK_AUDIENCE;
  return !asked && isAuthorsServer()
    ? everything(whole)
    : // Without any audience the check refuses the build; nobody reads what nobody was named for.
      copyFor(audienceAsked(corpus, asked) ?? { name: '', description: null }, whole);
}

/** Only the author's own server shows everything; whatever else asks gets the narrowest copy. */
const isAuthorsServer = (): boolean =>
  process.argv.includes('dev') && !process.argv.includes('build');

/** The author's view: all documents. */
function everything(whole: Whole): Handbook {
  const all = documentsOf(whole.corpus).length;
  return {
    ...whole,
    ...judged(whole, whole.history.newest),
    audience: null,
    documents: { shown: all, all },
  };
}

/** What a group of readers may see: the one place where anything is taken out. */
function copyFor(audience: Audience, whole: Whole): Handbook {
  const cut = cutFor(whole.corpus, whole.graph, audience, (path) => fileText(whole, path));
  const { corpus, documents } = cut;
  if (corpus === whole.corpus) return { ...everything(whole), audience, documents };
  const graph = buildGraph(corpus);
  const paths = new Set([...corpus.entries.map(({ path }) => path), ...corpus.assets]);
  const texts = new Map([...whole.workspace.texts].filter(([path]) => paths.has(path)));
  const history = historyOf(whole.history, paths);
  const { asOf, standard, readiness } = judged(whole, history.newest);
  const context =
    standard && contextOf(standard, cut, { graph, problems: checkCorpus(corpus, graph) });
  return {
    workspace: { root: whole.workspace.root, corpus, texts },
    corpus,
    graph,
    history,
    problems: whole.problems,
    discretion: whole.discretion,
    asOf,
    standard: context,
    readiness: context && readiness && withhold(readiness, runStandard(context), cut),
    audience,
    documents,
  };
}

/** The state of the exit, always judged on all documents. */
function judged(
  { workspace, corpus, graph, problems }: Whole,
  newest: string | null,
): Pick<Handbook, 'asOf' | 'standard' | 'readiness'> {
  const pinned = engagementData(corpus)['as_of'];
  const asOf = isDay(pinned) ? pinned : newest;
  const standard = asOf === null ? null : standardContext(workspace, asOf, { graph, problems });
  return { asOf, standard, readiness: standard && judge(workspace, standard) };
}

/** A wrong folder or audience ends the program with its sentence instead of a stack trace. */
function forReaders<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ContentFolderError || error instanceof AudienceError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}
