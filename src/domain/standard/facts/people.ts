import { type Corpus, type Entry, engagementData } from '../../graph/corpus.ts';
import { textAt } from '../../graph/fields.ts';
import { type Side, sideOf } from '../../graph/sides.ts';

/** A person by the slug that fields use; null where there is none. */
export const personNamed = (corpus: Corpus, slug: unknown): Entry | null =>
  typeof slug === 'string' ? (corpus.byId.get(`people/${slug}`) ?? null) : null;

/** The name of a person as colleagues write it, or the slug. */
export const nameOf = (corpus: Corpus, slug: string): string =>
  textAt(personNamed(corpus, slug)?.data ?? {}, 'name') ?? slug;

/** Whether a person is in the engagement on a day; the first and the last day count. */
export function isActive(person: Entry, asOf: string): boolean {
  const { active_from: from, active_to: to } = person.data;
  return (typeof from !== 'string' || from <= asOf) && (typeof to !== 'string' || asOf <= to);
}

/** The side of a person by slug; null where nobody can tell. */
export function sideNamed(corpus: Corpus, slug: unknown): Side | null {
  const person = personNamed(corpus, slug);
  return person === null ? null : sideOf(person, corpus);
}

/** Whether a slug names a customer-side person who is active on a day. */
export function isActiveCustomer(corpus: Corpus, slug: unknown, asOf: string): boolean {
  const person = personNamed(corpus, slug);
  return person !== null && isActive(person, asOf) && sideOf(person, corpus) === 'customer';
}

/**
 * Who a person really is: slugs with the same mail address are one person, so that nobody counts twice.
 * Plus-tags and case of the address are left aside.
 */
export function identityOf(corpus: Corpus, slug: string): string {
  const email = textAt(personNamed(corpus, slug)?.data ?? {}, 'email');
  return email === null ? slug : email.toLowerCase().replace(/\+[^@]*@/, '@');
}

/** The slug of the executive sponsor, or null. */
export const sponsorOf = (corpus: Corpus): string | null =>
  textAt(engagementData(corpus), 'sponsor');
