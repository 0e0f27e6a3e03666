import { shutOut } from '../../audiences/shut-out.ts';
import { typeNames } from '../../documents/registry.ts';
import { type Entry, entriesOf, titleOf } from '../../graph/corpus.ts';
import { textsOf } from '../../graph/fields.ts';
import { mention } from '../../graph/graph.ts';
import { at, field } from '../../problems/problem.ts';
import { sameWords } from '../facts/flows.ts';
import { outcomeOfProof } from '../facts/proofs.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

export const mem02 = defineStandardRule({
  id: 'MEM-02',
  title: 'Nothing restricted leaves its group',
  statement:
    'The build for a group holds nothing of a document that the group may not read, not even its title; memos are read by leadership alone; a privileged document is in no build.',
  why: 'A title such as "Close the northern clinic" in a search result tells the whole story. Privilege is lost once the wrong person has the page.',
  sources: [
    { source: 'hipaa-164.316', clause: '(b)(2)(ii)' },
    { source: 'readers', clause: 'restricted titles that leak' },
  ],
  appliesTo: typeNames,
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'no',
  satisfy: [
    'Give each memo the audience `leadership` or `board` alone, and keep privileged ones with counsel, outside the handbook.',
    'In a page with a wider audience, describe what a restricted page is about in words that everybody may read, and do not quote its title.',
    'Search every build for marks planted in each restricted document, and record it as a proof of kind `audience`: npm run canary -- --record --by PERSON',
  ],
  limits:
    'That nobody retells a restricted page in other words: only its title and the planted marks are looked for.',
  messages: {
    privileged: {
      message: 'It is under privilege, and everything in the content folder is built and exported.',
      fix: 'Take the file out of the content folder and its history, and keep it with counsel; what engineers need goes into a decision without the advice.',
    },
    wideMemo: {
      message: 'A memo to leadership can be read by {groups}.',
      fix: 'Write: audience: [leadership]. What others need to know belongs into a decision or a weekly summary.',
    },
    quoted: {
      message: 'The link quotes the title of {target}, which {groups} may not read.',
      fix: 'Write other words for the link, or take {groups} out of the audience of this page.',
    },
    failed: {
      message:
        'A mark of a restricted document was found in a build of a group that may not read it.',
      fix: 'Look into the report, stop the leak, and run the search again.',
    },
  },
  examples: {
    ok: { path: 'memos/2026-06-close-north.mdx', text: 'audience: [leadership]\n' },
    notOk: { path: 'memos/2026-06-close-north.mdx', text: 'privileged: true\n' },
  },
  *check(context) {
    const { corpus } = context;
    const memos = entriesOf(corpus, 'founder-memo').filter(({ readable }) => readable);
    for (const memo of memos) yield* memoTrouble(memo);
    yield* quotedTitles(context);
    yield outcomeOfProof(context, 'audience', 'no build held a mark of a document outside it');
  },
});

/** Groups that a memo is meant for, by the names that engagements give them. */
const LEADERSHIP = /^(leadership|board|executives?|founders?)$/;

function* memoTrouble({ path, data }: Entry) {
  if (data['privileged'] === true)
    yield { messageId: 'privileged', path, position: field(['privileged']) } as const;
  const wide = textsOf(data, 'audience').filter((group) => !LEADERSHIP.test(group));
  if (wide.length === 0) return;
  const args = { groups: wide.join(', ') };
  yield { messageId: 'wideMemo', path, position: field(['audience']), args } as const;
}

/** Links of a page that carry the title of a document which some of its readers may not see. */
function* quotedTitles({ corpus, graph }: StandardContext) {
  for (const entry of corpus.entries) {
    const links = entry.outline?.links ?? [];
    if (links.length === 0) continue;
    const targets = new Map(
      graph
        .outgoing(entry)
        .filter(({ relation }) => relation === mention)
        .map(({ position, to }) => [JSON.stringify(position), to]),
    );
    for (const link of links) {
      const to = targets.get(JSON.stringify(at(link)));
      if (!to || !sameWords(link.text).includes(sameWords(titleOf(to)))) continue;
      const shut = shutOut({ from: entry, to }, corpus, graph);
      if (shut.length === 0) continue;
      const args = { target: to.id, groups: shut.join(', ') };
      yield { messageId: 'quoted', path: entry.path, position: at(link), args } as const;
    }
  }
}
