import { addressOf, aliasesOf } from '../../domain/graph/addresses.ts';
import { type Entry, summaryOf } from '../../domain/graph/corpus.ts';
import { entriesAt, textAt, textsOf } from '../../domain/graph/fields.ts';
import { compareText } from '../../domain/problems/problem.ts';
import { errorStrings } from '../../domain/search/error-strings.ts';
import type { Name, Page } from '../../domain/search/model.ts';
import type { Handbook } from '../handbook.ts';
import { factsOf } from '../views/values.ts';
import { nameOf, severityWords } from '../views/words.ts';

/** Every document of a handbook with the names that its readers may know it by, by address. */
export function namedPages(book: Handbook): Page[] {
  const usual = usualHeadings(book);
  return [...book.corpus.byId.values()]
    .map((entry) => namedPage(entry, book, usual))
    .sort((a, b) => compareText(a.address, b.address));
}

function namedPage(entry: Entry, book: Handbook, usual: ReadonlySet<string>): Page {
  return {
    address: addressOf(entry),
    title: nameOf(entry),
    summary: summaryOf(entry),
    severity: severityWords(entry.data['severity']),
    facets: facetsOf(entry, book),
    names: namesOf(entry, book, usual),
  };
}

function namesOf(
  entry: Entry,
  { corpus, graph, workspace }: Handbook,
  usual: ReadonlySet<string>,
): Name[] {
  const { data, type, outline } = entry;
  const whole = (kind: Name['kind'], texts: readonly (string | null)[]): Name[] =>
    texts.flatMap((text) => (text ? [{ kind, text, anchor: null }] : []));
  const alerts = entriesAt(data, 'alerts', 'alerts', corpus).map(nameOf);
  const errors = type.name === 'runbook' ? errorStrings(workspace.texts.get(entry.path) ?? '') : [];
  const headings = (outline?.headings ?? []).filter(({ text }) => !usual.has(key(entry, text)));
  return [
    ...whole('title', [nameOf(entry)]),
    ...whole('id', [entry.id]),
    ...whole('alert', type.name === 'alert' && !isHandled(entry, graph) ? [nameOf(entry)] : alerts),
    ...whole('term', type.name === 'glossary' ? [nameOf(entry), textAt(data, 'expansion')] : []),
    ...whole(
      'alias',
      aliasesOf(entry).map((alias) => alias.slice(1, -1)),
    ),
    ...whole('symptom', textsOf(data, 'symptoms')),
    ...whole('path', [sourceOf(entry)]),
    ...whole('error', errors),
    ...headings.map(({ text, slug }): Name => ({ kind: 'heading', text, anchor: slug })),
  ];
}

/** Whoever types the name of an alert wants the page with the commands; its record is behind that, by its title. */
const isHandled = (alert: Entry, graph: Handbook['graph']): boolean =>
  graph
    .incoming(alert)
    .some(({ from, relation }) => from.type.name === 'runbook' && relation.field[0] === 'alerts');

/** Where an imported document came from, without the folder that it was staged in. */
const sourceOf = ({ data }: Entry): string | null => textAt(data, 'imported.from');

const key = ({ type }: Entry, text: string): string => `${type.name} ${text.trim().toLowerCase()}`;

/** Headings that stand in many documents of a type: they tell none from the others. */
function usualHeadings({ corpus }: Handbook): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const sizes = new Map<string, number>();
  for (const entry of corpus.byId.values()) {
    sizes.set(entry.type.name, (sizes.get(entry.type.name) ?? 0) + 1);
    for (const text of new Set(entry.outline?.headings.map((heading) => key(entry, heading.text))))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const most = (text: string) => Math.max(2, (sizes.get(text.split(' ')[0] ?? '') ?? 0) * 0.02);
  return new Set([...counts].flatMap(([text, count]) => (count > most(text) ? [text] : [])));
}

function facetsOf(entry: Entry, { corpus, history }: Handbook): Page['facets'] {
  const shown = factsOf(entry, corpus, new Set());
  const words = (field: string): string[] => {
    const value = shown.find((fact) => fact.field === field)?.value;
    const values = value?.kind === 'list' ? value.items : value ? [value] : [];
    return values.flatMap((item) => ('text' in item ? [item.text] : []));
  };
  const system = entry.type.name === 'system' ? [nameOf(entry)] : words('systems');
  const changed = history.changes.get(entry.path)?.on.slice(0, 7);
  return {
    type: [entry.type.label],
    system: system.length > 0 ? system : words('system'),
    owner: words('owner'),
    status: words('status'),
    audience: words('audience'),
    date: changed ? [changed] : [],
  };
}
