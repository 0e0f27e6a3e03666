import { adr } from './adr.ts';
import { evalReport } from './eval-report.ts';
import { founderMemo } from './founder-memo.ts';
import { integration } from './integration.ts';
import type { Kind } from './kind.ts';
import { postmortem } from './postmortem.ts';
import { runbook } from './runbook.ts';
import { system } from './system.ts';

/** The types that an import tells apart; whatever is none of them is a plain page. */
export const kinds: readonly Kind[] = [
  adr,
  runbook,
  postmortem,
  evalReport,
  founderMemo,
  system,
  integration,
];
