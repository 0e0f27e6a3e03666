import { join } from 'node:path';
import { type Entry, entriesOf, slugOf } from '../../domain/graph/corpus.ts';
import { rawAt } from '../../domain/graph/fields.ts';
import { suggest } from '../../domain/problems/suggest.ts';
import type { Workspace } from '../../workspace/read-corpus.ts';
import { withSignature } from '../../workspace/sign-week.ts';
import { standardContext } from '../../workspace/witness.ts';
import { writeAtomically } from '../../workspace/write.ts';
import type { Invocation } from '../command.ts';
import { shownPath } from '../open.ts';
import { Refusal } from '../refusal.ts';

/** Writes the signature of the sponsor into a weekly summary. */
export function signWeek(
  { io, given }: Invocation,
  workspace: Workspace,
  signer: Entry,
  asked: string,
): number {
  for (const option of ['gate', 'rehearsal', 'key'])
    if (given.has(option)) throw new Refusal(`A week is signed without --${option}.`);
  const week = weekNamed(workspace, asked);
  const hash = standardContext(workspace, io.today).hashOf(week);
  const by = slugOf(signer);
  if (rawAt(week.data, 'signed.hash') === hash && rawAt(week.data, 'signed.by') === by)
    throw new Refusal(`${week.path} is signed by ${by} already, as it stands.`);
  const before = workspace.texts.get(week.path) ?? '';
  const text = withSignature(before, { by, on: io.today, hash });
  if (text === null)
    throw new Refusal(
      `${week.path}: its fields cannot be changed safely. Write it by hand:\nsigned:\n  by: ${by}\n  on: ${io.today}\n  hash: ${hash}`,
    );
  const shown = shownPath(io, workspace.root, week.path);
  io.stderr(
    `${given.has('dry-run') ? 'Not written' : 'Signed'}: ${shown}, as it is on ${io.today}\n`,
  );
  if (given.has('dry-run')) io.stdout(text);
  else {
    writeAtomically(join(workspace.root, week.path), text);
    io.stdout(`${shown}\n`);
  }
  return 0;
}

function weekNamed({ corpus }: Workspace, asked: string): Entry {
  const weeks = entriesOf(corpus, 'weekly-summary').filter(({ readable }) => readable);
  const id = asked.replace(/\.mdx$/, '');
  const week = weeks.find((one) => one.id === id || slugOf(one) === id);
  if (week) return week;
  const near = suggest(
    id,
    weeks.map((one) => one.id),
  );
  const hint = near === null ? '' : ` Did you mean ${near}?`;
  throw new Refusal(`There is no weekly summary ${asked}.${hint}`);
}
