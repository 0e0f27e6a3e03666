import { runbook } from '../../documents/runbook.ts';
import { type Entry, entriesOf } from '../../graph/corpus.ts';
import { at, wholeFile } from '../../problems/problem.ts';
import { isWritten } from '../facts/said.ts';
import { type BodySection, sectionNamed, sectionsIn, wordsOf } from '../facts/sections.ts';
import { defineStandardRule } from '../rule.ts';

const titles = runbook.sections.map(({ title }) => title);

export const rbk02 = defineStandardRule({
  id: 'RBK-02',
  title: 'Runbooks have the same nine sections, and words in each',
  statement: `Every runbook has these sections in this order, and says something in each: ${titles.join(', ')}.`,
  why: 'Whoever is on call looks for the way back with one hand on the keyboard. In a page that is built like every other they know where it stands; under a heading with "TBD" they find out that nobody ever thought of it.',
  sources: [{ source: 'prom-operator' }],
  appliesTo: ['runbook'],
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Begin with `npm run handbook -- new runbook "TITLE" --systems SYSTEM`, which writes the nine headings.',
    'Where there is nothing to do, say so and why: "Rollback: nothing here changes data."',
  ],
  limits: 'That the words are right. A drill shows it.',
  messages: {
    missing: {
      message: 'The section "{title}" is missing.',
      fix: 'Add it {place}: ## {title}',
    },
    late: {
      message: 'The section "{title}" stands behind "{later}", where nobody looks for it.',
      fix: 'Move it before "{later}".',
    },
    empty: {
      message: 'The section "{title}" says nothing yet.',
      fix: 'Write it; if there is nothing to do, say so and why.',
    },
  },
  examples: {
    ok: {
      path: 'runbooks/queue-stalled.mdx',
      text: '## Rollback\n\nNothing here changes data, so there is nothing to take back.\n',
    },
    notOk: { path: 'runbooks/queue-stalled.mdx', text: '## Rollback\n\nTBD\n' },
  },
  *check({ corpus, treeOf }) {
    let complete = 0;
    for (const entry of entriesOf(corpus, 'runbook')) {
      if (entry.data['status'] === 'retired') continue;
      const findings = [...troubles(entry, sectionsIn(treeOf(entry)))];
      yield* findings;
      if (findings.length === 0) complete++;
    }
    if (complete > 0) yield { evidence: `${complete} runbooks have all nine sections in order` };
  },
});

function* troubles({ path }: Entry, sections: readonly BodySection[]) {
  let before: BodySection | null = null;
  for (const title of titles) {
    const section = sectionNamed(sections, title);
    if (section !== null) {
      if (!isWritten(wordsOf(section)))
        yield { messageId: 'empty', path, position: at(section), args: { title } } as const;
      before = section;
      continue;
    }
    const place = before === null ? 'as the first section' : `after "${before.title}"`;
    const position = before === null ? wholeFile : at(before);
    yield { messageId: 'missing', path, position, args: { title, place } } as const;
  }
  yield* late(path, sections);
}

function* late(path: string, sections: readonly BodySection[]) {
  let furthest = -1;
  for (const section of sections) {
    const place = titles.findIndex((title) => sectionNamed(sections, title) === section);
    const args = { title: section.title, later: titles[furthest] ?? '' };
    if (place >= 0 && place < furthest)
      yield { messageId: 'late', path, position: at(section), args } as const;
    furthest = Math.max(furthest, place);
  }
}
