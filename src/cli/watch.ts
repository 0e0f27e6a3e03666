import { baselinePath, compareCheck } from '../domain/problems/baseline.ts';
import { differenceOf } from '../domain/problems/difference.ts';
import type { LocatedProblem } from '../domain/problems/problem.ts';
import { gitWork } from '../workspace/git-lock.ts';
import { type LiveWorkspace, liveWorkspace } from '../workspace/live-workspace.ts';
import type { Workspace } from '../workspace/read-corpus.ts';
import { readingCache } from '../workspace/reading-cache.ts';
import { baselineOf } from './baseline.ts';
import { problemStyle } from './colors.ts';
import { type Invocation, optionValue } from './command.ts';
import { cacheIn, shownPath } from './open.ts';
import { Refusal } from './refusal.ts';
import { discreet } from './reporters/discreet.ts';
import type { Report } from './reporters/report.ts';
import { reportText } from './reporters/text.ts';
import { type Answer, answerJson, answerText } from './watch-answer.ts';

/** Milliseconds without a further change after which a save is over, and after which a burst of them is. */
const QUIET = { save: 10, burst: 100 };
const BURST = 4;
/** Milliseconds after an answer in which nothing happens, before everything is read once more. */
const SETTLED = 300;

/** Checks a content folder after each change until it is told to end: first a whole report, then what is different. */
export async function watch(
  invocation: Invocation,
  root: string,
  inspect: (workspace: Workspace) => Report,
): Promise<number> {
  const { io } = invocation;
  const format = optionValue(invocation, 'format') ?? 'text';
  if (invocation.given.has('write-baseline'))
    throw new Refusal('A baseline is written once: leave out --watch.');
  if (format !== 'text' && format !== 'json')
    throw new Refusal(`--watch answers as text or json, not as ${format}.`);
  if (!io.watcher) throw new Refusal('There is nothing here to watch files with.');
  const session = sessionOf(invocation, root, inspect, format);
  const ended = io.watcher.ended();
  session.look(null);
  const turn = turns((changed) => session.look(changed), gitWork(root));
  const close = await io.watcher.begin(root, turn.changed);
  // What was saved before the watching began.
  session.look(null);
  io.stderr(`Watching ${shownPath(io, root, '')}. Ctrl-C ends it.\n`);
  session.tellBaseline();
  await ended;
  turn.stop();
  await close();
  return 0;
}

/** Paths that changed; null where that is not known. */
type Changed = ReadonlySet<string> | null;

/** Gathers changes until they are over, then looks once; later, when all is quiet, once more at everything. */
function turns(look: (changed: Changed) => void, isBusy: () => boolean) {
  let pending: Set<string> | null = new Set();
  let timer: NodeJS.Timeout | undefined;
  const wait = (ms: number, then: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(then, ms);
  };
  const answer = () => {
    if (isBusy()) return wait(QUIET.burst, answer);
    const changed = pending;
    pending = new Set();
    look(changed);
    if (changed !== null) wait(SETTLED, () => look(null));
  };
  return {
    changed: (path: string | null) => {
      if (path === null) pending = null;
      else pending?.add(path);
      wait((pending?.size ?? BURST) < BURST ? QUIET.save : QUIET.burst, answer);
    },
    stop: () => clearTimeout(timer),
  };
}

interface Look {
  readonly workspace: Workspace;
  /** Paths that were told to have changed. */
  readonly told: Changed;
  readonly report: Report;
  readonly left: readonly LocatedProblem[];
  /** What was left in files that cannot be read at the moment. */
  readonly unseen: readonly LocatedProblem[];
}

/** Looks again and again, and prints what is different from the look before. */
function sessionOf(
  invocation: Invocation,
  root: string,
  inspect: (workspace: Workspace) => Report,
  format: 'text' | 'json',
) {
  const { io } = invocation;
  const kept = cacheIn(io, root);
  const live: LiveWorkspace = liveWorkspace(root, kept ? readingCache(kept) : undefined);
  let last: Look | null = null;
  const print = (now: Look) => {
    const answer = answerOf(last, now);
    const report = discreet(now.report);
    const shown = discreetAnswer(answer, last, now);
    if (format === 'json') io.stdout(answerJson(shown, report));
    else if (last === null) io.stdout(reportText(report, { style: problemStyle(io) }));
    else io.stdout(answerText(shown, report, problemStyle(io)));
  };
  return {
    tellBaseline: () => {
      const known = last ? last.report.problems.length - last.left.length : 0;
      if (known > 0)
        io.stderr(`${known} of them are in ${baselinePath}; only others are told from here on.\n`);
    },
    look: (changed: Changed) => {
      try {
        const workspace = live.read(changed);
        const report = inspect(workspace);
        const left = unknownOf(report, workspace, io);
        const { unseen } = differenceOf(foundBy(last), left);
        const now = { workspace, told: changed, report, left, unseen };
        if (last === null || isDifferent(last, now)) print(now);
        last = now;
      } catch (error) {
        // The folder may be gone for a moment, or half of a file be written.
        if (last === null) throw error;
        io.stderr(`${error instanceof Error ? error.message : error}\n`);
      }
    },
  };
}

/** An answer with words that may be shown, by what was known then and now. */
function discreetAnswer(answer: Answer, before: Look | null, now: Look): Answer {
  const known = [before?.report.discretion, now.report.discretion];
  const shown = (problem: LocatedProblem) =>
    known.reduce((one, discretion) => discretion?.problem(one) ?? one, problem);
  return { ...answer, added: answer.added.map(shown), fixed: answer.fixed.map(shown) };
}

/** Problems that no baseline knows. */
function unknownOf(
  { problems }: Report,
  workspace: Workspace,
  io: Invocation['io'],
): readonly LocatedProblem[] {
  const baseline = baselineOf(workspace, io);
  if (baseline === null) return problems;
  return compareCheck(baseline.check, problems).fresh;
}

/** What was wrong as far as a look could tell. */
const foundBy = (look: Look | null): readonly LocatedProblem[] =>
  look ? [...look.left, ...look.unseen] : [];

const isDifferent = (before: Look, now: Look): boolean => {
  const { added, fixed, changed } = answerOf(before, now);
  return added.length + fixed.length + changed.length > 0;
};

function answerOf(before: Look | null, now: Look): Answer {
  const { report, left } = now;
  const changed = before === null ? [] : changedPaths(before.workspace, now);
  const known = report.problems.length - left.length;
  return { ...differenceOf(foundBy(before), left), changed, left, known };
}

/** Documents and records whose text is another, and other files that were told of, came or went. */
function changedPaths(before: Workspace, { workspace: now, told }: Look): string[] {
  const edited = [...now.texts].filter(([path, text]) => before.texts.get(path) !== text);
  const gone = [...before.texts.keys()].filter((path) => !now.texts.has(path));
  const [were, are] = [before.corpus.assets, now.corpus.assets];
  const others = [...were, ...are].filter(
    (path) => told?.has(path) || !were.has(path) || !are.has(path),
  );
  return [...new Set([...edited.map(([path]) => path), ...gone, ...others])].sort();
}
