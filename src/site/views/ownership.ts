import type { TypeDefinition } from '../../domain/documents/define.ts';
import { addressOf, indexAddress } from '../../domain/graph/addresses.ts';
import { type Entry, entriesOf } from '../../domain/graph/corpus.ts';
import { textAt } from '../../domain/graph/fields.ts';
import { isLasting, isLiving } from '../../domain/graph/responsibilities.ts';
import { sideOf } from '../../domain/graph/sides.ts';
import { compareText } from '../../domain/problems/problem.ts';
import type { Handbook } from '../handbook.ts';
import { dayOf, nameOf } from './words.ts';

/** Who answers for what, and what still hangs on people who leave. */
export interface OwnershipView {
  readonly leaving: readonly PersonView[];
  readonly staying: readonly PersonView[];
  /** Owned by somebody who leaves, and nobody who stays takes it over. */
  readonly withoutSuccessor: readonly TypeGroup[];
  /** What runs every day and has one owner only. */
  readonly withoutBackup: readonly TypeGroup[];
  /** How many documents could lack either; with none there is nothing to be proud of. */
  readonly looked: { readonly forSuccessor: number; readonly forBackup: number };
}

export interface PersonView {
  readonly name: string;
  readonly href: string;
  readonly title: string | null;
  /** The last day, in words. */
  readonly until: string | null;
  readonly roles: readonly Role[];
}

/** One way of answering for documents. */
interface Role {
  readonly label: string;
  readonly count: number;
  readonly groups: readonly TypeGroup[];
}

export interface TypeGroup {
  readonly label: string;
  readonly links: readonly {
    readonly href: string;
    readonly text: string;
  }[];
  /** How many are left out, and the list of the type, which has them all; null where none is. */
  readonly more: { readonly count: number; readonly href: string } | null;
}

/** More documents of a type than these are left to its list. */
const MOST = 40;

type Book = Pick<Handbook, 'corpus' | 'graph' | 'asOf'>;

/** What has to be looked after every day, so that one owner alone is a risk. */
const daily = new Set(['runbook', 'system', 'integration']);

/** The view of all people of the engagement, those who leave first. */
export function ownershipView(book: Book): OwnershipView {
  const { corpus } = book;
  const people = entriesOf(corpus, 'person').filter((person) => !isGone(person, book));
  const leaves = (person: Entry) => sideOf(person, corpus) === 'vendor';
  const shown = people.map((person) => ({ person, view: personView(person, book) }));
  const living = corpus.entries.filter(isLiving);
  const runs = living.filter(({ type }) => daily.has(type.name));
  return {
    leaving: shown.filter(({ person }) => leaves(person)).map(({ view }) => view),
    staying: shown.filter(({ person }) => !leaves(person)).map(({ view }) => view),
    withoutSuccessor: grouped(living.filter((entry) => isStranded(entry, book))),
    withoutBackup: grouped(runs.filter(({ data }) => textAt(data, 'backup_owner') === null)),
    looked: {
      forSuccessor: living.filter(({ data }) => textAt(data, 'owner') !== null).length,
      forBackup: runs.length,
    },
  };
}

/** Whether a document falls to nobody when its owner leaves. */
export function isStranded({ data }: Entry, { corpus }: Pick<Book, 'corpus'>): boolean {
  const side = (field: string) => {
    const person = corpus.byId.get(`people/${textAt(data, field)}`);
    return person ? sideOf(person, corpus) : null;
  };
  return side('owner') === 'vendor' && side('successor') !== 'customer';
}

const isGone = ({ data }: Entry, { asOf }: Book): boolean => {
  const last = textAt(data, 'active_to');
  return last !== null && asOf !== null && last < asOf;
};

function personView(person: Entry, { graph, asOf }: Book): PersonView {
  const edges = graph.incoming(person).filter((edge) => isLasting(edge, asOf));
  const roles = [...Map.groupBy(edges, ({ relation }) => relation.inverseLabel)].map(
    ([label, held]) => {
      const entries = [...new Set(held.map(({ from }) => from))];
      return { label, count: entries.length, groups: grouped(entries) };
    },
  );
  const last = textAt(person.data, 'active_to');
  return {
    name: nameOf(person),
    href: addressOf(person),
    title: textAt(person.data, 'title'),
    until: last === null ? null : dayOf(last),
    roles: roles.sort((a, b) => rank(a.label) - rank(b.label) || b.count - a.count),
  };
}

const order = ['Owns', 'Backup owner of', 'Takes over'];
const rank = (label: string): number => (order.includes(label) ? order.indexOf(label) : 9);

/** Documents by type, in the order of their paths. */
function grouped(entries: readonly Entry[]): TypeGroup[] {
  const byType = Map.groupBy(entries, ({ type }): TypeDefinition => type);
  return [...byType].map(([type, members]) => ({
    label: type.plural,
    links: [...members]
      .sort((a, b) => compareText(a.path, b.path))
      .slice(0, MOST)
      .map((entry) => ({ href: addressOf(entry), text: nameOf(entry) })),
    more: members.length > MOST ? { count: members.length - MOST, href: indexAddress(type) } : null,
  }));
}
