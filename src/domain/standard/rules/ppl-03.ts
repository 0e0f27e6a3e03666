import { type Corpus, type Entry, entriesOf } from '../../graph/corpus.ts';
import { textAt } from '../../graph/fields.ts';
import { field, wholeFile } from '../../problems/problem.ts';
import { acronymsOf } from '../facts/acronyms.ts';
import { personNamed } from '../facts/people.ts';
import { isPlaceholder } from '../facts/words.ts';
import { defineStandardRule } from '../rule.ts';

/** Documents from which on a short form is part of the language of the house. */
const COMMON = 3;

export const ppl03 = defineStandardRule({
  id: 'PPL-03',
  title: 'Short forms are explained',
  statement: `Each short form that stands in ${COMMON} documents or more, diagrams included, is in the glossary, with a plain meaning and an owner.`,
  why: 'A nurse, an auditor and a new engineer each stop at another one. They guess, and two departments use the same letters for two things.',
  sources: [{ source: 'arc42', clause: '§12 Glossary' }],
  appliesTo: ['glossary'],
  stages: [{ from: '-60', severity: 'warning' }],
  waivable: 'yes',
  satisfy: [
    'Add a term to `glossary/` with the letters after `term:`, what they stand for after `expansion:`, and a meaning without other jargon after `plain:`.',
    'What everybody at a desk knows, such as PDF or UTC, needs none. Names of tickets and commands do not count.',
  ],
  limits:
    'Terms that are ordinary words, such as "slice": only short forms in capitals are found. That a meaning is plain to its reader.',
  messages: {
    missing: {
      message: '{term} stands in {count} documents and not in the glossary: {where}.',
      fix: 'Add it: npm run handbook -- new glossary "{term}". Or write the words out.',
    },
    plain: {
      message: '{term} stands in {count} documents, and its meaning says nothing.',
      fix: 'Write: plain: one sentence that a new nurse understands.',
    },
    owner: {
      message: '{term} stands in {count} documents, and nobody owns its meaning.',
      fix: 'Write: owner: SLUG, who knows when the meaning changes.',
    },
  },
  examples: {
    ok: {
      path: 'glossary/adt.mdx',
      text: 'plain: The message that says who came, moved or left\n',
    },
    notOk: { path: 'glossary/adt.mdx', text: 'plain: ADT.\n' },
  },
  *check({ corpus }) {
    const terms = termsOf(corpus);
    let explained = 0;
    for (const [term, entries] of acronymsOf(corpus)) {
      const count = entries.length;
      if (count < COMMON) continue;
      const entry = terms.get(term.toLowerCase());
      if (!entry) {
        const where = entries
          .slice(0, COMMON)
          .map(({ id }) => id)
          .join(', ');
        const args = { term, count, where };
        yield { messageId: 'missing', path: 'engagement.yaml', position: wholeFile, args };
        continue;
      }
      const { path, data } = entry;
      const args = { term, count };
      if (isEmptyMeaning(entry))
        yield { messageId: 'plain', path, position: field(['plain']), args };
      else if (personNamed(corpus, data['owner']) === null)
        yield { messageId: 'owner', path, position: field(['owner']), args };
      else explained++;
    }
    if (explained > 0)
      yield { evidence: `${explained} short forms in ${COMMON} documents or more are explained` };
  },
});

/** The glossary by each word of its terms and expansions, so that `HL7 v2` explains HL7. */
function termsOf(corpus: Corpus): Map<string, Entry> {
  const terms = new Map<string, Entry>();
  for (const entry of entriesOf(corpus, 'glossary')) {
    if (!entry.readable) continue;
    for (const word of `${textAt(entry.data, 'term') ?? ''} ${textAt(entry.data, 'expansion') ?? ''}`.match(
      /[\p{L}\p{N}]+/gu,
    ) ?? [])
      if (!terms.has(word.toLowerCase())) terms.set(word.toLowerCase(), entry);
  }
  return terms;
}

/** Whether a meaning only says the term or its expansion again. */
function isEmptyMeaning({ data }: Entry): boolean {
  const letters = (text: string | null) =>
    (text ?? '').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const plain = textAt(data, 'plain') ?? '';
  const same = [textAt(data, 'term'), textAt(data, 'expansion')].map(letters);
  return isPlaceholder(plain) || same.includes(letters(plain));
}
