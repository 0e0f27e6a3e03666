import type { Entry } from '../../graph/corpus.ts';
import { numberAt, rowsAt, textsOf } from '../../graph/fields.ts';
import { isStated, saysSomething } from './substance.ts';

type Data = Entry['data'];

const isMinutes = (data: Data, name: string): boolean => {
  const minutes = numberAt(data, name);
  return minutes !== null && Number.isInteger(minutes) && minutes >= 0;
};

const hasWords = (data: Data, name: string): boolean => textsOf(data, name).some(saysSomething);

/** What every system states: whether one does, and what to write where it does not. */
export const systemFacts: readonly {
  readonly name: string;
  readonly isStated: (data: Data) => boolean;
  readonly write: string;
  /** Whether every system has it, so that no reason lets it off. */
  readonly isOwed?: true;
}[] = [
  {
    name: 'tier',
    isOwed: true,
    isStated: ({ tier }) => tier === 1 || tier === 2 || tier === 3,
    write: 'tier: 1, 2 or 3; 1 stops care or billing',
  },
  {
    name: 'data_classes',
    isOwed: true,
    isStated: (data) => hasWordsOrNone(data),
    write: 'data_classes: [phi, billing], or [none]',
  },
  {
    name: 'rto_minutes',
    isOwed: true,
    isStated: (data) => isMinutes(data, 'rto_minutes'),
    write: 'rto_minutes: 60, the minutes until it must be back; a number, not words',
  },
  {
    name: 'rpo_minutes',
    isOwed: true,
    isStated: (data) => isMinutes(data, 'rpo_minutes'),
    write: 'rpo_minutes: 5, the minutes of data that may be lost; a number, not words',
  },
  {
    name: 'environments',
    isStated: (data) => hasWords(data, 'environments'),
    write: 'environments: [production, staging]',
  },
  {
    name: 'repos',
    isStated: (data) => hasWords(data, 'repos'),
    write: 'repos: [organization/name]',
  },
  {
    name: 'deploys_via',
    isStated: (data) => isStated(data, 'deploys_via'),
    write: 'deploys_via: what puts a change live, and what takes it back',
  },
  {
    name: 'health_signals',
    isStated: (data) =>
      rowsAt(data, 'health_signals').some((row) =>
        ['name', 'where', 'healthy'].every((part) => isStated(row, part)),
      ),
    write: 'health_signals: one signal at least, with name, where and healthy',
  },
  {
    name: 'depends_on',
    isStated: (data) => hasWords(data, 'depends_on'),
    write: 'depends_on: [slug of a system that must be up first]',
  },
];

function hasWordsOrNone(data: Data): boolean {
  return textsOf(data, 'data_classes').some((name) => name === 'none' || saysSomething(name));
}
