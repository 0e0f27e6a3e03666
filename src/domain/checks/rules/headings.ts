import type { Entry } from '../../graph/corpus.ts';
import { ofEntry } from '../../graph/once.ts';
import { at } from '../../problems/problem.ts';
import { defineRule, type Finding } from '../rule.ts';

export const headings = defineRule({
  id: 'headings',
  title: 'Headings form an outline',
  why: 'Screen readers and the table of contents move by headings; a second title or a skipped level misleads both.',
  severity: 'warning',
  messages: {
    title: {
      message: 'The heading "{text}" has level 1, which is the title from the frontmatter.',
      fix: 'Write: ## {text}',
    },
    skipped: {
      message: 'The heading "{text}" has level {depth} and follows one of level {before}.',
      fix: 'Write: {expected} {text}',
    },
    empty: { message: 'The heading has no words.', fix: 'Give it words, or delete it.' },
  },
  check: ({ corpus }) => corpus.entries.flatMap(findingsOf),
});

const findingsOf = ofEntry((entry) => [...checkEntry(entry)]);

function* checkEntry(entry: Entry): Generator<Finding<'title' | 'skipped' | 'empty'>> {
  let before = 1;
  for (const { text, depth, ...point } of entry.outline?.headings ?? []) {
    const where = { path: entry.path, position: at(point) };
    const expected = '#'.repeat(before + 1);
    if (text.trim() === '') yield { messageId: 'empty', ...where };
    else if (depth === 1) yield { messageId: 'title', ...where, args: { text } };
    else if (depth > before + 1)
      yield { messageId: 'skipped', ...where, args: { text, depth, before, expected } };
    before = Math.max(depth, 1);
  }
}
