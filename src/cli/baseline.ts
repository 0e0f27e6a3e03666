import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../domain/commands/define.ts';
import {
  type Baseline,
  type BaselinePart,
  baselinePath,
  baselineText,
  type Comparison,
  compareBaseline,
  emptyBaseline,
  type Known,
  readBaseline,
} from '../domain/problems/baseline.ts';
import { withLock } from '../workspace/lock.ts';
import type { Workspace } from '../workspace/read-corpus.ts';
import { writeAtomically } from '../workspace/write.ts';
import type { Io } from './io.ts';
import { shownPath } from './open.ts';
import { Refusal } from './refusal.ts';
import { count } from './reporters/report.ts';
import { cell } from './table.ts';

/** The baseline of a content folder; null without one. A file that is none throws a Refusal. */
export function baselineOf({ root, corpus }: Workspace, io: Pick<Io, 'cwd'>): Baseline | null {
  if (!corpus.assets.has(baselinePath)) return null;
  const baseline = readBaseline(readFileSync(join(root, baselinePath), 'utf8'));
  if (typeof baseline !== 'string') return baseline;
  throw new Refusal(
    `${shownPath(io, root, baselinePath)} ${baseline}. Take it from git again, or delete it and write a new one: ${program} check --write-baseline`,
  );
}

/** Writes what is found now as known, and says how many; the other command's part stays as it is. */
export function writeBaseline(
  workspace: Workspace,
  part: BaselinePart,
  found: readonly Known[],
  io: Io,
): void {
  const { root } = workspace;
  const before = withLock(join(root, '.new.lock'), () => {
    const old = baselineOf(workspace, io) ?? emptyBaseline;
    writeAtomically(join(root, baselinePath), baselineText({ ...old, [part]: found }));
    return old[part];
  });
  const same = (one: Known) => one;
  const { fresh, fixed } = compareBaseline(before, found, same, () => true);
  const change =
    before.length === 0
      ? ''
      : ` (${fresh.length} more than before; ${fixed.length} fixed and gone)`;
  io.stdout(`${shownPath(io, root, baselinePath)}\n`);
  io.stderr(
    `${count(found.length, 'finding')} known from now on${change}. "${part}" exits with 1 only for others.\n`,
  );
}

/** How findings stand against the baseline, in sentences; `show` is a finding in a line. */
export function baselineWords<T>(
  { known, fixed, fresh }: Comparison<T>,
  part: BaselinePart,
  show: (finding: T) => string,
  hide = (words: string) => words,
): string {
  if (known === 0 && fresh.length === 0) return '';
  const left = `${known - fixed.length} of ${count(known, 'known finding')} left; ${fixed.length} fixed`;
  const gone = fixed.map(({ rule, path }) => hide(`${rule}  ${path}`));
  return [
    `${left}; ${fresh.length} new.`,
    ...listed(
      'New, and not in baseline.json:',
      fresh.map((one) => hide(show(one))),
    ),
    ...listed(
      `Fixed. Take them out, so that they cannot come back unseen: ${program} ${part} --write-baseline`,
      gone,
    ),
    '',
  ].join('\n');
}

/** How many findings are listed. */
const SHOWN = 20;

function listed(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const rows = items.slice(0, SHOWN).map((item) => `  ${cell(item, 200)}`);
  const more = items.length > SHOWN ? [`  and ${items.length - SHOWN} more`] : [];
  return [title, ...rows, ...more];
}
