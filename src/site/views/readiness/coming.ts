import { isUndecided } from '../../../domain/readiness/parts.ts';
import type { Finding, Readiness, RuleState } from '../../../domain/readiness/readiness.ts';
import { type GateName, gateNames, gateTitles } from '../../../domain/standard/gates.ts';
import { severityAt } from '../../../domain/standard/run.ts';
import type { LocatedReadiness } from '../../../workspace/judge.ts';
import type { Handbook } from '../../handbook.ts';
import { counted } from '../days.ts';
import { dayOf } from '../words.ts';
import { onBoard } from './board-lines.ts';
import { type RuleLink, ruleLink, type State, withheldWords } from './findings.ts';
import { type OwnerFindings, ownersOf } from './owners.ts';

/** What the next gate asks for that nothing asks for today. */
export interface ComingView {
  readonly title: string;
  readonly day: string | null;
  /** What comes, in numbers; empty where nothing does. */
  readonly count: string;
  readonly owners: readonly OwnerFindings[];
  /** What comes due in documents outside the copy; null where nothing does. */
  readonly withheld: string | null;
  /** Rules whose warnings of today become errors. */
  readonly rising: readonly RuleLink[];
  /** Rules that nobody can decide yet. */
  readonly undecided: readonly { readonly rule: RuleLink; readonly texts: readonly string[] }[];
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
  return {
    title: gateTitles[next],
    day: date === null ? null : dayOf(date),
    count: comingWords(readiness),
    owners: onBoard(comingOwners(readiness, book), 'coming'),
    withheld: withheldWords(rules.flatMap(({ findings }) => findings.filter(comesAt(next)))),
    rising: rules.filter((state) => rises(state, next)).map(({ rule }) => ruleLink(rule)),
    undecided: undecidedAt(next, rules).map(({ rule, texts }) => ({ rule: ruleLink(rule), texts })),
  };
}

/** What the next gate adds, by who has to act on it. */
export function comingOwners(
  readiness: LocatedReadiness,
  book: Pick<Handbook, 'corpus'>,
): OwnerFindings[] {
  const next = nextGate(readiness);
  if (next === null) return [];
  return ownersOf(readiness.rules, ({ findings }) => findings.filter(comesAt(next)), book);
}

/** What the next gate asks for beyond today, in numbers: `3 errors and 1 warning`. */
export function comingWords(readiness: Readiness): string {
  const next = nextGate(readiness);
  if (next === null) return '';
  const found = readiness.rules.flatMap(({ findings }) => findings.filter(comesAt(next)));
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const undecided = undecidedAt(next, readiness.rules).length;
  const parts = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(found.length > errors ? [counted(found.length - errors, 'warning')] : []),
    ...(undecided > 0 ? [counted(undecided, 'undecided rule')] : []),
  ];
  return [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter(Boolean).join(' and ');
}

const comesAt =
  (gate: GateName) =>
  ({ due, waiver, from }: Finding): boolean =>
    !due && waiver === null && from === gate;

/** Rules with doubts that count from a gate on; those that are undecided today are told elsewhere. */
const undecidedAt = (gate: GateName, rules: readonly RuleState[]) =>
  rules
    .filter((state) => !isUndecided(state))
    .flatMap(({ rule, doubts }) => {
      const texts = doubts
        .filter(({ due, from }) => !due && from === gate)
        .map(({ cannotTell }) => cannotTell);
      return texts.length === 0 ? [] : [{ rule, texts: [...new Set(texts)] }];
    });

/** The gate after the one that is reached. */
const nextGate = ({ reached }: Pick<Readiness, 'reached'>): GateName | null =>
  gateNames[reached === null ? 0 : gateNames.indexOf(reached) + 1] ?? null;

const rises = ({ rule, findings }: State, next: GateName): boolean =>
  findings.some(
    ({ due, waiver, severity, messageId }) =>
      due &&
      waiver === null &&
      severity === 'warning' &&
      severityAt(rule, next, rule.messages[messageId]?.severity) === 'error',
  );
