import { type Corpus, type Entry, engagementData } from './corpus.ts';

export type Side = 'customer' | 'vendor';

/** Whose person somebody is: by the domain of the address, else by what the record says; null where neither tells. */
export function sideOf(person: Entry, corpus: Corpus): Side | null {
  const { side } = person.data;
  const [party] = partiesOf(person, corpus);
  return party ?? (side === 'customer' || side === 'vendor' ? side : null);
}

/** Why nobody can say whose person somebody is, as a sentence; null where address and record do not disagree. */
export function sideConflict(person: Entry, corpus: Corpus): string | null {
  const { email, side } = person.data;
  const [party, other] = partiesOf(person, corpus);
  if (other) return `the domain ${domainOf(person)} is on both sides in engagement.yaml`;
  return party && (side === 'customer' || side === 'vendor') && side !== party
    ? `${person.path} says \`side: ${side}\`, and the address ${email} is of the ${party}`
    : null;
}

/** The parties whose domains hold the address of a person. */
function partiesOf(person: Entry, corpus: Corpus): Side[] {
  const domain = domainOf(person);
  const engagement = engagementData(corpus);
  return (['customer', 'vendor'] as const).filter(
    (party) =>
      domain !== undefined && domainsOf(engagement[party]).some((one) => isWithin(domain, one)),
  );
}

const isWithin = (domain: string, of: unknown): boolean =>
  domain === of || domain.endsWith(`.${of}`);

const domainOf = ({ data: { email } }: Entry): string | undefined =>
  typeof email === 'string' ? email.split('@').at(-1)?.toLowerCase() : undefined;

function domainsOf(party: unknown): readonly unknown[] {
  const domains = (party as { readonly domains?: unknown } | undefined)?.domains;
  return Array.isArray(domains) ? domains : [];
}
