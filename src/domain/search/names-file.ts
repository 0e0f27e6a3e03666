import type { Synonym } from './ask.ts';
import { type FacetName, facetNames, type Name, type NameKind, type Page } from './model.ts';

/** What the file of names holds; the same number of pages in every column. */
export interface NamesFile {
  /** Documents, then pages of the handbook itself. */
  readonly pages: readonly Page[];
  readonly documents: number;
  readonly synonyms: readonly Synonym[];
  /** Where the index of texts lies; null where there is none, as on the authors' server. */
  readonly texts: { readonly folder: string; readonly firsts: readonly string[] } | null;
}

/** Changed whenever an older program could not read the file. */
const FORMAT = 2;

const kinds: readonly NameKind[] = [
  'title',
  'alert',
  'id',
  'term',
  'alias',
  'symptom',
  'error',
  'path',
  'heading',
];

/** Writes the names in columns, which compress well. Titles and ids are not said twice. */
export function writeNames({ pages, documents, synonyms, texts }: NamesFile): string {
  const facets = facetNames.map((name) => facetColumn(pages, name));
  const body = JSON.stringify({
    addresses: pages.map(({ address }) => address).join('\n'),
    titles: pages.map(({ title }) => line(title)).join('\n'),
    summaries: pages.map(({ summary }) => line(summary ?? '')).join('\n'),
    severities: pages.map(({ severity }) => line(severity ?? '')).join('\n'),
    names: pages.map(namesLine).join('\n'),
    facets,
    documents,
    synonyms,
    texts,
  });
  return `${JSON.stringify({ format: FORMAT, pages: pages.length, sum: sumOf(body) })}\n${body}`;
}

/** Reads what `writeNames` wrote; throws where it is something else, or only a part of it. */
export function readNames(text: string): NamesFile {
  const end = text.indexOf('\n');
  const head = JSON.parse(text.slice(0, end));
  const body = text.slice(end + 1);
  if (head.format !== FORMAT || head.sum !== sumOf(body)) throw new Error('The names are damaged.');
  const { facets, documents, synonyms, texts, ...rest } = JSON.parse(body);
  const columns = ['addresses', 'titles', 'summaries', 'severities', 'names'].map((name) =>
    lines(rest[name], head.pages),
  );
  const pages = Array.from({ length: head.pages }, (_, at): Page => {
    const [address = '', title = '', summary = '', severity = '', names = ''] = columns.map(
      (column) => column[at],
    );
    return {
      address,
      title,
      summary: summary || null,
      severity: severity || null,
      facets: facetsAt(facets, at),
      names: [
        { kind: 'title', text: title, anchor: null },
        { kind: 'id', text: address.replace(/^\/|\/$/g, ''), anchor: null },
        ...namesIn(names),
      ],
    };
  });
  return { pages, documents, synonyms, texts };
}

const lines = (column: string, size: number): string[] => (size === 0 ? [] : column.split('\n'));

const line = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Kind as one digit, text, and the anchor behind a tabulator of its own. */
const namesLine = ({ names }: Page): string =>
  names
    .filter(({ kind }) => kind !== 'title' && kind !== 'id')
    .map(
      ({ kind, text, anchor }) =>
        `${kinds.indexOf(kind)}${line(text)}${anchor ? `\x1f${anchor}` : ''}`,
    )
    .join('\t');

const namesIn = (row: string): Name[] =>
  row === ''
    ? []
    : row.split('\t').map((cell) => {
        const [text = '', anchor] = cell.slice(1).split('\x1f');
        return { kind: kinds[Number(cell[0])] ?? 'heading', text, anchor: anchor ?? null };
      });

interface FacetColumn {
  readonly values: readonly string[];
  /** For each page the numbers of its values. */
  readonly rows: string;
}

function facetColumn(pages: readonly Page[], name: FacetName): FacetColumn {
  const values = [...new Set(pages.flatMap(({ facets }) => facets[name]))].sort();
  const numbers = new Map(values.map((value, at) => [value, at.toString(36)]));
  const rows = pages.map(({ facets }) => facets[name].map((value) => numbers.get(value)).join(' '));
  return { values, rows: rows.join(',') };
}

const split = new WeakMap<FacetColumn, string[]>();

function facetsAt(columns: readonly FacetColumn[], at: number): Page['facets'] {
  return Object.fromEntries(
    facetNames.map((name, number) => {
      const column = columns[number];
      if (!column) return [name, []];
      const rows = split.get(column) ?? column.rows.split(',');
      split.set(column, rows);
      const row = rows[at] ?? '';
      const values =
        row === '' ? [] : row.split(' ').map((value) => column.values[parseInt(value, 36)] ?? '');
      return [name, values];
    }),
  ) as unknown as Page['facets'];
}

/** A sum that tells damage, not malice: FNV-1a over the characters. */
function sumOf(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}
