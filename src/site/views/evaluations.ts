import { baselineOf, type EvalRun, runsOf } from '../../domain/evals/run.ts';
import type { Corpus, Entry } from '../../domain/graph/corpus.ts';
import type { Mark } from './words.ts';

/** Where results and gates are read: the corpus, and the text of a file of its folder. */
export interface Files {
  readonly corpus: Corpus;
  readonly fileText: (path: string) => string | null;
}

const known = new WeakMap<Corpus, readonly EvalRun[]>();

/** All evaluations with their computed decisions, oldest first; worked out once for a corpus. */
export function evaluations({ corpus, fileText }: Files): readonly EvalRun[] {
  const runs = known.get(corpus) ?? runsOf(corpus, fileText);
  known.set(corpus, runs);
  return runs;
}

/** The evaluation of a report, with what it is compared with; null for one that cannot be read. */
export function evaluationOf(entry: Entry, files: Files) {
  const runs = evaluations(files);
  const run = runs.find((one) => one.entry === entry);
  return run ? { run, baseline: baselineOf(run, runs) } : null;
}

/** How a run came out, computed from its files; null where it names neither results nor a gate. */
export function gateMark({ decision, resultsPath, gatePath }: EvalRun): Mark | null {
  const { state, slices } = decision;
  const missed = slices.filter(({ met }) => met === false).length;
  if (state === 'met') return { text: `Gate met: all ${slices.length} lines`, tone: 'good' };
  if (state === 'missed')
    return { text: `Gate missed: ${missed} of ${slices.length} lines`, tone: 'bad' };
  if (resultsPath === null && gatePath === null) return null;
  return { text: 'Gate: cannot be computed', tone: 'attention' };
}

/** The same in a word for lists. */
export function gateWord(run: EvalRun | undefined): Mark | null {
  const mark = run && gateMark(run);
  const words = { met: 'met', missed: 'missed', 'cannot-tell': 'cannot tell' };
  return mark ? { text: words[run.decision.state], tone: mark.tone } : null;
}
