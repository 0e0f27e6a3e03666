import type {
  Answer,
  FacetName,
  NameKind,
  Result,
  Understood,
} from '../../../domain/search/model.ts';

const kinds: Readonly<Record<NameKind | 'text', string>> = {
  alert: 'Alert',
  symptom: 'Symptom',
  error: 'Error',
  term: 'Glossary term',
  alias: 'Also called',
  id: 'Id',
  path: 'Path',
  title: '',
  heading: '',
  text: '',
};

/** What was recognised, where title and section do not show it already. */
export function recognised({ why, page, section }: Result): { kind: string; text: string } | null {
  const kind = kinds[why.kind];
  const isShown = why.text === section?.title || (why.text === page.title && why.kind !== 'term');
  return kind === '' || isShown ? null : { kind, text: shown(why.text, 160) };
}

/** How many pages were found, as a sentence that can be read aloud. */
export function countOf({ total, complete, missing }: Answer): string {
  if (missing.includes('names') && missing.includes('text')) return 'Search is not available';
  const count =
    total === 0 ? 'Nothing found' : total === 1 ? '1 page found' : `${total} pages found`;
  return complete ? count : `${total === 0 ? 'Nothing found' : count} so far`;
}

/** How a query was read, in lines of a label and what stands behind it. */
export function readAs(understood: Understood): { label: string; parts: string[] }[] {
  const pair = (said: string) => (one: { from: string; to: string }) =>
    `${shown(one.from)} ${said} ${shown(one.to)}`;
  const lines = [
    {
      label: 'Looked for',
      parts: [...understood.codes, ...understood.words].map((one) => shown(one)),
    },
    { label: 'Spelled as the handbook does', parts: understood.corrected.map(pair('as')) },
    { label: 'The same to the glossary', parts: understood.synonyms.map(pair('is')) },
    { label: 'Left aside', parts: understood.dropped.map((one) => shown(one)) },
  ];
  return lines
    .map(({ label, parts }) => ({ label, parts: bounded([...new Set(parts)]) }))
    .filter(({ parts }) => parts.length > 0);
}

/** Whether a reader has to be told how the query was read: it was not taken as it stands. */
export const isReadOtherwise = ({ corrected, synonyms, dropped }: Understood): boolean =>
  corrected.length + synonyms.length + dropped.length > 0;

const MOST_PARTS = 10;

function bounded(parts: readonly string[]): string[] {
  if (parts.length <= MOST_PARTS + 1) return [...parts];
  return [...parts.slice(0, MOST_PARTS), `${parts.length - MOST_PARTS} more`];
}

/** What is missing, and what to do about it; null where nothing is. */
export function troubleOf(missing: Answer['missing']): string | null {
  if (missing.length === 0) return null;
  const again =
    'Reload the page to try again. If it stays so, tell whoever runs this site: a new build brings the index back.';
  if (missing.length > 1)
    return `Search is not available: its index could not be read. ${again} Until then, start from a list.`;
  return missing[0] === 'text'
    ? `Only titles, alerts and other names were searched: the text of the pages could not be read. ${again}`
    : `Only the text of the pages was searched: the index of alerts, titles and other names could not be read. ${again}`;
}

/** A text of any origin, fit to be shown: one line, no longer than `most`, nothing in it that hides or turns letters. */
export function shown(text: string, most = 60): string {
  const plain = text
    .slice(0, most * 4)
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
    .trim();
  const letters = [...plain];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : plain;
}

export const facetLabels: Readonly<Record<FacetName, string>> = {
  type: 'Type',
  system: 'System',
  owner: 'Owner',
  status: 'Status',
  audience: 'Audience',
  date: 'Last changed',
};

/** A value of a facet in a reader's words: `2026-11` is "November 2026". */
export function valueWords(name: FacetName, value: string): string {
  const month = name === 'date' ? /^(\d{4})-(0[1-9]|1[0-2])$/.exec(value) : null;
  if (month) {
    const first = Date.UTC(Number(month[1]), Number(month[2]) - 1);
    return new Date(first).toLocaleDateString('en-GB', {
      timeZone: 'UTC',
      month: 'long',
      year: 'numeric',
    });
  }
  const text = shown(value, 80);
  return name === 'status'
    ? text.charAt(0).toUpperCase() + text.slice(1).replaceAll('-', ' ')
    : text;
}
