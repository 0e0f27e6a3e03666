import type { Section } from '../../body/outline.ts';
import { aboutSection } from '../../documents/define.ts';
import { type Entry, engagementData, entriesOf } from '../../graph/corpus.ts';
import { entryAt, textsOf } from '../../graph/fields.ts';
import { at, field, wholeFile } from '../../problems/problem.ts';
import { leadershipGroups } from '../facts/audiences.ts';
import { isWritten } from '../facts/words.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

/** Words below which a section answers nothing. */
const FEWEST = 40;

export const eng05 = defineStandardRule({
  id: 'ENG-05',
  title: 'The architecture read answers its seven questions',
  statement: `The architecture read that the engagement began with answers its seven questions, each in ${FEWEST} words or more, and stays readable for leadership.`,
  why: 'It is what the customer decided on. Whoever wants to know in two years why a claims bridge was left alone finds the reason here or nowhere.',
  sources: [{ source: 'engagement', clause: 'the architecture read comes first' }],
  appliesTo: ['architecture-read'],
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Answer each question in its own section; say so where the answer is "nothing", and why.',
    'Keep leadership in its `audience`, also when it is years old.',
    'Name the charter that followed after `extends_to:`. Later, smaller reads may then be as short as they are.',
  ],
  limits: 'That the answers were right, or that the author saw what they write about.',
  messages: {
    none: {
      message:
        'There is no architecture read, so nobody can see what the engagement was decided on.',
      fix: 'Add it: npm run handbook -- new architecture-read "TITLE"',
    },
    missing: {
      message: 'It does not answer "{title}".',
      fix: 'Add the section: ## {title}. It holds {hint}',
    },
    short: {
      message: 'The answer to "{title}" is {words} of at least {fewest} words long.',
      fix: 'Answer it. The template asks for {hint}',
    },
    repeated: {
      message: '"{title}" says the same as "{other}".',
      fix: 'Answer this question. The template asks for {hint}',
    },
    hidden: {
      message: 'Leadership cannot read it: its audience is {groups}.',
      fix: 'Add a group to audience: {leadership}',
    },
  },
  examples: {
    ok: { path: 'architecture-reads/2025-12.mdx', text: 'audience: [engineering, leadership]\n' },
    notOk: {
      path: 'architecture-reads/2025-12.mdx',
      text: '## What is fragile\n\nThe fax queue, which stalls.\n',
    },
  },
  *check(context) {
    const reads = firstReads(context);
    if (reads.length === 0)
      yield { messageId: 'none', path: 'engagement.yaml', position: wholeFile } as const;
    for (const read of reads) {
      const found = [...answers(read), ...readers(read, context)];
      yield* found;
      if (found.length > 0) continue;
      const words = read.outline?.words ?? 0;
      yield { evidence: `seven questions are answered in ${words} words`, path: read.path };
    }
  },
});

/** The reads that a charter followed; all of them where none says so. */
function firstReads({ corpus }: StandardContext): Entry[] {
  const reads = entriesOf(corpus, 'architecture-read').filter(({ readable }) => readable);
  const first = reads.filter(({ data }) => entryAt(data, 'extends_to', 'charters', corpus));
  return first.length > 0 ? first : reads;
}

function* answers({ path, type, outline }: Entry) {
  const seen = new Map<string, string>();
  for (const asked of type.sections) {
    const { title } = asked;
    const hint = aboutSection(asked);
    const found = outline?.sections.find(({ text }) => isTitle(text, title));
    if (!found) {
      yield { messageId: 'missing', path, position: wholeFile, args: { title, hint } } as const;
      continue;
    }
    const where = { path, position: at(found) };
    const other = seen.get(keyOf(found));
    if (found.words < FEWEST || !isWritten(found)) {
      const args = { title, hint, words: found.words, fewest: FEWEST };
      yield { messageId: 'short', ...where, args } as const;
    } else if (other !== undefined)
      yield { messageId: 'repeated', ...where, args: { title, other, hint } } as const;
    seen.set(keyOf(found), title);
  }
}

const isTitle = (text: string, title: string): boolean =>
  text.trim().toLowerCase() === title.toLowerCase();

const keyOf = ({ opening }: Section): string => opening.toLowerCase();

function* readers({ path, data }: Entry, { corpus }: StandardContext) {
  const leadership = leadershipGroups(engagementData(corpus));
  const groups = textsOf(data, 'audience');
  if (groups.some((group) => leadership.includes(group))) return;
  const args = { groups: groups.join(', ') || 'empty', leadership: leadership.join(' or ') };
  yield { messageId: 'hidden', path, position: field(['audience']), args } as const;
}
