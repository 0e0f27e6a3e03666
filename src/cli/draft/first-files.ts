import type { TypeDefinition } from '../../domain/documents/define.ts';
import { typeNamed } from '../../domain/documents/registry.ts';
import { composeFile } from '../../workspace/compose.ts';

/** Somebody named at the start of an engagement. */
export interface FirstPerson {
  readonly slug: string;
  readonly name: string;
  readonly email: string;
}

/** What has to be known to begin a handbook. Dates are ISO. */
export interface EngagementFacts {
  readonly customer: string;
  readonly customerDomains: readonly string[];
  readonly vendor: string;
  readonly vendorDomains: readonly string[];
  readonly sponsor: FirstPerson;
  readonly lead: FirstPerson;
  readonly kickoff: string;
  readonly exit: string;
}

/** The files that a new handbook begins with, by path. */
export function firstFiles(facts: EngagementFacts, today: string): ReadonlyMap<string, string> {
  const { sponsor, lead } = facts;
  const document = { owner: lead.slug, audience: [audiences[0].name], created: today };
  return new Map([
    file('engagement', '', engagementOf(facts)),
    file('person', sponsor.slug, {
      ...personOf(sponsor, facts),
      side: 'customer',
      roles: ['sponsor'],
    }),
    file('person', lead.slug, { ...personOf(lead, facts), side: 'vendor', roles: ['vendor lead'] }),
    file('engagement-charter', 'engagement-charter', {
      ...document,
      title: 'Engagement charter',
      summary: 'The dates, roles and scope of the engagement, and what counts as done.',
      customer: facts.customer,
      vendor: facts.vendor,
      kickoff_on: facts.kickoff,
      exit_on: facts.exit,
      quarter: quarterOf(facts.kickoff),
      named_individual: lead.slug,
      sponsor: sponsor.slug,
      vendor_exit_lead: lead.slug,
      customer_domains: facts.customerDomains,
      vendor_domains: facts.vendorDomains,
    }),
    file('exit-plan', 'exit-plan', {
      ...document,
      title: 'Exit plan',
      summary: 'How each system passes to the customer by the exit day.',
    }),
  ]);
}

/** Groups of readers that every engagement has; the first is the one that new documents start with. */
const audiences = [
  { name: 'engineering', description: 'Engineers of both sides who build and run the systems.' },
  { name: 'operations', description: 'Staff who use the systems and report that one is down.' },
  { name: 'leadership', description: 'The sponsor and those who decide about money and people.' },
  { name: 'audit', description: 'Auditors and those who answer them.' },
] as const;

const engagementOf = (facts: EngagementFacts) => ({
  title: `${facts.customer} handbook`.slice(0, 120),
  customer: { name: facts.customer, domains: facts.customerDomains },
  vendor: { name: facts.vendor, domains: facts.vendorDomains },
  sponsor: facts.sponsor.slug,
  vendor_lead: facts.lead.slug,
  kickoff_on: facts.kickoff,
  exit_on: facts.exit,
  audiences,
});

/** The quarter of a day, such as `2026-Q3`. */
const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

const personOf = ({ name, email }: FirstPerson, { kickoff }: EngagementFacts) => ({
  name,
  email,
  active_from: kickoff,
});

function file(
  typeName: string,
  slug: string,
  data: Readonly<Record<string, unknown>>,
): [string, string] {
  const type = typeNamed(typeName);
  if (!type) throw new Error(`The type ${typeName} is gone, and init still writes one`);
  return [pathOf(type, slug), composeFile(type, { ...type.start, ...data })];
}

const pathOf = ({ folder, name, format }: TypeDefinition, slug: string): string =>
  folder === '' ? `${name}.${format}` : `${folder}/${slug}.${format}`;
