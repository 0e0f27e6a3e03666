import type { ImportPlan, PlannedDocument } from '../../workspace/import/pipeline.ts';
import { type Keep, keeps } from '../../workspace/import/plan.ts';
import type { Choice, Io } from '../io.ts';
import { cell } from '../table.ts';
import { regionLines } from './report-text.ts';

/** Asks the person at the terminal about each document that changed on both sides; the plan with their answers. */
export async function conflictsSettled(
  plan: ImportPlan,
  { prompt, isTerminal }: Io,
): Promise<ImportPlan> {
  const contested = plan.documents.filter(({ fate }) => fate === 'contested');
  if (!isTerminal.input || contested.length === 0) return plan;
  const said = new Map<string, Keep>();
  for (const [index, one] of contested.entries()) {
    const message = questionOf(one, contested.length - index);
    const answer = await prompt.choose({ message }, choicesFor(one));
    const keep = keeps.find((name) => name === answer);
    if (keep !== undefined) said.set(one.from, keep);
  }
  return plan.keeping(said);
}

const questionOf = ({ path, from, regions }: PlannedDocument, rest: number): string =>
  [
    `${path} changed here and in ${cell(from, 100)}. ${rest} to go.`,
    ...regions.flatMap((one) => regionLines(one, { isWhole: false })),
    'Whose text is taken?',
  ].join('\n');

/** The changes of both sides fit together only where no line was changed by both. */
const choicesFor = ({ regions }: PlannedDocument): Choice[] => [
  { value: 'later', label: 'Leave it as it is, and decide later' },
  ...(regions.some(({ isConflict }) => isConflict)
    ? []
    : [{ value: 'both', label: 'Take the changes of both' }]),
  { value: 'here', label: 'Keep the text that is here' },
  { value: 'source', label: 'Take the text of the source' },
];
