import type { DocumentView } from './document.ts';
import { dayOf } from './words.ts';

type Printed = Pick<DocumentView, 'source' | 'lastUpdated' | 'freshness' | 'filters'>;

/** What a sheet says of where its text comes from and how far to trust it; nothing for pages that are no documents. */
export function printedLines(document: Printed | null): readonly string[] {
  if (document === null) return [];
  const { source, lastUpdated, freshness, filters } = document;
  const commit = source.commit ? `, commit ${source.commit.slice(0, 10)}` : '';
  const day = source.commit && lastUpdated ? ` of ${dayOf(lastUpdated)}` : '';
  const owners = filters.filter(({ name }) => name === 'owner').map(({ value }) => value);
  return [
    `Source: ${source.path}${commit}${day}`,
    ...(freshness ? [sentence(freshness.text)] : []),
    ...(owners.length > 0 ? [`Owner: ${owners.join(', ')}`] : []),
  ];
}

type Standing = Pick<DocumentView, 'status' | 'marks' | 'drill' | 'exit'>;

/** What the head of a page says of it in badges, as words above one of its sections; empty where it says nothing. */
export function printedStanding(document: Standing | null): string {
  if (document === null) return '';
  const { status, marks, drill, exit } = document;
  return [status, ...marks, drill, exit?.mark].flatMap((mark) => mark?.text ?? []).join(' · ');
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
