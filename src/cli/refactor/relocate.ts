import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withArticle } from '../../domain/checks/rule.ts';
import { checkCorpus } from '../../domain/checks/run.ts';
import { baselinePath } from '../../domain/problems/baseline.ts';
import { movedBaseline } from '../../domain/refactor/baseline.ts';
import { movedImports } from '../../workspace/import/moved.ts';
import type { Workspace } from '../../workspace/read-corpus.ts';
import { type FileChange, withChanges } from '../../workspace/refactor/change-set.ts';
import { type Relocation, relocation } from '../../workspace/refactor/relocate.ts';
import { namedInWords } from '../../workspace/refactor/words.ts';
import type { Invocation } from '../command.ts';
import { Refusal } from '../refusal.ts';
import { carryOut } from './carry-out.ts';
import { voidedNotes } from './notes.ts';

/** Moves files of the content folder and all that names them; `paths` are new paths by old ones. */
export function relocate(
  invocation: Invocation,
  workspace: Workspace,
  paths: ReadonlyMap<string, string>,
): void {
  for (const [from, to] of paths) refuseTaken(workspace, from, to, paths);
  const relocated = relocation(workspace, paths);
  if (relocated.stuck.length > 0)
    throw new Refusal(
      `These references and links are written in a way that cannot be edited in place: ${relocated.stuck.join(', ')}. Write them plainly first. Nothing was written.`,
    );
  const changes = [
    ...relocated.changes,
    ...movedImports(workspace, relocated.changes, relocated.moves),
    ...baselineChange(workspace, relocated),
  ];
  carryOut(invocation, workspace, changes, {
    isDry: invocation.given.has('dry-run'),
    notes: (after) => [
      ...aliasNotes(workspace, relocated),
      ...wordNotes(after, relocated),
      ...voidedNotes(workspace, after, changes),
    ],
  });
}

function refuseTaken(
  { root, corpus }: Workspace,
  from: string,
  to: string,
  paths: ReadonlyMap<string, string>,
): void {
  if (paths.has(to))
    throw new Refusal(`${to} would move as well. Move one after the other. Nothing was written.`);
  if (lstatSync(join(root, to), { throwIfNoEntry: false }))
    throw new Refusal(
      from.toLowerCase() === to.toLowerCase()
        ? `${to} is ${from} on this disk, which does not tell small letters from capitals. Take another name first. Nothing was written.`
        : `${to} is there already, and nothing is overwritten. Take another name. Nothing was written.`,
    );
  const type = corpus.entries.find(({ path }) => path === from)?.type;
  if (type?.name === 'sign-off')
    throw new Refusal(
      `${from} is ${withArticle(type.label)}: its name is part of what was signed, so it stays. Nothing was written.`,
    );
}

function baselineChange(workspace: Workspace, { changes, moves }: Relocation): FileChange[] {
  const { root, corpus } = workspace;
  if (!corpus.assets.has(baselinePath)) return [];
  const was = readFileSync(join(root, baselinePath), 'utf8');
  const after = withChanges(workspace, changes);
  const text = movedBaseline(was, moves.paths, checkCorpus(corpus), checkCorpus(after.corpus));
  if (text === was) return [];
  const lines = ['known findings at their new paths'];
  return [{ from: baselinePath, to: baselinePath, text, was, lines }];
}

function aliasNotes({ corpus }: Workspace, { moves }: Relocation): string[] {
  const without = [...moves.ids.keys()].filter((id) => {
    const entry = corpus.byId.get(id);
    return entry && !('aliases' in entry.type.schema.shape);
  });
  return without.length === 0
    ? []
    : [
        `Records keep no old addresses, so nothing leads on from: ${without.map((id) => `/${id}/`).join(', ')}`,
      ];
}

/** How many places are listed. */
const SHOWN = 10;

function wordNotes(after: Workspace, { moves }: Relocation): string[] {
  const places = namedInWords(after, moves);
  const more = places.length > SHOWN ? ` and ${places.length - SHOWN} more` : '';
  return places.length === 0
    ? []
    : [`Named in words, code or data, which is left: ${places.slice(0, SHOWN).join(', ')}${more}`];
}
