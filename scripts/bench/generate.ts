// Writes a content folder of made-up documents, the same for the same number.
//   node scripts/bench/generate.ts DIR N
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { Failure, runMain } from '../lib/failure.ts';
import { bodyOf } from './body.ts';
import { fieldsOf } from './fields.ts';
import { fewest, type Plan, type Planned, planOf } from './plan.ts';
import { randomFrom } from './random.ts';

/** Writes `documents` documents and the records that they refer to; returns the path of one to edit. */
export function generate(folder: string, documents: number): string {
  const plan = planOf(documents);
  const engagement = engagementOf(plan);
  write(folder, 'engagement.yaml', yaml(engagement));
  for (const document of plan.all) {
    write(folder, document.path, textOf(document, plan, engagement));
  }
  const edited = plan.all.findLast(({ type }) => type.format === 'mdx');
  return edited ? join(folder, edited.path) : join(folder, 'engagement.yaml');
}

function textOf(
  document: Planned,
  plan: Plan,
  engagement: Readonly<Record<string, unknown>>,
): string {
  const random = randomFrom(document.number + 1);
  const fields = yaml(fieldsOf({ document, plan, random, engagement }));
  if (document.type.format === 'yaml') return fields;
  return `---\n${fields}---\n\n${bodyOf(document, plan, random)}`;
}

function engagementOf({ byType }: Plan): Record<string, unknown> {
  const [sponsor, vendorLead, customerLead] = byType.get('person') ?? [];
  return {
    title: 'Benchmark handbook',
    customer: { name: 'Customer of the benchmark', domains: ['customer.example'] },
    vendor: { name: 'Vendor of the benchmark', domains: ['vendor.example'] },
    sponsor: sponsor?.slug,
    vendor_lead: vendorLead?.slug,
    customer_lead: customerLead?.slug,
    kickoff_on: '2026-04-06',
    exit_on: '2027-01-29',
    as_of: '2026-11-20',
    // Made-up links lead anywhere, so everybody reads everything.
    audiences: [{ name: 'engineering', description: 'Everybody in engineering.' }],
    metrics: ['queue-age', 'no-shows', 'days-in-receivables'].map((id) => ({
      id,
      name: `The ${id.replaceAll('-', ' ')}, counted weekly`,
      source: 'The weekly report',
      direction: 'down',
    })),
    fictional: true,
  };
}

const yaml = (data: unknown): string => stringify(data, { lineWidth: 0 });

function write(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

if (import.meta.main) {
  await runMain(async () => {
    const [named = '', asked = ''] = process.argv.slice(2);
    const documents = Number(asked);
    if (named === '' || !Number.isSafeInteger(documents) || documents < fewest) {
      throw new Failure(
        `Name a new folder and how many documents to write, ${fewest} or more: DIR N`,
      );
    }
    const folder = resolve(named);
    const there = statSync(folder, { throwIfNoEntry: false });
    if (there && (!there.isDirectory() || readdirSync(folder).length > 0)) {
      throw new Failure(`${folder} has something in it already. Name a new folder.`);
    }
    generate(folder, documents);
    console.log(`${documents} documents are in ${folder}`);
    return 0;
  });
}
