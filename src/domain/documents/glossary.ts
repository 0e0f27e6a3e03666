import { z } from 'zod';
import { defineType } from './define.ts';
import { documentFields, lifecycle, list, refs, text } from './fields.ts';

const { title, summary, ...common } = documentFields(lifecycle);

export const glossary = defineType({
  name: 'glossary',
  folder: 'glossary',
  label: 'Term',
  plural: 'Glossary',
  section: 'learn',
  purpose: 'A word or abbreviation that a new nurse, engineer or auditor would have to ask about.',
  guide: {
    when: 'Write one for each word that a new nurse, engineer or auditor would have to ask about, and for each word that two groups use differently.',
    not: [
      { what: 'A system of that name', instead: 'system' },
      { what: 'A clause and what it demands', instead: 'control' },
    ],
    titles: {
      rule: 'The word, as it stands in documents.',
      good: ['Same-day slot', 'ADT'],
      bad: 'Glossary of terms',
      why: 'One word, one page: the search then shows the word itself.',
    },
    advice: [
      'Explain it without other jargon; where that fails, link.',
      'Say what it is often taken for.',
      'Readers meet it in other documents: the first one in each section is underlined with dots and shows `plain` when it is pointed at, so write `plain` for somebody in the middle of another sentence.',
      'An abbreviation is found in its own capitals only, other words in any case. Single everyday words are underlined once on a page; think twice before you write a term for one that most texts use in its everyday sense.',
    ],
  },
  format: 'mdx',
  titleField: 'term',
  summaryField: 'plain',
  columns: ['expansion', 'plain', 'see_also', 'owner'],
  start: { status: 'draft' },
  schema: z.strictObject({
    term: text('The word or abbreviation, as it is written in documents.').max(120),
    expansion: text('What the abbreviation stands for.').optional(),
    also_written: list(
      text('A spelling, such as `break glass` or `HL7v2`.'),
      'Other ways in which documents write it; plurals and hyphens are found without.',
    ).optional(),
    plain: text('What it means, in one sentence without other jargon.').max(300),
    see_also: refs(
      'glossary',
      'See also',
      'See also',
      'Terms that are near to it or taken for it.',
    ).optional(),
    ...common,
  }),
});
