import type { RuleState } from '../../../domain/readiness/readiness.ts';
import { gateTitles } from '../../../domain/standard/gates.ts';
import type { Stage, StandardRule } from '../../../domain/standard/rule.ts';
import type { Mark } from '../words.ts';

/** The state of a rule today, in words; null without a day. */
export function stateMark(state: Pick<RuleState, 'status' | 'severity'> | undefined): Mark | null {
  if (!state) return null;
  if (state.status !== 'fail') return marks[state.status];
  return { text: 'not met', tone: state.severity === 'error' ? 'bad' : 'attention' };
}

const marks: Readonly<Record<Exclude<RuleState['status'], 'fail'>, Mark>> = {
  pass: { text: 'met', tone: 'good' },
  waived: { text: 'waived', tone: 'attention' },
  'cannot-tell': { text: 'cannot tell', tone: 'attention' },
  'not-due': { text: 'not due yet', tone: 'quiet' },
  'not-applicable': { text: 'nothing to judge', tone: 'quiet' },
};

/** From when a rule has which weight: `Warning from kickoff, error from 30 days before the exit`. */
export function stagesWords(stages: readonly Stage[]): string {
  const words = stages
    .map(({ from, severity }) => `${severity} from ${lower(gateTitles[from])}`)
    .join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const lower = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

/** Whether the sponsor may let it pass. */
export const waivableWords: Readonly<Record<StandardRule['waivable'], string>> = {
  yes: 'The sponsor can waive it, for 90 days at most',
  no: 'Nobody can waive it',
  'until-exit': 'The sponsor can waive it, but not on the exit day',
};

/** The title of a rule, or its id where it has none yet. */
export const titleOfRule = ({ id, title }: Pick<StandardRule, 'id' | 'title'>): string =>
  title === '' ? id : title;
