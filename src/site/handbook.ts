import { join } from 'node:path';
import { contextOf } from '../domain/audiences/context.ts';
import { cutFor } from '../domain/audiences/cut.ts';
import { type Verdict, verdictOn } from '../domain/audiences/left-out.ts';
import { type Audience, documentsOf } from '../domain/audiences/readers.ts';
import { withhold } from '../domain/audiences/withhold.ts';
import { type Discretion, discretionOf } from '../domain/checks/discretion.ts';
import { checkCorpus } from '../domain/checks/run.ts';
import type { Corpus } from '../domain/graph/corpus.ts';
import { buildGraph, type Graph } from '../domain/graph/graph.ts';
import { judgedDay } from '../domain/graph/judged-day.ts';
import { lazy } from '../domain/graph/once.ts';
import type { LocatedProblem } from '../domain/problems/problem.ts';
import type { StandardContext } from '../domain/standard/rule.ts';
import { runStandard } from '../domain/standard/run.ts';
import type { GitWitness } from '../domain/standard/witness.ts';
import { AudienceError, audienceAsked } from '../workspace/audience.ts';
import { cacheOf } from '../workspace/cache.ts';
import { cacheFolder } from '../workspace/cache-folder.ts';
import { ContentFolderError, contentFolder } from '../workspace/content-folder.ts';
import { type History, historyOf } from '../workspace/git.ts';
import { judge, type LocatedReadiness } from '../workspace/judge.ts';
import { type LivePast, livePast } from '../workspace/live-past.ts';
import { type LiveWorkspace, liveWorkspace } from '../workspace/live-workspace.ts';
import { locate } from '../workspace/locate.ts';
import type { Workspace } from '../workspace/read-corpus.ts';
import { readingCache } from '../workspace/reading-cache.ts';
import { standardContext } from '../workspace/witness.ts';
import { type WitnessMemory, witnessMemory } from '../workspace/witness-memory.ts';
import { fileText } from './assets.ts';

/** Everything that the pages are drawn from; one value for a whole build, and nothing in it that its readers may not see. */
export interface Handbook {
  readonly workspace: Workspace;
  readonly corpus: Corpus;
  readonly graph: Graph;
  readonly history: History;
  /** Every problem of the content folder, hidden documents included: for the author's terminal and server alone. */
  readonly problems: readonly LocatedProblem[];
  /** What the errors among them do to a build; for the author's terminal alone too. */
  readonly verdict: Verdict<LocatedProblem>;
  /** What of the content may be shown where problems are told: their words have gone through it. */
  readonly discretion: Discretion;
  /** The day that ages are counted from, as `judgedDay` finds it. */
  readonly asOf: string | null;
  /** What the rules of the standard look at on that day, and what they say; null without a day. Judged on first use. */
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
interface Whole
  extends Pick<
    Handbook,
    'workspace' | 'corpus' | 'graph' | 'problems' | 'verdict' | 'discretion' | 'history'
  > {
  readonly git: () => GitWitness;
  readonly memory: WitnessMemory;
}

/** A content folder, and what stays true of it from one reading to the next. */
interface Source extends LiveWorkspace, LivePast {
  readonly root: string;
  readonly memory: WitnessMemory;
}

let known: Source | undefined;

function source(): Source {
  const root = contentFolder(process.cwd(), undefined, process.env.HANDBOOK_CONTENT);
  if (known?.root !== root) {
    // Astro runs in the project's own folder; `check` keeps its readings at the same place.
    const program = process.cwd();
    const kept = cacheOf({ folder: join(program, cacheFolder), program }, root);
    const live = liveWorkspace(root, readingCache(kept));
    known = { root, memory: witnessMemory(), ...live, ...livePast(root) };
  }
  return known;
}

function read(): Handbook {
  const { read: readAgain, past, memory } = source();
  // A watcher may take two saves for one: what changed is told by the texts themselves.
  const workspace = readAgain(null);
  const { corpus } = workspace;
  const graph = buildGraph(corpus);
  const discretion = discretionOf(corpus);
  const problems = locate(checkCorpus(corpus, graph), workspace).map(discretion.problem);
  const verdict = verdictOn(corpus, problems);
  const { history, git } = past();
  const whole = { workspace, corpus, graph, problems, verdict, discretion, history, git, memory };
  const asked = process.env.HANDBOOK_AUDIENCE;
  return !asked && isAuthorsServer()
    ? everything(whole)
    : // Without any audience the check refuses the build; nobody reads what nobody was named for.
      copyFor(audienceAsked(corpus, asked) ?? { name: '', description: null }, whole);
}

/** Only the author's own server shows everything; whatever else asks gets the narrowest copy. */
const isAuthorsServer = (): boolean =>
  process.argv.includes('dev') && !process.argv.includes('build');

/** All documents: the author's view, or that of readers who may see everything. */
function everything(whole: Whole, audience: Audience | null = null): Handbook {
  const { workspace, corpus, graph, problems, verdict, discretion, history } = whole;
  const all = documentsOf(corpus).length;
  const documents = { shown: all, all };
  const asOf = judgedDay(corpus, () => history.newest);
  const judged = lazy(() => judgement(whole, asOf));
  return {
    ...{ workspace, corpus, graph, problems, verdict, discretion, history },
    ...{ asOf, audience, documents },
    get standard() {
      return judged().standard;
    },
    get readiness() {
      return judged().readiness;
    },
  };
}

/** What a group of readers may see: the one place where anything is taken out. */
function copyFor(audience: Audience, whole: Whole): Handbook {
  const textOf = (path: string) => fileText(whole, path);
  const cut = cutFor(whole.corpus, whole.graph, audience, textOf, whole.verdict.leftOut);
  const { corpus, documents } = cut;
  if (corpus === whole.corpus) return everything(whole, audience);
  const graph = buildGraph(corpus);
  const paths = new Set([...corpus.entries.map(({ path }) => path), ...corpus.assets]);
  const texts = new Map([...whole.workspace.texts].filter(([path]) => paths.has(path)));
  const history = historyOf(whole.history, paths);
  const asOf = judgedDay(whole.corpus, () => history.newest);
  const judged = lazy(() => {
    const { standard, readiness } = judgement(whole, asOf);
    const context =
      standard && contextOf(standard, cut, { graph, problems: checkCorpus(corpus, graph) });
    return {
      standard: context,
      readiness: context && readiness && withhold(readiness, runStandard(context), cut),
    };
  });
  return {
    workspace: { root: whole.workspace.root, corpus, texts },
    ...{
      corpus,
      graph,
      history,
      problems: whole.problems,
      verdict: whole.verdict,
      discretion: whole.discretion,
      asOf,
      audience,
      documents,
    },
    get standard() {
      return judged().standard;
    },
    get readiness() {
      return judged().readiness;
    },
  };
}

/** The state of the exit, always judged on all documents. */
function judgement(
  { workspace, graph, problems, git, memory }: Whole,
  asOf: string | null,
): Pick<Handbook, 'standard' | 'readiness'> {
  const standard =
    asOf === null
      ? null
      : standardContext(workspace, asOf, { graph, problems, git: git(), memory });
  return { standard, readiness: standard && judge(workspace, standard) };
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
