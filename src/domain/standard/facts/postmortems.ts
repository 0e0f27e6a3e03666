import { type Entry, entriesOf } from '../../graph/corpus.ts';
import { isDay } from '../../graph/days.ts';
import { rowsAt, textAt } from '../../graph/fields.ts';
import type { StandardContext } from '../rule.ts';
import { addWorkingDays } from './timelines.ts';

/** Working days in which a postmortem is written. */
const POSTMORTEM_DAYS = 5;

/** Postmortems that have to be complete: a draft has five working days. */
export const duePostmortems = ({
  corpus,
  asOf,
}: Pick<StandardContext, 'corpus' | 'asOf'>): Entry[] =>
  entriesOf(corpus, 'postmortem').filter(({ readable, data }) => {
    const day = textAt(data, 'started_at')?.slice(0, 10);
    const isYoung = isDay(day) && addWorkingDays(day, POSTMORTEM_DAYS) >= asOf && day <= asOf;
    return readable && !(data['status'] === 'draft' && isYoung);
  });

/** The actions of a postmortem, each with its place in the list. */
export const actionsOf = ({ data }: Entry) =>
  rowsAt(data, 'actions').map((action) => ({
    action,
    index: (data['actions'] as unknown[]).indexOf(action),
  }));
