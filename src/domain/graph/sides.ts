import { type Corpus, type Entry, engagementData } from './corpus.ts';

export type Side = 'customer' | 'vendor';

/** Whose person somebody is: by the domain of the address, else by what the record says; null where neither tells. */
export function sideOf(person: Entry, corpus: Corpus): Side | null {
  const { email, side } = person.data;
  const domain = typeof email === 'string' ? email.split('@').at(-1)?.toLowerCase() : undefined;
  const engagement = engagementData(corpus);
  for (const party of ['customer', 'vendor'] as const) {
    if (domain !== undefined && domainsOf(engagement[party]).includes(domain)) return party;
  }
  return side === 'customer' || side === 'vendor' ? side : null;
}

function domainsOf(party: unknown): readonly unknown[] {
  const domains = (party as { readonly domains?: unknown } | undefined)?.domains;
  return Array.isArray(domains) ? domains : [];
}
