import { discretionOf } from '../../domain/checks/discretion.ts';
import { prose as definition } from '../../domain/commands/prose.ts';
import { proseRules } from '../../domain/prose/rules.ts';
import { locate } from '../../workspace/locate.ts';
import type { Command } from '../command.ts';
import { openWorkspace, shownPath } from '../open.ts';
import { writeReport } from '../reporters/registry.ts';
import { wordsOfRule } from '../reporters/report.ts';
import { scopeOf } from '../scope.ts';
import { cell } from '../table.ts';

export const prose: Command = {
  ...definition,
  run: async (invocation) => {
    const { io, positionals } = invocation;
    const workspace = openWorkspace(invocation);
    const inScope = scopeOf(positionals, io, workspace);
    // Dictionaries are large, and no other command needs them.
    const { lintProse } = await import('../../workspace/prose/lint.ts');
    const { root, texts } = workspace;
    writeReport(invocation, {
      problems: locate(lintProse(workspace, inScope), workspace),
      files: [...texts.keys()].filter(inScope).length,
      show: (path) => shownPath(io, root, path),
      showText: (path) => cell(shownPath(io, root, path), Infinity),
      discretion: discretionOf(workspace.corpus),
      textOf: (path) => texts.get(path) ?? null,
      rules: proseRules.map(wordsOfRule),
    });
    return 0;
  },
};
