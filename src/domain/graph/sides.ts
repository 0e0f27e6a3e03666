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

/** Why nobody can say whose person somebody is, as a sentence; null where address and record do not disagree. */
export function sideConflict(person: Entry, corpus: Corpus): string | null {
  const { email, side } = person.data;
  const domain = typeof email === 'string' ? email.split('@').at(-1)?.toLowerCase() : undefined;
  const engagement = engagementData(corpus);
  const of = (party: Side) => domain !== undefined && domainsOf(engagement[party]).includes(domain);
  if (of('customer') && of('vendor'))
    return `the domain ${domain} is on both sides in engagement.yaml`;
  const by = sideOf(person, corpus);
  return (side === 'customer' || side === 'vendor') && side !== by
    ? `${person.path} says \`side: ${side}\`, and the address ${email} is of the ${by}`
    : null;
}

function domainsOf(party: unknown): readonly unknown[] {
  const domains = (party as { readonly domains?: unknown } | undefined)?.domains;
  return Array.isArray(domains) ? domains : [];
}
