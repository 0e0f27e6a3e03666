import { toString as textOf } from 'mdast-util-to-string';
import type { MdastNode } from 'satteri';
import { childrenOf, isJsx } from '../../components/nodes.ts';
import { type Entry, entriesOf, slugOf } from '../../graph/corpus.ts';
import { isDay } from '../../graph/days.ts';
import { entriesAt } from '../../graph/fields.ts';
import { at, field, wholeFile } from '../../problems/problem.ts';
import { isSaid, isWritten } from '../facts/said.ts';
import { type BodySection, sectionNamed, sectionsIn, wordsOf } from '../facts/sections.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

export const adr01 = defineStandardRule({
  id: 'ADR-01',
  title: 'Decision records are complete and have a number of their own',
  statement:
    'Each decision record has a number that no other has, at the beginning of its file name; a summary, a status, a date, the systems that it binds, all sections of MADR with words in them, and at least two options that were considered.',
  why: 'A decision with one option was none, and the successor cannot tell what was weighed. Two records of one number make every "see ADR 12" ambiguous.',
  sources: [{ source: 'madr' }],
  appliesTo: ['adr'],
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Begin with `npm run handbook -- new adr "TITLE"`, which takes the next number and writes the sections.',
    'List at least two options that somebody could have taken.',
    'Write `binds` with the systems that must follow it.',
    'After a merge that brought a number twice, rename the newer file and give it its old address under `aliases`.',
  ],
  limits: 'A number that is taken on a branch which is not merged yet.',
  messages: {
    number: {
      message: 'Its file name does not begin with a number.',
      fix: 'Rename it to adrs/NNNN-words-of-the-title.mdx, with the next free number.',
    },
    twice: {
      message: 'The number {number} belongs to {other} as well.',
      fix: 'Rename one of the two to the next free number, and write its old address under `aliases:`.',
    },
    field: {
      message: 'It does not say {what}.',
      fix: 'Write: {write}',
    },
    sections: {
      message: 'It says nothing under {titles}.',
      fix: 'Write those sections; an accepted decision that never had them gets what is still known, and says since when.',
    },
    options: {
      message: 'It considers {count}, and a choice has at least two.',
      fix: 'List under "Considered options" what else was on the table, each with its best argument.',
    },
  },
  examples: {
    ok: {
      path: 'adrs/0001-faxes-are-printed.mdx',
      text: '## Considered options\n\n1. Print after three failures\n2. Try for ever\n3. Call the sender\n',
    },
    notOk: {
      path: 'adrs/0001-faxes-are-printed.mdx',
      text: '## Considered options\n\n1. Print after three failures\n',
    },
  },
  *check(context) {
    const records = entriesOf(context.corpus, 'adr');
    const byNumber = new Map<string, Entry>();
    let complete = 0;
    for (const entry of records) {
      const { path } = entry;
      const number = numberOf(entry);
      const other = byNumber.get(number ?? '');
      if (number === null) yield { messageId: 'number', path, position: wholeFile };
      else if (other) {
        const args = { number, other: other.id };
        yield { messageId: 'twice', path, position: wholeFile, args };
      } else byNumber.set(number, entry);
      const findings = entry.readable ? [...troubles(entry, context)] : [];
      yield* findings;
      if (entry.readable && findings.length === 0 && number !== null && !other) complete++;
    }
    if (complete > 0)
      yield { evidence: `${complete} decision records are complete, each with its own number` };
  },
});

const numberOf = (entry: Entry): string | null => /^(\d+)-/.exec(slugOf(entry))?.[1] ?? null;

function* troubles(entry: Entry, { corpus, treeOf }: StandardContext) {
  const { path, data, type } = entry;
  const lacks = (name: string, what: string, write: string) =>
    ({ messageId: 'field', path, position: field([name]), args: { what, write } }) as const;
  if (!isSaid(data['summary']))
    yield lacks('summary', 'in one line what was decided', 'summary: the decision in one sentence');
  if (!isSaid(data['status'])) yield lacks('status', 'where it stands', 'status: proposed');
  if (!isDay(data['date'])) yield lacks('date', 'of which day it is', 'date: YYYY-MM-DD');
  if (entriesAt(data, 'binds', 'systems', corpus).length === 0)
    yield lacks('binds', 'which systems must follow it', 'binds: [SLUG], of systems/');
  const sections = sectionsIn(treeOf(entry));
  const silent = type.sections.filter(({ title }) => {
    const section = sectionNamed(sections, title);
    return section === null || !isWritten(wordsOf(section));
  });
  const titles = silent.map(({ title }) => `"${title}"`).join(', ');
  if (titles !== '')
    yield { messageId: 'sections', path, position: wholeFile, args: { titles } } as const;
  const options = sectionNamed(sections, 'Considered options');
  const count = options === null ? 0 : optionsIn(options);
  if (options && isWritten(wordsOf(options)) && count < 2) {
    const args = { count: count === 1 ? 'one option' : 'no listed option' };
    yield { messageId: 'options', path, position: at(options), args } as const;
  }
}

/** Options by their words, so that one option twice is one: headings, or items of the lists of the section. */
function optionsIn({ nodes }: BodySection): number {
  const headings = nodes.filter(({ type }) => type === 'heading');
  const items = headings.length > 1 ? headings : nodes.flatMap(itemsOf);
  const words = items.map((item) => textOf(item).trim().toLowerCase().split('\n')[0] ?? '');
  return new Set(words.filter(isSaid)).size;
}

const itemsOf = (node: MdastNode): readonly MdastNode[] =>
  node.type === 'list' ? childrenOf(node) : isJsx(node) ? childrenOf(node).flatMap(itemsOf) : [];
