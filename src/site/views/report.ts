import { addressOf } from '../../domain/graph/addresses.ts';
import type { Entry } from '../../domain/graph/corpus.ts';
import type { Handbook } from '../handbook.ts';
import { issueAt, mailTo, type Reported } from '../report/links.ts';
import type { Settings } from '../settings.ts';
import { nameOf } from './words.ts';

/** How somebody says that a page is wrong. */
export interface ReportView {
  readonly page: Reported;
  /** Where it is sent; each null where the engagement names no such place. */
  readonly mail: { readonly to: string; readonly href: string } | null;
  readonly issue: { readonly pattern: string; readonly href: string } | null;
  /** Who answers for the page. */
  readonly owner: { readonly name: string; readonly href: string } | null;
  readonly sections: readonly { readonly slug: string; readonly text: string }[];
}

type Where = Pick<Settings, 'reportTo' | 'issuesPattern'>;

/** The report of a page that is no document. */
export function pageReport(title: string, address: string, settings: Where): ReportView {
  const page = { title, address, section: null, source: null, commit: null, hash: null };
  return reportOf(page, settings);
}

/** The report of a document, with what tells which text of it was read. */
export function documentReport(
  entry: Entry,
  { history, standard, graph }: Pick<Handbook, 'history' | 'standard' | 'graph'>,
  settings: Where,
): ReportView {
  const commit = history.changes.get(entry.path)?.commit.slice(0, 12) ?? null;
  const hash = standard?.hashOf(entry).slice(0, 12) ?? null;
  const owner = graph.outgoing(entry).find(({ relation }) => relation.field.join() === 'owner');
  const page = {
    ...{ title: nameOf(entry), address: addressOf(entry), section: null },
    ...{ source: entry.path, commit, hash },
  };
  return {
    ...reportOf(page, settings),
    owner: owner ? { name: nameOf(owner.to), href: addressOf(owner.to) } : null,
    sections: (entry.outline?.headings ?? [])
      .filter(({ depth }) => depth <= 3)
      .map(({ slug, text }) => ({ slug, text })),
  };
}

const reportOf = (page: Reported, { reportTo, issuesPattern }: Where): ReportView => ({
  page,
  mail: reportTo === null ? null : { to: reportTo, href: mailTo(reportTo, page) },
  issue:
    issuesPattern === null ? null : { pattern: issuesPattern, href: issueAt(issuesPattern, page) },
  owner: null,
  sections: [],
});
