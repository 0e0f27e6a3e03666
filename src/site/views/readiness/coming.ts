import { isUndecided } from '../../../domain/readiness/parts.ts';
import { type GateName, gateNames, gateTitles } from '../../../domain/standard/gates.ts';
import { severityAt } from '../../../domain/standard/run.ts';
import type { LocatedFinding, LocatedReadiness } from '../../../workspace/judge.ts';
import type { Handbook } from '../../handbook.ts';
import { dayOf } from '../words.ts';
import { type RuleLink, ruleLink, type State } from './findings.ts';
import { type OwnerFindings, ownersOf } from './owners.ts';

/** What the next gate asks for that nothing asks for today. */
export interface ComingView {
  readonly title: string;
  readonly day: string | null;
  readonly owners: readonly OwnerFindings[];
  /** Rules whose warnings of today become errors. */
  readonly rising: readonly RuleLink[];
  /** Rules that nobody can decide yet. */
  readonly undecided: readonly { readonly rule: RuleLink; readonly text: string }[];
}

/** The view of the next gate; null on the exit day. */
export function comingView(
  readiness: LocatedReadiness,
  book: Pick<Handbook, 'corpus'>,
): ComingView | null {
  const next = nextGate(readiness);
  if (next === null) return null;
  const { rules, gates } = readiness;
  const date = gates.find(({ id }) => id === next)?.date ?? null;
  const comes = (finding: LocatedFinding) =>
    !finding.due && finding.waiver === null && finding.from === next;
  return {
    title: gateTitles[next],
    day: date === null ? null : dayOf(date),
    owners: ownersOf(rules, ({ findings }) => findings.filter(comes), book),
    rising: rules.filter((state) => rises(state, next)).map(({ rule }) => ruleLink(rule)),
    undecided: rules
      .filter((state) => !isUndecided(state))
      .flatMap(({ rule, doubts }) =>
        doubts
          .filter(({ due, from }) => !due && from === next)
          .map(({ cannotTell }) => ({ rule: ruleLink(rule), text: cannotTell })),
      ),
  };
}

/** The gate after the one that is reached. */
const nextGate = ({ reached }: Pick<LocatedReadiness, 'reached'>): GateName | null =>
  gateNames[reached === null ? 0 : gateNames.indexOf(reached) + 1] ?? null;

const rises = ({ rule, findings }: State, next: GateName): boolean =>
  findings.some(
    ({ due, waiver, severity, messageId }) =>
      due &&
      waiver === null &&
      severity === 'warning' &&
      severityAt(rule, next, rule.messages[messageId]?.severity) === 'error',
  );
