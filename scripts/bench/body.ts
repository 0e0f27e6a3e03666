import GithubSlugger from 'github-slugger';
import { relativePath } from '../../src/domain/body/target.ts';
import type { Plan, Planned } from './plan.ts';
import type { Random } from './random.ts';
import { phrase, sentence, term } from './words.ts';

/** Sections of a type that prescribes none. */
const ownSections = ['Meaning', 'Where it is used', 'An example'];

const titlesOf = ({ type }: Planned): readonly string[] =>
  type.sections.length > 0 ? type.sections.map(({ title }) => title) : ownSections;

/** A body of 400 to 700 words: the sections of its type, with links, code, a table and components. */
export function bodyOf(document: Planned, plan: Plan, random: Random): string {
  const titles = titlesOf(document);
  const extras = [
    ...extraBlocks(random),
    ...titles.flatMap(() => linksFrom(document, plan, random)),
    ...titles.flatMap(() => underHeading(random)),
  ];
  const rest = random.whole(430, 600) - wordsOf([...titles, ...extras].join(' '));
  const places = Map.groupBy(extras, () => random.whole(0, titles.length - 1));
  return titles
    .map((title, at) => {
      const prose = proseOf(Math.floor(rest / titles.length), random);
      return [`## ${title}`, ...prose, ...(places.get(at) ?? [])].join('\n\n');
    })
    .join('\n\n')
    .concat('\n');
}

const wordsOf = (text: string): number => text.split(/\s+/).length;

function proseOf(words: number, random: Random): string[] {
  const paragraphs: string[] = [];
  for (let left = Math.max(words, 6); left > 0; ) {
    const size = Math.min(left, random.whole(30, 70));
    const sentences: string[] = [];
    for (let rest = size; rest > 0; ) {
      const length = Math.max(4, Math.min(rest, random.whole(6, 18)));
      sentences.push(sentence(random, length));
      rest -= length + 1;
    }
    paragraphs.push(sentences.join(' '));
    left -= size;
  }
  return paragraphs;
}

/** A sentence with a link to another document, every second time to one of its sections. */
function linksFrom(document: Planned, plan: Plan, random: Random): string[] {
  if (random.chance(0.5)) return [];
  const to = random.pick(plan.all);
  if (to === document) return [];
  const section = random.pick(titlesOf(to));
  const anchored = to.type.format === 'mdx' && random.chance(0.5);
  const anchor = anchored ? `#${new GithubSlugger().slug(section)}` : '';
  const path = `${relativePath(document.path, to.path)}${anchor}`;
  return [
    `${sentence(random, 5)} See [${to.title}](${path}) and \`${term(random)}-${random.whole(1, 40)}\`.`,
  ];
}

const underHeading = (random: Random): string[] =>
  random.chance(0.2) ? [`### ${phrase(random, 3)}\n\n${sentence(random)}`] : [];

function extraBlocks(random: Random): string[] {
  const code = [bash, json, sql];
  const all = [random.pick(code), random.pick(code), table, aside, steps, list];
  return all.map((write) => write(random));
}

const bash = (random: Random): string =>
  [
    `\`\`\`bash title="on ${term(random)}-${two(random)}"`,
    `systemctl status ${term(random)}-${term(random)}`,
    `journalctl -u ${term(random)} --since "-${two(random)}m" | grep -c ${term(random)}`,
    `curl -fsS "https://${term(random)}.example/${term(random)}?limit=${two(random)}" > /tmp/${term(random)}.json`,
    '```',
  ].join('\n');

function json(random: Random): string {
  const value = {
    [term(random)]: term(random),
    [term(random)]: random.whole(1, 5000),
    [term(random)]: { [term(random)]: true, [term(random)]: [term(random), term(random)] },
  };
  return ['```json', JSON.stringify(value, null, 2), '```'].join('\n');
}

const sql = (random: Random): string =>
  [
    '```sql',
    `SELECT ${term(random)}, count(*) AS ${term(random)}`,
    `FROM ${term(random)}_${term(random)}`,
    `WHERE ${term(random)} > now() - interval '${two(random)} minutes' AND ${term(random)} = '${term(random)}'`,
    `GROUP BY 1 ORDER BY 2 DESC LIMIT ${two(random)};`,
    '```',
  ].join('\n');

function table(random: Random): string {
  const row = () => `| ${phrase(random, 2)} | \`${term(random)}\` | ${random.whole(1, 900)} |`;
  return [
    `| ${phrase(random, 1)} | ${phrase(random, 1)} | Count |`,
    '|---|---|--:|',
    row(),
    row(),
    row(),
  ].join('\n');
}

const aside = (random: Random): string => {
  const type = random.pick(['note', 'tip', 'caution', 'danger']);
  return `<Aside type="${type}" title="${phrase(random, 3)}">\n\n${sentence(random)} **${phrase(random, 2)}**.\n\n</Aside>`;
};

const steps = (random: Random): string =>
  `<Steps>\n\n${[1, 2, 3].map((step) => `${step}. ${sentence(random, 8)}`).join('\n')}\n\n</Steps>`;

const list = (random: Random): string => [1, 2, 3].map(() => `- ${sentence(random, 6)}`).join('\n');

const two = (random: Random): number => random.whole(10, 99);
