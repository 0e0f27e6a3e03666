import type { Value } from '../values.ts';
import {
  type CallRole,
  type Counterparty,
  callRoles,
  counterparties,
  firstHours,
} from './people.ts';
import { type CallBook, type CallList, callLists } from './rows.ts';

/** The page for whoever was just woken up. */
export interface OnCallView {
  readonly lists: readonly (CallList & {
    readonly id: string;
    readonly title: string;
    /** Where the rest of the list is. */
    readonly all: string;
  })[];
  /** Nothing says how common anything is, so the order is by severity. */
  readonly uncounted: boolean;
  readonly roles: readonly CallRole[];
  /** Minutes after which the next one is called, where nothing else says it; null without an escalation. */
  readonly nextAfter: number | null;
  readonly counterparties: readonly Counterparty[];
  readonly systems: readonly Value[];
}

/** The view of `/oncall/`. */
export function onCallView(book: CallBook): OnCallView {
  const { alerts, symptoms, others } = callLists(book);
  const roles = callRoles(book.corpus);
  const isAll = alerts.rows.length + symptoms.rows.length === 0;
  const lists = [
    { id: 'rings', title: 'What rings', all: '/alerts/', ...alerts },
    { id: 'said', title: 'What people say', all: '/alerts/#symptoms', ...symptoms },
    { id: 'runbooks', title: isAll ? 'Runbooks' : 'Other runbooks', all: '/runbooks/', ...others },
  ].filter(({ rows }) => rows.length > 0);
  return {
    lists,
    uncounted: lists.every(({ rows }) => rows.every(({ why }) => why === null)),
    roles,
    nextAfter: roles.find(({ minutes }) => minutes > 0)?.minutes ?? null,
    counterparties: counterparties(book.corpus),
    systems: firstHours(book.corpus),
  };
}
