import { addressOf } from '../../../domain/graph/addresses.ts';
import { type Corpus, type Entry, entriesOf } from '../../../domain/graph/corpus.ts';
import { entryAt, numberAt, rowsAt, textAt } from '../../../domain/graph/fields.ts';
import { isUsed } from '../alerts.ts';
import { routeValue } from '../forms/phone.ts';
import { linkTo, type Value } from '../values.ts';
import { nameOf } from '../words.ts';

/** Somebody who is called, as the runbooks name them. */
export interface CallRole {
  readonly role: string;
  readonly person: Value | null;
  readonly route: Value;
  /** The fewest minutes after which a runbook calls them. */
  readonly minutes: number;
  readonly runbooks: number;
}

/** Roles that are shown; the others stand in their runbooks. */
const ROLES = 8;

/** Who is called, first of all whoever most runbooks call at once. */
export function callRoles(corpus: Corpus): CallRole[] {
  const found = new Map<string, CallRole>();
  for (const runbook of entriesOf(corpus, 'runbook').filter(isUsed)) {
    for (const step of rowsAt(runbook.data, 'escalation')) {
      const route = textAt(step, 'route');
      if (route === null) continue;
      const role = textAt(step, 'role') ?? '';
      const key = JSON.stringify([role, step['person'], route]);
      const person = entryAt(step, 'person', 'people', corpus);
      const before = found.get(key);
      found.set(key, {
        ...{ role, route: routeValue(route), person: person && linkTo(person) },
        minutes: Math.min(
          before?.minutes ?? Number.POSITIVE_INFINITY,
          numberAt(step, 'minutes') ?? 0,
        ),
        runbooks: (before?.runbooks ?? 0) + 1,
      });
    }
  }
  const all = [...found.values()].sort((a, b) => b.runbooks - a.runbooks || a.minutes - b.minutes);
  return all.slice(0, ROLES).sort((a, b) => a.minutes - b.minutes || b.runbooks - a.runbooks);
}

/** A way to the support of somebody else. */
export interface Counterparty {
  readonly link: Value;
  readonly route: Value;
  /** Who may open a ticket there. */
  readonly holder: Value | null;
}

const COUNTERPARTIES = 40;

/** How to reach the other end of each integration, as its page says. */
export const counterparties = (corpus: Corpus): Counterparty[] =>
  entriesOf(corpus, 'integration')
    .filter(isUsed)
    .flatMap((entry): Counterparty[] => {
      const route = textAt(entry.data, 'support.route');
      if (route === null) return [];
      const support = entry.data['support'] as Entry['data'];
      const holder = entryAt(support, 'account_owner', 'people', corpus);
      return [{ link: linkTo(entry), route: routeValue(route), holder: holder && linkTo(holder) }];
    })
    .slice(0, COUNTERPARTIES);

const SYSTEMS = 30;

/** The systems, those that most hangs on first; a link to the first hour guide where there is one. */
export const firstHours = (corpus: Corpus): Value[] =>
  entriesOf(corpus, 'system')
    .filter(isUsed)
    .sort((a, b) => tierOf(a) - tierOf(b))
    .slice(0, SYSTEMS)
    .map((system): Value => {
      const guide = system.outline?.headings.find(({ text }) => text === 'First hour guide');
      const anchor = guide ? `#${guide.slug}` : '';
      return { kind: 'link', href: `${addressOf(system)}${anchor}`, text: nameOf(system) };
    });

const tierOf = ({ data }: Entry): number => (typeof data['tier'] === 'number' ? data['tier'] : 9);
