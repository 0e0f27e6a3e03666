import type { Table } from 'mdast';
import { headingWords } from '../detect/words.ts';
import { dayOf } from './dates.ts';
import { type Draft, lineOf } from './draft.ts';
import { linksOf } from './labels.ts';
import { personOf } from './people.ts';
import { itemsOf, sectionOf } from './sections.ts';

const headings =
  /^(?:action (?:items?|points?)|actions?|follow ?ups?|follow up (?:actions?|items?|tasks?)|corrective actions?|corrective and preventative measures|remediation items|action plan|to ?dos?)$/;

/** What will be changed, as the lists and tables of the section say; the section stays as it is. */
export function actionsOf(draft: Draft): Record<string, unknown>[] {
  const section = sectionOf(draft, headings);
  const tables = (section?.nodes ?? []).filter((node): node is Table => node.type === 'table');
  const found =
    tables.length > 0
      ? tables.flatMap((table) => ofTable(draft, table))
      : itemsOf(section).map(({ item, text }) => {
          const [first] = item.children;
          const links = first?.type === 'paragraph' ? linksOf(first.children) : [];
          return { title: text, ...stateOf(item.checked), ...trackerOf(links, '') };
        });
  return found
    .filter(({ title }) => !/^(?:none|n\/?a|tbd|todo|nothing|-|)\W{0,2}$/i.test(String(title)))
    .map((action, at) => ({ id: `A${at + 1}`, ...action }));
}

const stateOf = (checked: boolean | null | undefined): object =>
  typeof checked === 'boolean' ? { state: checked ? 'done' : 'open' } : {};

const columns = {
  title: /^(?:action(?: items?)?|description|task|title|what|item|follow up|todo)$/,
  owner: /^(?:owner|assignee|who|responsible|assigned to|dri)$/,
  due: /^(?:due(?: date| by)?|deadline|by|target date|when|eta)$/,
  tracker: /^(?:ticket|issue|bug|tracker|tracking|jira|link|pr|reference)$/,
  state: /^(?:status|state|done)$/,
  kind: /^(?:type|kind|category)$/,
  priority: /^(?:priority|prio)$/,
} as const;

function ofTable(draft: Draft, { children: [header, ...rows] }: Table): Record<string, unknown>[] {
  const names = header?.children.map((cell) => headingWords(lineOf(cell))) ?? [];
  const at = (field: keyof typeof columns) => names.findIndex((name) => columns[field].test(name));
  return rows.flatMap(({ children }) => {
    const cell = (field: keyof typeof columns) => children[at(field)];
    const text = (field: keyof typeof columns) =>
      cell(field) === undefined ? '' : lineOf(cell(field));
    const title = text('title');
    if (title === '') return [];
    const owner = personOf(text('owner'), draft.people);
    const due = dayOf(text('due'));
    return [
      {
        title,
        ...oneOf('kind', text('kind'), kindsOf),
        ...oneOf('priority', text('priority'), prioritiesOf),
        ...(owner !== undefined && { owner }),
        ...(due !== undefined && { due }),
        ...trackerOf(linksOf(cell('tracker')?.children ?? []), text('tracker')),
        ...oneOf('state', text('state'), statesOf),
      },
    ];
  });
}

const kindsOf = {
  prevent: /^prevent/,
  detect: /^detect/,
  mitigate: /^mitigat/,
  process: /^process/,
};
const prioritiesOf = { high: /^high\b/, medium: /^medium\b/, low: /^low\b/ };
const statesOf = {
  done: /^(?:done|closed|complete|completed|fixed|merged|✅|✔)/,
  open: /^(?:open|todo|to do|in progress|pending|not started|wip)/,
  dropped: /^(?:dropped|won'?t (?:do|fix)|cancell?ed)/,
};

function oneOf(field: string, text: string, words: Readonly<Record<string, RegExp>>): object {
  const found = Object.entries(words).find(([, form]) => form.test(text.toLowerCase()));
  return found === undefined ? {} : { [field]: found[0] };
}

function trackerOf(links: readonly string[], text: string): object {
  const web = links.find((link) =>
    /^https:\/\/[^\s]{1,200}\/(?:issues?|browse|pull|merge_requests|tickets?|-)\//.test(link),
  );
  const tracker = web ?? (/^[#\w][\w/-]{0,40}#?\d{1,8}$/.test(text) ? text : undefined);
  return tracker === undefined ? {} : { tracker };
}
