import { pageAddress } from '../../body/target.ts';
import { addressOf } from '../../graph/addresses.ts';
import { entriesOf } from '../../graph/corpus.ts';
import { textAt } from '../../graph/fields.ts';
import { pageIndex } from '../../graph/graph.ts';
import { pageLink } from '../../graph/page-links.ts';
import { field } from '../../problems/problem.ts';
import { suggest } from '../../problems/suggest.ts';
import { defineRule } from '../rule.ts';

export const alerts = defineRule({
  id: 'alerts',
  title: 'An alert opens a runbook that is there',
  why: 'The link in the page is the only one that somebody half asleep will press. It breaks without a word when the runbook is renamed or deleted.',
  severity: 'error',
  messages: {
    gone: {
      message: '`runbook_url` opens {address}, and there is no such runbook.',
      fix: 'Write the address of the runbook that this alert opens now. If it was renamed, add {address} to the `aliases` of that runbook.',
    },
    near: {
      message:
        '`runbook_url` opens {address}, and there is no such runbook; did you mean {expected}?',
      fix: 'Let it end in {expected}, here and in the monitoring tool.',
    },
  },
  *check({ corpus }) {
    const pages = pageIndex(corpus);
    const known = entriesOf(corpus, 'runbook').map(addressOf);
    for (const { data, path } of entriesOf(corpus, 'alert')) {
      const url = textAt(data, 'runbook_url');
      const address = url === null ? null : runbookAddress(url);
      if (url === null || address === null || pageLink(url, pages) !== null) continue;
      const expected = suggest(address, known);
      const here = { path, position: field(['runbook_url']) };
      yield expected === null
        ? { messageId: 'gone', ...here, args: { address } }
        : { messageId: 'near', ...here, args: { address, expected } };
    }
  },
});

/** The page of a runbook that a web address is of, wherever the handbook is published; null for other pages. */
function runbookAddress(url: string): string | null {
  const [, path] = /^https:\/\/[^/?#]+[^?#]*?\/(runbooks\/[^?#]+)/.exec(url.trim()) ?? [];
  return path === undefined ? null : pageAddress(path);
}
