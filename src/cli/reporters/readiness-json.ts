import { standardAddress } from '../../domain/standard/registry.ts';
import type { LocatedReadiness } from '../../workspace/judge.ts';

type State = LocatedReadiness['rules'][number];

/** The state of the exit for programs; paths as `show` writes them. */
export function readinessJson(
  { asOf, exitOn, gates, rules }: LocatedReadiness,
  show: (path: string) => string,
): string {
  const result = {
    asOf,
    exitOn,
    gates: gates.map(({ id, date, state, errors, warnings, unknown }) => ({
      id,
      date,
      state,
      errors,
      warnings,
      unknown,
    })),
    rules: rules.map((state) => ruleJson(state, show)),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

const ruleJson = (state: State, show: (path: string) => string) => ({
  id: state.rule.id,
  title: state.rule.title,
  status: state.status,
  severity: state.severity,
  url: standardAddress(state.rule.id),
  evidence: state.evidence.map(({ evidence, path, commit }) => ({
    text: evidence,
    ...(path === undefined ? {} : { path: show(path) }),
    ...(commit === undefined ? {} : { commit }),
  })),
  problems: state.findings.map((finding) => ({
    messageId: finding.messageId,
    severity: finding.severity,
    from: finding.from,
    due: finding.due,
    path: show(finding.path),
    line: finding.line,
    column: finding.column,
    message: finding.message,
    fix: finding.fix,
    waivedUntil: finding.waiver?.until ?? null,
    waivedBy: finding.waiver?.signer ?? null,
    waiverVoid: finding.voided?.void ?? null,
  })),
  cannotTell: state.doubts.map(({ cannotTell, path, due }) => ({
    text: cannotTell,
    due,
    ...(path === undefined ? {} : { path: show(path) }),
  })),
});
