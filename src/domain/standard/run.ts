import { fill } from '../checks/rule.ts';
import { type TypeName, typeNamed, typeOfFolder } from '../documents/registry.ts';
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
export function runStandard(context: StandardContext): RuleResult[] {
  const unsure = unreadFiles(context);
  return standardRules.map((rule) => {
    const result = runStandardRule(rule, context);
    const doubts = unsure.filter(({ type }) => type === null || speaksOf(rule, type));
    return doubts.length === 0
      ? result
      : { ...result, doubts: [...result.doubts, doubtOf(doubts, rule)] };
  });
}

/** Checks after whose errors nobody knows what a file would have said. */
const reading: ReadonlySet<string> = new Set([
  'file-readable',
  'file-name',
  'text-encoding',
  'yaml-syntax',
  'mdx-syntax',
  'safe-content',
  'schema',
  'references',
]);

interface Unread {
  readonly path: string;
  /** Null where even that cannot be told. */
  readonly type: TypeName | null;
}

/** Files whose content does not count as it stands, each once. */
function unreadFiles({ problems }: StandardContext): Unread[] {
  const broken = problems.filter(
    ({ ruleId, severity }) => severity === 'error' && reading.has(ruleId),
  );
  return [...new Set(broken.map(({ path }) => path))].sort().map((path) => {
    const type = typeOfFolder(path.split('/')[0] ?? '') ?? typeNamed(path.replace(/\.\w+$/, ''));
    return { path, type: (type?.name as TypeName | undefined) ?? null };
  });
}

const speaksOf = ({ appliesTo }: StandardRule, type: TypeName): boolean => appliesTo.includes(type);

/** What cannot be read must not help a rule to pass. */
function doubtOf(files: readonly Unread[], rule: StandardRule) {
  const [first] = files;
  const more = files.length > 1 ? ` and ${files.length - 1} more` : '';
  return {
    cannotTell: `${first?.path}${more} cannot be read as it stands, so what it says is not judged. Run: npm run handbook -- check`,
    path: first?.path ?? '',
    from: rule.stages[0].from,
  };
}

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
