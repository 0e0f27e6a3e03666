import type { LocatedProblem } from '../../domain/problems/problem.ts';
import { textWritten } from '../../workspace/import/after.ts';
import type { ImportPlan } from '../../workspace/import/pipeline.ts';
import { lineInSource } from '../../workspace/import/source-text.ts';
import type { RefusedProblem } from './report.ts';

/** Errors with the line of the source that says what stands at theirs. */
export async function withOrigins(
  problems: readonly LocatedProblem[],
  plan: ImportPlan,
): Promise<RefusedProblem[]> {
  const documents = new Map(plan.documents.map((one) => [one.path, one]));
  const texts = new Map<string, Promise<string | null>>();
  const textOf = (from: string) => {
    const text = texts.get(from) ?? plan.sourceText(from);
    texts.set(from, text);
    return text;
  };
  const found: RefusedProblem[] = [];
  for (const one of problems) {
    const document = documents.get(one.path);
    const source = document ? await textOf(document.from) : null;
    const here = document ? (textWritten(document).split('\n')[one.line - 1] ?? '') : '';
    const line = source === null ? null : lineInSource(here, source);
    found.push({ ...one, origin: document ? { from: document.from, line } : null });
  }
  return found;
}
