import type { Outline } from '../../body/outline.ts';
import type { Target } from '../../body/target.ts';
import type { Corpus, Entry } from '../../graph/corpus.ts';
import { pageIndex } from '../../graph/graph.ts';
import { linksOf } from '../../graph/links.ts';
import { at } from '../../problems/problem.ts';
import { suggester } from '../../problems/suggest.ts';
import { defineRule } from '../rule.ts';

export const anchors = defineRule({
  id: 'anchors',
  title: 'Links to a heading find the heading',
  why: 'A link that lands at the top of a long runbook leaves the reader to search for the step.',
  severity: 'error',
  messages: {
    near: {
      message: 'No heading of {page} has the anchor "#{anchor}"; did you mean "#{expected}"?',
      fix: 'Write: #{expected}',
      unfinished: true,
    },
    none: {
      message: 'No heading of {page} has the anchor "#{anchor}".',
      fix: 'Write one of: {anchors}.',
      unfinished: true,
    },
  },
  *check({ corpus }) {
    const pages = pageIndex(corpus);
    const known = new Map<Entry, Anchors>();
    for (const entry of corpus.entries) {
      for (const link of linksOf(entry)) {
        const aim = aimOf(link.target, entry, corpus, pages);
        if (aim === null) continue;
        const anchors = known.get(aim.entry) ?? anchorsOf(aim.outline);
        known.set(aim.entry, anchors);
        if (anchors.all.has(aim.anchor)) continue;
        const expected = anchors.near(aim.anchor);
        yield {
          messageId: expected === null ? 'none' : 'near',
          path: entry.path,
          position: at(link),
          args: {
            page: aim.entry === entry ? 'this page' : aim.entry.path,
            anchor: aim.anchor,
            expected: expected ?? '',
            anchors: anchors.listed,
          },
        };
      }
    }
  },
});

/** The anchors of one page, ready for any number of links to it. */
interface Anchors {
  readonly all: ReadonlySet<string>;
  readonly near: (anchor: string) => string | null;
  readonly listed: string;
}

function anchorsOf({ headings }: Outline): Anchors {
  const slugs = headings.map(({ slug }) => slug);
  const first = slugs.slice(0, 20).map((slug) => `#${slug}`);
  return {
    all: new Set(slugs),
    near: suggester(slugs),
    listed: first.join(', ') || '(the page has no headings)',
  };
}

interface Aim {
  readonly entry: Entry;
  readonly outline: Outline;
  readonly anchor: string;
}

/** The page and anchor that a link aims at; null without an anchor or where the page itself is the problem. */
function aimOf(
  target: Target,
  from: Entry,
  corpus: Corpus,
  pages: ReadonlyMap<string, Entry>,
): Aim | null {
  if (!('fragment' in target) || target.fragment === null || target.fragment === '') return null;
  const entry =
    target.kind === 'anchor'
      ? from
      : target.kind === 'page'
        ? pages.get(target.address)
        : corpus.byId.get(target.path.replace(/\.(mdx|md|yaml|yml)$/, ''));
  return entry?.outline ? { entry, outline: entry.outline, anchor: target.fragment } : null;
}
