import { existsSync, mkdirSync, readdirSync, realpathSync, rmdirSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { program } from '../../domain/commands/define.ts';
import { importDocuments as definition } from '../../domain/commands/import.ts';
import { planImport } from '../../workspace/import/pipeline.ts';
import { putTogether, undoKilled } from '../../workspace/import/write.ts';
import { emptyWorkspace } from '../../workspace/read-corpus.ts';
import type { Command, Invocation } from '../command.ts';
import { optionValue } from '../command.ts';
import { Refusal } from '../refusal.ts';
import { openWorkspace } from '../open.ts';

export const importDocuments: Command = {
  ...definition,
  run: async (invocation) => {
    const { io, positionals, given } = invocation;
    if (positionals.length === 0) throw new Refusal(`Name what to import: ${program} import ../service/docs`);
    const sources = positionals.map((one) => resolve(io.cwd, one));
    const workspace = openWorkspace(invocation);
    const plan = await planImport({
      sources,
      workspace,
      decide: async () => () => ({ otherwise: { audience: ['everyone'] } }),
      progress: () => {},
    });
    for (const { fate, from, path } of plan.documents) io.stdout(`${fate} ${path} <- ${from}\n`);
    if (!given.has('dry-run')) putTogether(workspace.root, plan.documents.flatMap(({ puts }) => puts));
    return plan.documents.some(({ fate }) => fate === 'contested') ? 1 : 0;
  },
};
