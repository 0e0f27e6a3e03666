import type { Heading } from 'mdast';
import { smallest } from '../lists.ts';
import { day, peopleIn } from './common.ts';
import { type Draft, lineOf, put, take } from './draft.ts';
import { itemsOf, sectionOf } from './sections.ts';

/** Reads a memo: to whom, by when, what is asked, and the names of its options. */
export function readFounderMemo(draft: Draft): void {
  take(draft, 'to', /^(?:to|addressed to|for)$/, peopleIn(draft));
  take(
    draft,
    'decision_needed_by',
    /^(?:decision (?:needed|required|due)(?: by| on)?|decide by|deadline|needed by)$/,
    day,
  );
  take(draft, 'decision_asked', /^(?:decision (?:asked|requested)|ask|question)$/, ({ text }) => ({
    value: text,
    whole: true,
  }));
  take(draft, 'recommendation', /^recommendation$/, ({ text, key }) =>
    key === null ? undefined : { value: text, whole: true },
  );
  const options = optionsOf(draft);
  if (options.length > 1) put(draft, 'options', options);
}

/** Options are the headings below "Options", else the items of its list. */
function optionsOf(draft: Draft): { name: string }[] {
  const section = sectionOf(
    draft,
    /^options(?: considered| and costs?)?$|^(?:alternatives|choices)$/,
  );
  const headings = (section?.nodes ?? []).filter(
    (node): node is Heading => node.type === 'heading',
  );
  const top = smallest(headings.map(({ depth }) => depth));
  const names = headings.filter(({ depth }) => depth === top).map((heading) => lineOf(heading));
  const found = names.length > 0 ? names : itemsOf(section).map(({ text }) => text);
  return found.every((name) => name !== '' && name.length <= 120)
    ? found.map((name) => ({ name }))
    : [];
}
