import { typeNamed } from '../../domain/documents/registry.ts';
import { importable } from '../../workspace/import/map.ts';
import type { Wish } from '../../workspace/import/pipeline.ts';
import type { Noticed } from '../../workspace/import/worker-model.ts';
import type { Choice, Io } from '../io.ts';
import { count } from '../reporters/report.ts';
import { cell } from '../table.ts';
import { SURE } from './report.ts';
import type { Wishes } from './wishes.ts';

/** Asks the person at the terminal who may read the documents, where nothing says so. */
export async function audienceAsked(
  { map, audiences }: Wishes,
  { prompt, isTerminal }: Io,
): Promise<readonly string[]> {
  if (map.audience !== null) return map.audience;
  if (audiences.length < 2 || !isTerminal.input) return audiences.slice(0, 1);
  const message = 'Who may read what is imported?';
  return prompt.chooseMany(
    { message },
    audiences.map((value) => ({ value, label: value })),
  );
}

/** Goes through documents with the person at the terminal, the least certain first; what they say of each. */
export async function reviewed(
  noticed: readonly Noticed[],
  wishOf: (one: Noticed) => Wish,
  { prompt, isTerminal }: Io,
): Promise<ReadonlyMap<string, Wish>> {
  const open = noticed
    .filter((one) => wishOf(one).type === undefined && !wishOf(one).skip)
    .sort((a, b) => a.detection.confidence - b.detection.confidence);
  const said = new Map<string, Wish>();
  if (!isTerminal.input || open.length === 0) return said;
  const unsure = open.filter(({ detection }) => detection.confidence < SURE);
  const how = await prompt.choose({ message: summaryOf(open) }, waysToGo(open, unsure));
  const asked = how === 'all' ? open : how === 'unsure' ? unsure : [];
  for (const [index, one] of asked.entries()) {
    const rest = asked.length - index;
    const answer = await prompt.choose({ message: questionOf(one, rest) }, choicesFor(one));
    if (answer === REST) break;
    said.set(one.from, answer === SKIP ? { skip: true } : { type: answer });
  }
  return said;
}

const SKIP = 'leave it out';
const REST = 'take the rest as proposed';

function summaryOf(open: readonly Noticed[]): string {
  const byType = Map.groupBy(open, ({ detection }) => detection.type);
  const kinds = [...byType]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([type, all]) => `${all.length} ${labelOf(type, all.length)}`);
  return `${count(open.length, 'document')}: ${kinds.join(', ')}.`;
}

const waysToGo = (open: readonly Noticed[], unsure: readonly Noticed[]): Choice[] => [
  ...(unsure.length === 0
    ? []
    : [{ value: 'unsure', label: `Look at the ${unsure.length} that are uncertain` }]),
  { value: 'none', label: 'Take them as proposed' },
  { value: 'all', label: `Look at all ${open.length}` },
];

function questionOf({ from, title, detection }: Noticed, rest: number): string {
  const { type, confidence, reasons } = detection;
  const why = reasons.length === 0 ? 'nothing speaks for a kind' : reasons.join('; ');
  const name = title === null ? from : `${from} (${title})`;
  return `${cell(name, 100)}\n${labelOf(type, 1)}, ${Math.round(confidence * 100)} %: ${cell(why, 200)}. ${rest} to go. What is it?`;
}

/** The proposed type first. */
function choicesFor({ detection }: Noticed): Choice[] {
  const others = importable.filter((name) => name !== detection.type);
  return [
    ...[detection.type, ...others].map((value) => ({ value, label: labelOf(value, 1) })),
    { value: SKIP, label: 'Leave it out' },
    { value: REST, label: 'Take this and the rest as proposed' },
  ];
}

function labelOf(type: string, many: number): string {
  const found = typeNamed(type);
  const words = many === 1 ? found?.label : found?.plural;
  return (words ?? type).toLowerCase();
}
