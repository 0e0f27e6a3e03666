import { type Option, program } from '../../domain/commands/define.ts';
import { init as definition } from '../../domain/commands/init.ts';
import { slugify } from '../../workspace/file-id.ts';
import type { Invocation } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { EngagementFacts, FirstPerson } from './first-files.ts';

const factOptions = definition.options;

type FactName = (typeof factOptions)[number]['name'];
type Answers = Readonly<Partial<Record<FactName, string>>>;

/** The facts of an engagement from flags and, at a terminal, answers; a Refusal names all that is missing or wrong. */
export async function factsOf(invocation: Invocation, folder: string): Promise<EngagementFacts> {
  const answers: Partial<Record<FactName, string>> = {};
  for (const { name } of factOptions) {
    const words = invocation.given.get(name)?.join(',').trim();
    if (words) answers[name] = words;
  }
  refuse(complaintsAbout(answers));
  const missing = factOptions.filter(({ name }) => !answers[name] && !name.endsWith('-email'));
  if (missing.length > 0 && !invocation.io.isTerminal.input) throw missingFacts(missing, folder);
  if (invocation.io.isTerminal.input) await askFor(answers, invocation);
  const facts = toFacts(answers, invocation);
  refuse(contradictions(facts));
  return facts;
}

async function askFor(
  answers: Partial<Record<FactName, string>>,
  { io }: Invocation,
): Promise<void> {
  for (const { name, description } of factOptions) {
    if (answers[name]) continue;
    const guess = guessOf(name, answers);
    answers[name] = await io.prompt.text({
      message: `${name.replace('-', ' ')}: ${description}`,
      ...(guess ? { initial: guess } : {}),
      validate: (answer) =>
        answer.trim() === ''
          ? 'It cannot be empty.'
          : complaintsAbout({ ...answers, [name]: answer.trim() })[0],
    });
  }
}

function toFacts(answers: Answers, { io }: Invocation): EngagementFacts {
  const text = (name: FactName) => answers[name]?.trim() ?? '';
  const person = (name: 'sponsor' | 'lead'): FirstPerson => {
    const given = text(`${name}-email`);
    const email = given || guessOf(`${name}-email`, answers) || '';
    if (!given)
      io.stderr(
        `No --${name}-email was given; ${email} is a guess. Correct it in people/ if it is wrong.\n`,
      );
    return {
      slug: slugify(text(name)) || slugify(email.split('@')[0] ?? ''),
      name: text(name),
      email,
    };
  };
  return {
    customer: text('customer'),
    customerDomains: domainsOf(text('customer-domain')),
    vendor: text('vendor'),
    vendorDomains: domainsOf(text('vendor-domain')),
    sponsor: person('sponsor'),
    lead: person('lead'),
    kickoff: text('kickoff'),
    exit: text('exit'),
  };
}

/** The address that a person probably has; null where name or domain says too little. */
function guessOf(name: FactName, answers: Answers): string | null {
  const who = name === 'sponsor-email' ? 'sponsor' : name === 'lead-email' ? 'lead' : null;
  if (who === null) return null;
  const [domain] = domainsOf(
    answers[who === 'sponsor' ? 'customer-domain' : 'vendor-domain'] ?? '',
  );
  const local = slugify(answers[who] ?? '').replaceAll('-', '.');
  return local && domain ? `${local}@${domain}` : null;
}

const domainsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s,]+/)
    .map((domain) => domain.replace(/^@/, ''))
    .filter(Boolean);

/** What is wrong with answers, whether or not others are still missing. */
function complaintsAbout(answers: Answers): string[] {
  const complaints: string[] = [];
  for (const { name } of factOptions) {
    const answer = answers[name] ?? '';
    const isDay = name === 'kickoff' || name === 'exit';
    if (/\p{Cc}/u.test(answer))
      complaints.push(`--${name} holds a line break or a control character.`);
    else if (isDay && answer && !isDate(answer)) {
      complaints.push(
        `--${name} ${answer} is no date of the calendar. Write it as YYYY-MM-DD, such as 2026-09-01.`,
      );
    }
    if (!name.endsWith('-domain')) continue;
    const bad = domainsOf(answer).find((domain) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain));
    if (bad) complaints.push(`--${name} "${bad}" is no mail domain. Write it as clinic.example.`);
  }
  const { kickoff = '', exit = '' } = answers;
  if (complaints.length === 0 && kickoff && exit && exit <= kickoff) {
    complaints.push(
      `--exit ${exit} is not after --kickoff ${kickoff}. The engagement has to last a day at least.`,
    );
  }
  return complaints;
}

function contradictions({
  sponsor,
  lead,
  customerDomains,
  vendorDomains,
}: EngagementFacts): string[] {
  const nameless = Object.entries({ sponsor, lead }).filter(([, { slug }]) => slug === '');
  const shared = customerDomains.find((domain) => vendorDomains.includes(domain));
  return [
    ...nameless.map(
      ([name, person]) =>
        `--${name} "${person.name}" has no letter a-z to name the file after. Give --${name}-email as well.`,
    ),
    ...(sponsor.slug !== '' && sponsor.slug === lead.slug
      ? [
          `--sponsor and --lead are both "${sponsor.slug}"; the sponsor is on the customer's side, the lead on the vendor's.`,
        ]
      : []),
    ...(shared
      ? [`The domain ${shared} is on both sides; it decides whose person somebody is.`]
      : []),
  ];
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

function refuse(complaints: readonly string[]): void {
  if (complaints.length > 0)
    throw new Refusal(
      `Nothing was written.\n${complaints.map((one) => `  ${one}\n`).join('')}`.trimEnd(),
    );
}

function missingFacts(missing: readonly Option[], folder: string): Refusal {
  const lines = missing.map(({ name, description }) => `  --${name}  ${description}`);
  const example = [
    `${program} init ${folder}`,
    '  --customer "Lakeside Clinics, Inc." --customer-domain lakeside.example',
    '  --vendor "Northgate Engineering LLC" --vendor-domain northgate.example',
    '  --sponsor "Ada Reyes" --lead "Sam Okafor" --kickoff 2026-09-01 --exit 2027-02-26',
  ].join(' \\\n');
  return new Refusal(
    `Nothing was written, because facts are missing:\n${lines.join('\n')}\nFor example:\n${example}`,
  );
}
