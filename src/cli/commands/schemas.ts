import { relative, resolve, sep } from 'node:path';
import { schemas as definition } from '../../domain/commands/schemas.ts';
import { editorSettings, json } from '../../domain/editor/files.ts';
import { type EditorPlan, editorFolder, planEditor, writeEditor } from '../../workspace/editor.ts';
import { type Command, type Invocation, optionValue } from '../command.ts';
import { openWorkspace, shownPath } from '../open.ts';
import { Refusal } from '../refusal.ts';

export const schemas: Command = {
  ...definition,
  run: (invocation) => {
    const { io, given } = invocation;
    const { root, corpus } = openWorkspace(invocation);
    const folder = folderAsked(invocation, root) ?? editorFolder(root) ?? root;
    const plan = planEditor(root, corpus, folder);
    for (const path of plan.files.keys()) io.stdout(`${shownPath(io, folder, path)}\n`);
    if (given.has('dry-run')) io.stderr('Nothing was written.\n');
    else writeEditor(plan);
    if (plan.files.size === 0) io.stderr('Everything is up to date.\n');
    io.stderr(wordsOfRefused(plan, relative(folder, root).split(sep).join('/')));
    return 0;
  },
};

function folderAsked(invocation: Invocation, root: string): string | null {
  const asked = optionValue(invocation, 'editor');
  if (asked === undefined) return null;
  const folder = resolve(invocation.io.cwd, asked);
  if (relative(folder, root).split(sep)[0] !== '..') return folder;
  throw new Refusal(
    `${asked} is not the content folder ${root} and not above it, so no editor opened there shows the handbook.`,
  );
}

/** What a person has to enter where a file is theirs. */
function wordsOfRefused({ refused }: EditorPlan, content: string): string {
  return refused
    .map((path) =>
      path.endsWith('settings.json')
        ? `${path} holds comments, so it was left as it is. Add to it:\n${json(editorSettings(content))}`
        : `${path} holds comments, so it was left as it is.\n`,
    )
    .join('');
}
