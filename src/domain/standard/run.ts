import { fill } from '../checks/rule.ts';
import type { Problem, Severity } from '../problems/problem.ts';
import { type GateName, isBy } from './gates.ts';
import { type StandardRuleId, standardRules } from './registry.ts';
import type { Doubt, Evidence, Outcome, StandardContext, StandardRule } from './rule.ts';

/** A finding of a rule with its words, and the gate from which it counts. */
export interface StandardProblem extends Problem {
  readonly ruleId: StandardRuleId;
  readonly from: GateName;
}

/** A rule of the registry: one that nobody registered cannot be run, nor can anything be said in its name. */
type RegisteredRule = StandardRule & { readonly id: StandardRuleId };

/** All that a rule has to say of a handbook, whatever is due. */
export interface RuleResult {
  readonly rule: RegisteredRule;
  readonly problems: readonly StandardProblem[];
  readonly evidence: readonly Evidence[];
  readonly doubts: readonly (Doubt & { readonly from: GateName })[];
}

/** Runs every rule of the standard. */
export const runStandard = (context: StandardContext): RuleResult[] =>
  standardRules.map((rule) => runStandardRule(rule, context));

/** Runs one rule. */
function runStandardRule(rule: RegisteredRule, context: StandardContext): RuleResult {
  const first = rule.stages[0].from;
  const problems: StandardProblem[] = [];
  const evidence: Evidence[] = [];
  const doubts: (Doubt & { from: GateName })[] = [];
  for (const outcome of rule.check(context)) {
    if (isFinding(outcome)) problems.push(problemOf(rule, outcome));
    else if ('cannotTell' in outcome) doubts.push({ ...outcome, from: outcome.from ?? first });
    else evidence.push(outcome);
  }
  return { rule, problems, evidence, doubts };
}

const isFinding = (outcome: Outcome): outcome is Extract<Outcome, { messageId: string }> =>
  'messageId' in outcome;

function problemOf(
  rule: RegisteredRule,
  finding: Extract<Outcome, { messageId: string }>,
): StandardProblem {
  const words = rule.messages[finding.messageId];
  if (!words) throw new Error(`${rule.id} has no message "${finding.messageId}"`);
  const from = words.from ?? rule.stages[0].from;
  return {
    ruleId: rule.id,
    messageId: finding.messageId,
    severity: severityAt(rule, from, words.severity),
    path: finding.path,
    position: finding.position,
    message: fill(words.message, finding.args ?? {}),
    fix: fill(words.fix, finding.args ?? {}),
    from,
  };
}

/** The weight of a rule at a gate; `least` is a message that weighs less than its rule. */
export function severityAt(rule: StandardRule, gate: GateName, least?: Severity): Severity {
  const stage = rule.stages.findLast(({ from }) => isBy(from, gate)) ?? rule.stages[0];
  return least === 'warning' ? 'warning' : stage.severity;
}
