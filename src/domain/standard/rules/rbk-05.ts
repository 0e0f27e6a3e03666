import { isFor } from '../../audiences/readers.ts';
import { type Corpus, type Entry, engagementData, entriesOf, slugOf } from '../../graph/corpus.ts';
import { rowsAt, textAt, textsOf } from '../../graph/fields.ts';
import { pageIndex } from '../../graph/graph.ts';
import { type PageLink, pageLink } from '../../graph/page-links.ts';
import { field } from '../../problems/problem.ts';
import { defineStandardRule } from '../rule.ts';

export const rbk05 = defineStandardRule({
  id: 'RBK-05',
  title: 'Each alert opens its runbook, and whoever is on call may read it',
  statement:
    'Each alert has the web address of a runbook that exists, at a heading that exists, in the build of those on call; that runbook lists the alert, and each alert that a runbook lists leads back to it.',
  why: 'The link in the page is the only one that somebody half asleep will press. "Not found" at that moment is worse than no link.',
  sources: [{ source: 'readers', clause: 'runbook links must never break when the pager rings' }],
  appliesTo: ['runbook', 'alert'],
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Write `runbook_url` in the alert, the same as in the monitoring tool.',
    'Write the alert under `alerts` of that runbook.',
    'When a runbook moves, its old address goes under `aliases`.',
    'Say in `engagement.yaml` which audience is on call: the description of the group has the words "on call".',
  ],
  limits:
    'That the monitoring tool sends this same address, and that the site answers at night without single sign-on.',
  messages: {
    none: {
      message: 'It has no address of a runbook, so the page opens nothing.',
      fix: 'Write: runbook_url: the web address of its runbook.',
    },
    dead: {
      message: 'There is no runbook at {url}.',
      fix: 'Write the address of the page as it is now, or give the runbook its old address under `aliases:`.',
    },
    retired: {
      message: 'It opens {runbook}, which is retired.',
      fix: 'Write the address of the runbook that took its place.',
    },
    site: {
      message: 'It opens {site}, and most alerts open {other}.',
      fix: 'Correct the address; the handbook is published in one place.',
    },
    anchor: {
      message: 'It opens {runbook} at "#{fragment}", a heading that is not there.',
      fix: 'Write the anchor of a heading of that page, or leave it out.',
    },
    hidden: {
      message: 'It opens {runbook}, which "{group}" may not read, and they are on call.',
      fix: 'Add {group} to the `audience` of {runbook}.',
    },
    oneWay: {
      message: 'It opens {runbook}, which does not list it.',
      fix: 'Write in {runbook}: alerts: [{alert}], besides those that stand there.',
    },
    unknown: {
      message: 'It lists the alert {alert}, and there is none.',
      fix: 'Add alerts/{alert}.yaml, or take it out here.',
    },
    elsewhere: {
      message: 'It lists the alert {alert}, which opens {runbook}.',
      fix: 'Take it out here, or write the address of this page in alerts/{alert}.yaml.',
    },
  },
  examples: {
    ok: {
      path: 'alerts/fax-queue-age.yaml',
      text: 'runbook_url: https://handbook.brookside.example/runbooks/fax-queue/\n',
    },
    notOk: {
      path: 'alerts/fax-queue-age.yaml',
      text: 'runbook_url: https://handbook.brookside.example/runbooks/fax-stalled/\n',
    },
  },
  *check({ corpus }) {
    const pages = pageIndex(corpus);
    const alerts = entriesOf(corpus, 'alert').filter(({ readable }) => readable);
    const links = new Map(
      alerts.map((alert) => [alert, pageLink(textAt(alert.data, 'runbook_url') ?? '', pages)]),
    );
    const group = onCallGroup(corpus);
    const usual = mostFrequent([...links.values()].flatMap((link) => link?.site ?? []));
    let good = 0;
    for (const [alert, link] of links) {
      const findings = [...troubles(alert, link, group, usual)];
      yield* findings;
      if (findings.length === 0) good++;
    }
    yield* fromRunbooks(corpus, links);
    if (alerts.length > 0 && group === null)
      yield { cannotTell: NO_GROUP, path: 'engagement.yaml' };
    else if (good > 0) yield { evidence: `${good} alerts open a runbook that "${group}" may read` };
  },
});

const NO_GROUP =
  'No audience of engagement.yaml is for those on call. Write the words "on call" into the description of the group.';

/** The group of readers that is on call, by its name or description. */
function onCallGroup(corpus: Corpus): string | null {
  const groups = rowsAt(engagementData(corpus), 'audiences');
  const group = groups.find(({ name, description }) =>
    /on[- ]call/i.test(`${name} ${description}`),
  );
  return group ? textAt(group, 'name') : null;
}

function mostFrequent(words: readonly string[]): string | null {
  const counts = [...Map.groupBy(words, (word) => word)].map(
    ([word, all]) => [word, all.length] as const,
  );
  return counts.sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function* troubles(
  alert: Entry,
  link: PageLink | null,
  group: string | null,
  usual: string | null,
) {
  const here = { path: alert.path, position: field(['runbook_url']) };
  const url = textAt(alert.data, 'runbook_url');
  if (url === null) {
    yield { messageId: 'none', ...here } as const;
    return;
  }
  if (link?.entry.type.name !== 'runbook') {
    yield { messageId: 'dead', ...here, args: { url } } as const;
    return;
  }
  const { entry, fragment, site } = link;
  const args = { runbook: entry.id, alert: slugOf(alert) };
  if (entry.data['status'] === 'retired') yield { messageId: 'retired', ...here, args } as const;
  if (usual !== null && site !== usual)
    yield { messageId: 'site', ...here, args: { site, other: usual } } as const;
  if (fragment !== null && !entry.outline?.headings.some(({ slug }) => slug === fragment))
    yield { messageId: 'anchor', ...here, args: { ...args, fragment } } as const;
  if (group !== null && !isFor(entry, group))
    yield { messageId: 'hidden', ...here, args: { ...args, group } } as const;
  if (!textsOf(entry.data, 'alerts').includes(slugOf(alert)))
    yield { messageId: 'oneWay', ...here, args } as const;
}

function* fromRunbooks(corpus: Corpus, links: ReadonlyMap<Entry, PageLink | null>) {
  for (const runbook of entriesOf(corpus, 'runbook')) {
    for (const [index, slug] of textsOf(runbook.data, 'alerts').entries()) {
      const alert = corpus.byId.get(`alerts/${slug}`);
      const link = alert ? links.get(alert) : null;
      const here = { path: runbook.path, position: field(['alerts', index]) };
      const args = { alert: slug, runbook: link?.entry.id ?? '' };
      if (!alert) yield { messageId: 'unknown', ...here, args } as const;
      else if (link && link.entry !== runbook)
        yield { messageId: 'elsewhere', ...here, args } as const;
    }
  }
}
