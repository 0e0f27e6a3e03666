import type { Corpus } from '../graph/corpus.ts';
import { type GateName, gateDate, gateNames, gateReached, isBy } from '../standard/gates.ts';
import type { Doubt, Evidence, StandardContext, StandardRule } from '../standard/rule.ts';
import { type RuleResult, runStandard, type StandardProblem, severityAt } from '../standard/run.ts';
import { type Waiver, waiversOf } from './waivers.ts';

/** What is true of a rule on a day. */
export type RuleStatus = 'pass' | 'fail' | 'waived' | 'cannot-tell' | 'not-due' | 'not-applicable';

/** What is true of a gate: `ahead` is still to come, `cannot-tell` has no failure and no proof either. */
export type GateState = 'passed' | 'failed' | 'cannot-tell' | 'ahead';

/** A finding as it stands on a day. */
export interface Finding extends StandardProblem {
  readonly due: boolean;
  /** The waiver that lets it pass. */
  readonly waiver: Waiver | null;
  /** A waiver that was written for it and does not hold, with the reason. */
  readonly voided: Waiver | null;
}

/** A rule as it stands on a day. */
export interface RuleState {
  readonly rule: StandardRule;
  readonly status: RuleStatus;
  /** Its weight today; for a rule that is not due the weight it begins with. */
  readonly severity: 'error' | 'warning';
  readonly evidence: readonly Evidence[];
  readonly findings: readonly Finding[];
  readonly doubts: readonly (Doubt & { readonly from: GateName; readonly due: boolean })[];
}

/** A gate as it stands on a day: what it asks of the handbook as it is now. */
export interface GateResult {
  readonly id: GateName;
  readonly date: string | null;
  readonly state: GateState;
  /** Findings that fail it, by weight; waived ones do not count. */
  readonly errors: number;
  readonly warnings: number;
  /** Error rules that nobody could decide. */
  readonly unknown: number;
  /** What is true of each rule at this gate, by its id. */
  readonly statuses: ReadonlyMap<string, RuleStatus>;
}

/** The state of the exit on a day. */
export interface Readiness {
  readonly asOf: string;
  readonly exitOn: string | null;
  /** The gate up to which rules are due; null before the kickoff. */
  readonly reached: GateName | null;
  readonly gates: readonly GateResult[];
  readonly rules: readonly RuleState[];
  readonly waivers: readonly Waiver[];
}

/** Judges a handbook; with `gate` as if that gate were today. */
export function readinessOf(context: StandardContext, gate: GateName | null = null): Readiness {
  const { asOf, exitOn } = context;
  // A day before the kickoff is judged like the kickoff: nothing due would look like everything done.
  const reached = gate ?? gateReached(asOf, context) ?? 'K';
  const waiversOn = (day: string) => waiversOf(context.corpus, day, context.git);
  const waivers = waiversOn(gate === null ? asOf : dayOfGate(gate, context));
  const results = runStandard(context);
  return {
    asOf,
    exitOn,
    reached,
    gates: gateNames.map((name) =>
      gateResult(name, results, waiversOn(dayOfGate(name, context)), context, reached),
    ),
    rules: results.map((result) => ruleState(result, waivers, context, reached)),
    waivers,
  };
}

/** The day on which a gate is judged: today for one that has come, else its own, when waivers may have run out. */
function dayOfGate(gate: GateName, context: StandardContext): string {
  const date = gateDate(gate, context);
  return date !== null && date > context.asOf ? date : context.asOf;
}

function ruleState(
  { rule, problems, evidence, doubts }: RuleResult,
  waivers: readonly Waiver[],
  context: StandardContext,
  reached: GateName | null,
): RuleState {
  const isDue = (from: GateName) => reached !== null && isBy(from, reached);
  const at = reached !== null && isDue(rule.stages[0].from) ? reached : rule.stages[0].from;
  const findings = problems.map((problem) => ({
    ...problem,
    severity: severityAt(rule, later(problem.from, at), weightOf(rule, problem)),
    due: isDue(problem.from),
    ...waiverFor(problem, waivers, context),
  }));
  const state = {
    evidence,
    findings,
    doubts: doubts.map((one) => ({ ...one, due: isDue(one.from) })),
  };
  return { rule, status: statusOf(rule, state, isDue), severity: severityAt(rule, at), ...state };
}

function statusOf(
  rule: StandardRule,
  { evidence, findings, doubts }: Pick<RuleState, 'evidence' | 'findings' | 'doubts'>,
  isDue: (from: GateName) => boolean,
): RuleStatus {
  if (!isDue(rule.stages[0].from)) return 'not-due';
  const due = findings.filter((one) => one.due);
  if (due.some(({ waiver }) => waiver === null)) return 'fail';
  if (doubts.some((one) => one.due)) return 'cannot-tell';
  if (due.length > 0) return 'waived';
  return evidence.length > 0 ? 'pass' : 'not-applicable';
}

function gateResult(
  id: GateName,
  results: readonly RuleResult[],
  waivers: readonly Waiver[],
  context: StandardContext,
  reached: GateName | null,
): GateResult {
  const states = results.map((result) => ruleState(result, waivers, context, id));
  const open = states.flatMap(({ findings }) =>
    findings.filter(({ due, waiver }) => due && waiver === null),
  );
  const errors = open.filter(({ severity }) => severity === 'error').length;
  const unknown = states.filter(
    ({ status, severity }) => status === 'cannot-tell' && severity === 'error',
  ).length;
  const isAhead = reached === null || !isBy(id, reached);
  const state = errors > 0 ? 'failed' : unknown > 0 ? 'cannot-tell' : 'passed';
  return {
    id,
    date: gateDate(id, context),
    state: isAhead ? 'ahead' : state,
    errors,
    warnings: open.length - errors,
    unknown,
    statuses: new Map(states.map(({ rule, status }) => [rule.id, status])),
  };
}

/** The waiver that covers a finding, or one that was meant to. */
function waiverFor(
  { ruleId, path }: StandardProblem,
  waivers: readonly Waiver[],
  { corpus }: StandardContext,
): Pick<Finding, 'waiver' | 'voided'> {
  const target = idsByPath(corpus).get(path) ?? null;
  const isHandbook = target === null || target === 'engagement';
  const meant = waivers.filter(
    (waiver) => waiver.rule === ruleId && (waiver.target ?? (isHandbook ? target : '')) === target,
  );
  const waiver = meant.find((one) => one.void === null) ?? null;
  return { waiver, voided: waiver === null ? (meant[0] ?? null) : null };
}

const ids = new WeakMap<Corpus, ReadonlyMap<string, string>>();

function idsByPath(corpus: Corpus): ReadonlyMap<string, string> {
  const known = ids.get(corpus) ?? new Map(corpus.entries.map(({ path, id }) => [path, id]));
  ids.set(corpus, known);
  return known;
}

/** A message that weighs less than its rule keeps its weight at every gate. */
const weightOf = (rule: StandardRule, problem: StandardProblem) =>
  rule.messages[problem.messageId]?.severity;

const later = (a: GateName, b: GateName): GateName => (isBy(a, b) ? b : a);

/** Whether the exit can go on: no error that is due fails, and none is undecided. */
export const isReady = ({ rules }: Pick<Readiness, 'rules'>): boolean =>
  !rules.some(
    ({ status, severity, findings }) =>
      (status === 'cannot-tell' && severity === 'error') ||
      findings.some(({ due, waiver, severity: weight }) => due && !waiver && weight === 'error'),
  );
