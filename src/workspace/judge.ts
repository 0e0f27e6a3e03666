import { isUnfinished } from '../domain/graph/imported.ts';
import { judgedDay } from '../domain/graph/judged-day.ts';
import type { SourcePoint } from '../domain/problems/problem.ts';
import {
  type Finding,
  type Readiness,
  type RuleState,
  readinessOf,
} from '../domain/readiness/readiness.ts';
import type { GateName } from '../domain/standard/gates.ts';
import type { StandardContext } from '../domain/standard/rule.ts';
import { readHistory } from './git.ts';
import { locate } from './locate.ts';
import type { Workspace } from './read-corpus.ts';

/** A finding with its line. */
export type LocatedFinding = Finding & SourcePoint;

/** A readiness whose findings have their lines, sorted by path and line. */
export interface LocatedReadiness extends Omit<Readiness, 'rules'> {
  readonly rules: readonly (Omit<RuleState, 'findings'> & {
    readonly findings: readonly LocatedFinding[];
  })[];
}

/** Judges a handbook; with `gate` as if that gate were today. */
export function judge(
  workspace: Workspace,
  context: StandardContext,
  gate: GateName | null = null,
): LocatedReadiness {
  const readiness = readinessOf(context, gate);
  const { corpus, texts, locators = new Map() } = workspace;
  const unfinished = new Set(corpus.entries.filter(isUnfinished).map(({ path }) => path));
  const rules = readiness.rules.map((state) => ({
    ...state,
    findings: locate(state.findings, { texts, locators }).map(
      (finding): LocatedFinding =>
        unfinished.has(finding.path) ? { ...finding, unfinished: true } : finding,
    ),
  }));
  return { ...readiness, rules };
}

/** The day to judge from: the one asked for, else that of the handbook; null without any. */
export const dayOf = ({ corpus, root }: Workspace, asked: string | undefined): string | null =>
  asked ?? judgedDay(corpus, () => readHistory(root).newest);
