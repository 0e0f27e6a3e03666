import { aboutSection } from '../../documents/define.ts';
import { type Entry, entriesOf } from '../../graph/corpus.ts';
import { addDays, daysBetween, isDay } from '../../graph/days.ts';
import { at, field, wholeFile } from '../../problems/problem.ts';
import type { StandardContext } from '../rule.ts';
import { nameOf, personNamed } from './people.ts';
import { reviewOf } from './reviews.ts';
import { isWritten } from './words.ts';

const OUTLINE_DAYS = 30;
const COMPLETE_DAYS = 90;
const QUARTER_DAYS = 92;

/** The exit plans that count: those in force, or the drafts where none is. */
export function exitPlansOf({ corpus }: Pick<StandardContext, 'corpus'>): Entry[] {
  const plans = entriesOf(corpus, 'exit-plan').filter(
    ({ readable, data }) => readable && data['status'] !== 'retired',
  );
  const current = plans.filter(({ data }) => data['status'] === 'current');
  return current.length > 0 ? current : plans;
}

/** Whether exit plans are there, complete and reviewed when they must be. */
export function* planOutcomes(context: StandardContext) {
  const plans = exitPlansOf(context);
  if (plans.length === 0)
    yield { messageId: 'noPlan', path: 'engagement.yaml', position: wholeFile } as const;
  for (const plan of plans) {
    const { kickoffOn, asOf } = context;
    yield { evidence: 'an exit plan is there', path: plan.path };
    if (kickoffOn === null) continue;
    yield* outline(plan, kickoffOn);
    const by = addDays(kickoffOn, COMPLETE_DAYS);
    if (asOf <= by) continue;
    yield* completeness(plan, by, daysBetween(kickoffOn, asOf));
    yield* review(plan, by, context);
  }
}

function* outline({ path, data }: Entry, kickoff: string) {
  const { created } = data;
  if (!isDay(created) || created <= addDays(kickoff, OUTLINE_DAYS)) return;
  const args = { created, days: daysBetween(kickoff, created) };
  yield { messageId: 'lateOutline', path, position: field(['created']), args } as const;
}

function* completeness({ path, data, type, outline: body }: Entry, by: string, days: number) {
  if (data['status'] !== 'current')
    yield { messageId: 'planDraft', path, position: field(['status']), args: { days } } as const;
  for (const section of type.sections) {
    const found = body?.sections.find(({ text }) => text.trim() === section.title);
    if (found && isWritten(found)) continue;
    const position = found ? at(found) : wholeFile;
    const args = { by, title: section.title, hint: aboutSection(section) };
    yield { messageId: 'planSection', path, position, args } as const;
  }
}

function* review(plan: Entry, by: string, context: StandardContext) {
  const { corpus, asOf, exitOn } = context;
  const { id, path } = plan;
  const day = exitOn !== null && exitOn < asOf ? exitOn : asOf;
  const state = reviewOf(plan, context);
  const where = { path, position: field(['reviewed_on']) };
  const unreviewed = (last: string) =>
    ({ messageId: 'planUnreviewed', ...where, args: { day, last, id } }) as const;
  const isOld = (on: string) => addDays(on, QUARTER_DAYS) < day;
  if (state.state === 'none') {
    if (isOld(by)) yield unreviewed('no review is recorded');
  } else if (state.state === 'invalid') {
    yield { messageId: 'planStamp', ...where, args: { why: state.why, id } } as const;
  } else if (personNamed(corpus, state.by) === null) {
    const why = `${state.by} is no person of the handbook`;
    yield { messageId: 'planStamp', ...where, args: { why, id } } as const;
  } else if (isOld(state.on)) yield unreviewed(`the last review was on ${state.on}`);
  else if (state.state === 'changed')
    yield { messageId: 'planChanged', ...where, args: { on: state.on, id } } as const;
  else {
    yield {
      evidence: `the exit plan was reviewed on ${state.on} by ${nameOf(corpus, state.by)}`,
      path,
    };
  }
}
