import { isUndecided, openFindings } from '../../../domain/readiness/parts.ts';
import { noLegalAdvice, standingLimits } from '../../../domain/standard/limits.ts';
import type { LocatedReadiness } from '../../../workspace/judge.ts';
import type { Trend } from '../../../workspace/trend.ts';
import type { Handbook } from '../../handbook.ts';
import { counted } from '../days.ts';
import { dayOf, type Mark } from '../words.ts';
import { onBoard } from './board-lines.ts';
import { type ComingView, comingView } from './coming.ts';
import { type RuleLink, ruleLink, type State, withheldWords } from './findings.ts';
import { type GateView, gateViews } from './gates.ts';
import { type OwnerFindings, openOwners } from './owners.ts';
import { type FamilyPasses, passesOf } from './passes.ts';
import { type TrendView, trendView } from './trend.ts';
import { type Verdict, verdictOf } from './verdict.ts';
import { type WaiverView, waiverViews } from './waivers.ts';

/** The state of the exit for people who decide and do not code. */
export interface BoardView {
  readonly asOf: string;
  readonly verdict: Verdict;
  readonly gates: readonly GateView[];
  readonly owners: readonly OwnerFindings[];
  /** What is open in documents outside the copy; null where nothing is. */
  readonly withheld: string | null;
  readonly doubts: readonly DoubtView[];
  readonly waivers: readonly WaiverView[];
  readonly coming: ComingView | null;
  readonly trend: TrendView;
  readonly passes: readonly FamilyPasses[];
  /** Rules that found nothing to look at. */
  readonly idle: readonly RuleLink[];
  readonly limits: LimitsView;
}

/** A rule that is due and that nobody could decide. */
export interface DoubtView {
  readonly rule: RuleLink;
  readonly mark: Mark;
  readonly texts: readonly string[];
}

/** What no result above proves. */
export interface LimitsView {
  readonly standing: readonly string[];
  readonly rules: readonly { readonly rule: RuleLink; readonly text: string }[];
  readonly advice: string;
}

type Book = Pick<Handbook, 'corpus'>;

/** The view of the board. */
export function boardView(readiness: LocatedReadiness, trend: Trend, book: Book): BoardView {
  const { asOf, rules } = readiness;
  return {
    asOf: dayOf(asOf),
    verdict: verdictOf(readiness),
    gates: gateViews(readiness),
    owners: onBoard(openOwners(readiness, book), 'open'),
    withheld: withheldWords(rules.flatMap(openFindings)),
    doubts: doubtsOf(rules),
    waivers: waiverViews(readiness, book),
    coming: comingView(readiness, book),
    trend: trendView(trend, readiness),
    passes: passesOf(rules, book),
    idle: rules
      .filter(({ status }) => status === 'not-applicable')
      .map(({ rule }) => ruleLink(rule)),
    limits: limitsOf(rules),
  };
}

/** What nobody could decide though it is due. */
export const doubtsOf = (rules: readonly State[]): DoubtView[] =>
  rules.flatMap((state) => {
    const { rule, doubts } = state;
    const due = doubts.filter((one) => one.due).map(({ cannotTell }) => cannotTell);
    return due.length === 0
      ? []
      : [{ rule: ruleLink(rule), mark: doubtMark(state), texts: [...new Set(due)] }];
  });

function doubtMark(state: State): Mark {
  if (isUndecided(state)) return { text: 'stops the exit', tone: 'bad' };
  return state.status === 'fail'
    ? { text: 'not met anyway', tone: 'attention' }
    : { text: 'does not stop the exit', tone: 'attention' };
}

/** How many of the doubts stop the exit, in words. */
export function doubtWords(doubts: readonly DoubtView[]): string {
  const stopping = doubts.filter(({ mark }) => mark.tone === 'bad').length;
  const all = counted(doubts.length, 'rule');
  return stopping === doubts.length
    ? `${all}, and each stops the exit.`
    : `${all}, of which ${stopping} ${stopping === 1 ? 'stops' : 'stop'} the exit.`;
}

/** What the results do not prove. */
const limitsOf = (rules: readonly State[]): LimitsView => ({
  standing: standingLimits,
  rules: rules.flatMap(({ rule }) =>
    rule.limits === null ? [] : [{ rule: ruleLink(rule), text: rule.limits }],
  ),
  advice: noLegalAdvice,
});
