import { namingsOf } from '../../audiences/namings.ts';
import { shutOut } from '../../audiences/shut-out.ts';
import { type Edge, mention } from '../../graph/graph.ts';
import { fieldName } from '../../graph/relations.ts';
import { defineRule } from '../rule.ts';

export const audiences = defineRule({
  id: 'audiences',
  title: 'Every reader of a page can open what it leads to',
  why: 'Each audience gets a copy of its own. A link to a page that is not in it, or its name, would tell that there is one, and leads nowhere.',
  severity: 'error',
  messages: {
    link: {
      message: 'This page is also for {groups}, and what the link leads to is not in their copy.',
      fix: 'Say here in other words what they need to know, without the link. Or take {groups} out of `audience` of this page; or add them to that of the other, if its owner agrees.',
    },
    reference: {
      message:
        'This page is also for {groups}, and what `{field}` names is not in their copy, which leaves it out.',
      fix: 'Name something that they may read, or take {groups} out of `audience` of this page; or add them to that of the other, if its owner agrees.',
      severity: 'warning',
    },
    named: {
      message:
        'This {what} is also for {groups}, and these words name a page that is not in their copy, by its id or address.',
      fix: 'Say here in other words what they need to know, without the id and the address. Or have {groups} added to `audience` of that page, if its owner agrees.',
    },
    titled: {
      message:
        'This {what} is also for {groups}, and these words are the title of a page that is not in their copy.',
      fix: 'If the page is meant, say it in other words: the title alone tells that there is one. If the words only happen to be the same, give the page a title of its own.',
      severity: 'warning',
    },
  },
  *check({ corpus, graph }) {
    for (const edge of graph.edges) {
      if (edge.from.type.format !== 'mdx' || isMeantToEnd(edge)) continue;
      const groups = shutOut(edge, corpus, graph);
      if (groups.length === 0) continue;
      const { relation, position, from } = edge;
      const args = { groups: groups.join(' and '), field: fieldName(relation.field) };
      const messageId = relation === mention ? 'link' : 'reference';
      yield { messageId, path: from.path, position, args };
    }
    for (const { from, kind, position, groups } of namingsOf(corpus, graph)) {
      const what = from.type.format === 'yaml' ? 'record' : 'page';
      const args = { groups: groups.join(' and '), what };
      yield { messageId: kind, path: from.path, position, args };
    }
  },
});

/** Memos are for leadership alone, and pages with other readers name them in fields: there the name is left out. */
const isMeantToEnd = ({ relation, to }: Edge): boolean =>
  relation !== mention && to.type.name === 'founder-memo';
