import { program } from '../../domain/commands/define.ts';
import { fix as definition } from '../../domain/commands/fix.ts';
import { fixes } from '../../workspace/refactor/fix.ts';
import type { Command } from '../command.ts';
import { openWorkspace } from '../open.ts';
import { carryOut } from '../refactor/carry-out.ts';
import { voidedNotes } from '../refactor/notes.ts';
import { count } from '../reporters/report.ts';
import { scopeOf } from '../scope.ts';

export const fix: Command = {
  ...definition,
  run: (invocation) => {
    const { io, positionals, given } = invocation;
    const workspace = openWorkspace(invocation);
    const changes = fixes(workspace, scopeOf(positionals, io, workspace));
    const isDry = !given.has('write');
    if (changes.length === 0) {
      io.stderr('There is nothing to put right without judgement.\n');
      return 0;
    }
    carryOut(invocation, workspace, changes, {
      isDry,
      mayNormalise: true,
      notes: (after) => voidedNotes(workspace, after, changes),
    });
    if (!isDry) return 0;
    const again = [program, 'fix', ...positionals, '--write'].join(' ');
    io.stderr(`${count(changes.length, 'file')} to put right: ${again}\n`);
    return 1;
  },
};
