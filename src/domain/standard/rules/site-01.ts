import { shutOut } from '../../audiences/shut-out.ts';
import type { Finding } from '../../checks/rule.ts';
import { typeNames } from '../../documents/registry.ts';
import { engagementData } from '../../graph/corpus.ts';
import { rowsAt, textAt } from '../../graph/fields.ts';
import { type Edge, mention } from '../../graph/graph.ts';
import { field, type Problem } from '../../problems/problem.ts';
import { counted, firstOf } from '../facts/documents.ts';
import { none, type ProofId, proofMessages, proofOutcomes } from '../facts/proof-outcomes.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

export const site01 = defineStandardRule<'SITE-01', ProofId | 'dead' | 'link' | 'group'>({
  id: 'SITE-01',
  title: 'Links lead somewhere, for everybody',
  statement:
    'Every link, anchor, picture and file of a page is there in the copy of each group of readers; links to elsewhere are listed with the day on which they were last tried.',
  why: 'A link that works for engineers and not for the front desk is found by the front desk, on the morning that the system is down.',
  sources: [
    { source: 'nist-800-53', clause: 'SA-5' },
    { source: 'readers', clause: 'links that never break' },
  ],
  appliesTo: typeNames,
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Repair what the `check` command finds.',
    'Where a page leads its readers to one that they may not see, say here what they need, let them see that page, or take the link out.',
    'Open every page of each copy and follow each link. Record it as a proof of kind `links`, with the links to elsewhere and the day of each as its report.',
  ],
  limits: 'That the page behind a link still says what the link promises.',
  messages: {
    ...proofMessages,
    dead: { message: '{words}', fix: '{fix}' },
    link: {
      message: 'The readers of {groups} read this page and may not see {page}.',
      fix: 'Say here what they need and take the link out, or widen `audience` of that page, or narrow that of this one.',
    },
    group: {
      message: 'The readers of {group} meet {count} to pages that they may not see: {first}.',
      fix: 'In each, say what they need and take the link out; or write {group} into `audience` of the page behind it, or take it out of the page before it.',
    },
  },
  examples: {
    ok: {
      path: 'systems/fax-gateway.mdx',
      text: '## Decisions\n\nNone yet. What ADT means: [ADT](../glossary/adt.mdx).\n',
    },
    notOk: {
      path: 'systems/fax-gateway.mdx',
      text: '## Decisions\n\nSee [the queue](../adrs/0099-queue-the-faxes.mdx).\n',
    },
  },
  *check(context) {
    yield* context.problems.filter(isDead).map(finding);
    yield* hidden(context);
    yield* proofOutcomes(context, 'links', {
      figures: [none('internal links that lead nowhere')],
      how: 'Open every page of each copy, follow each link, and record it as a proof of kind `links` with its report.',
    });
  },
});

const CHECKS: ReadonlySet<string> = new Set(['links', 'anchors', 'files', 'references', 'images']);

/** An old address leads somewhere; how a picture is described is SITE-02's, and where it is from SITE-06's. */
const OTHER: ReadonlySet<string> = new Set(['moved', 'alt', 'remote']);

/** What `check` finds of links and files, however much it weighs there. */
const isDead = ({ ruleId, messageId }: Problem): boolean =>
  CHECKS.has(ruleId) && !OTHER.has(messageId);

const finding = ({ path, position, message, fix }: Problem): Finding<'dead'> => ({
  messageId: 'dead',
  path,
  position,
  args: { words: message, fix },
});

/** Links that lead some of the readers of a page to one that they may not see, with those groups. */
const leadingOut = ({ corpus, graph }: StandardContext): { edge: Edge; groups: string[] }[] =>
  graph.edges
    .filter(({ relation }) => relation === mention)
    .map((edge) => ({ edge, groups: shutOut(edge, corpus, graph) }))
    .filter(({ groups }) => groups.length > 0);

/** Links up to which each has a finding of its own; of more there is one for each group of readers. */
const FEW = 5;

function* hidden(context: StandardContext): Iterable<Finding<'link' | 'group'>> {
  const all = leadingOut(context);
  if (all.length > FEW) yield* byGroup(all, context);
  else
    for (const { edge, groups } of all) {
      const args = { groups: groups.join(' and '), page: edge.to.path };
      yield { messageId: 'link', path: edge.from.path, position: edge.position, args };
    }
}

function* byGroup(
  all: ReturnType<typeof leadingOut>,
  { corpus }: StandardContext,
): Iterable<Finding<'group'>> {
  const names = rowsAt(engagementData(corpus), 'audiences').map((row) => textAt(row, 'name'));
  for (const [index, group] of names.entries()) {
    const own = all.filter(({ groups }) => group !== null && groups.includes(group));
    if (group === null || own.length === 0) continue;
    const first = firstOf(own.map(({ edge }) => placeOf(edge)));
    const args = { group, count: counted(own.length, 'link'), first };
    const position = field(['audiences', index, 'name']);
    yield { messageId: 'group', path: 'engagement.yaml', position, args };
  }
}

const placeOf = ({ from, to, position }: Edge): string =>
  `${from.path}:${position.kind === 'source' ? position.line : 1} to ${to.id}`;
