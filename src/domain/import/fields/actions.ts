import type { Table } from 'mdast';
import { headingWords } from '../detect/words.ts';
import { dayOf } from './dates.ts';
import { type Draft, lineOf } from './draft.ts';
import { linksOf } from './labels.ts';
import { personOf } from './people.ts';
import { itemsOf, sectionOf } from './sections.ts';

const headings =
  /^(?:action (?:items?|points?)|actions?|follow ?ups?|follow up (?:actions?|items?|tasks?)|corrective actions?|corrective and preventative measures|remediation items|action plan|to ?dos?)$/;

/**
 * What will be changed, as the lists and tables of the section say; the section stays as it is. What may be done long
 * since, because nothing says how it stands, is no action here: it would be open for ever.
 */
export function actionsOf(draft: Draft): Record<string, unknown>[] {
  const section = sectionOf(draft, headings);
  const tables = (section?.nodes ?? []).filter((node): node is Table => node.type === 'table');
  const found =
    tables.length > 0
      ? tables.flatMap((table) => ofTable(draft, table))
      : itemsOf(section).map(({ item, text }) => {
          const [first] = item.children;
          const links = first?.type === 'paragraph' ? linksOf(first.children) : [];
          return { title: text, ...stateOf(item.checked, text), ...trackerOf(links, '') };
        });
  return found
    .filter((action) => 'state' in action)
    .filter(({ title }) => !/^(?:none|n\/?a|tbd|todo|nothing|-|)\W{0,2}$/i.test(String(title)))
    .map((action, at) => ({ id: `A${at + 1}`, ...action }));
}

const stateOf = (checked: boolean | null | undefined, text: string): object => {
  if (typeof checked === 'boolean') return { state: checked ? 'done' : 'open' };
  return /^[✅✓✔☑]|^\W?done\b\W{1,3}|[([]done[)\]]\W?$/iu.test(text) ? { state: 'done' } : {};
};

const columns = {
  title: /^(?:action(?: items?)?|description|task|title|what|item|follow up|todo)$/,
  owner: /^(?:owner|assignee|who|responsible|assigned to|dri)$/,
  due: /^(?:due(?: date| by)?|deadline|by|target date|when|eta)$/,
  tracker: /^(?:ticket|issue|bug|tracker|tracking|jira|link|pr|reference)$/,
  state: /^(?:(?:current )?(?:status|state)|progress)$/,
  done: /^(?:(?:is )?(?:done|complete|completed|finished|closed|resolved|fixed|implemented|erledigt)(?: (?:on|at|date|yet))?)$/,
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
        ...stateIn(cell('state') && text('state'), cell('done') && text('done')),
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
  dropped:
    /^(?:dropped|won['’]?t (?:do|fix)|cancell?ed|rejected|obsolete|(?:closed|done).{0,20}won['’]?t)/,
  done: /^(?:\W{0,3}(?:done|closed|complete|fixed|merged|resolved|finished|implemented|deployed|shipped|erledigt)(?!\p{L}*\?)|[✅✓✔☑])/u,
  open: /^\W{0,3}(?:open|to ?do|in (?:progress|review)|ongoing|pending|not (?:done|started|yet)|wip|planned|backlog|blocked|started|new|offen)/,
};
const yes = /^(?:y|yes|true|x|\[x\]|ja|oui|si|sí|100 ?%)$|^[✅✓✔☑]/u;
const no = /^(?:|n|no|not yet|false|-+|–|—|\[ ?\]|nein|non|[❌✗✘☐⬜].{0,20})$/u;

/** How an action stands: what a column of states says, or one that is ticked, or holds the day, where it is done. */
function stateIn(state: string | undefined, done: string | undefined): object {
  const said = oneOf('state', state ?? '', statesOf);
  if ('state' in said || done === undefined) return said;
  const plain = done.toLowerCase().trim();
  if (no.test(plain)) return { state: 'open' };
  return yes.test(plain) || dayOf(plain) ? { state: 'done' } : oneOf('state', plain, statesOf);
}

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
