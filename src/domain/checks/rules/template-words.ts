import type { Entry } from '../../graph/corpus.ts';
import { ofEntry } from '../../graph/once.ts';
import { at, field, type Position } from '../../problems/problem.ts';
import { defineRule, readable } from '../rule.ts';

export const templateWords = defineRule({
  id: 'template-words',
  title: 'The words of the template are replaced',
  why: 'A page that says "To write" under a finished status sends its reader away at the worst moment.',
  severity: 'error',
  messages: {
    draft: {
      message: 'The words of the template still stand in: {places}.',
      fix: 'Replace what begins with "To write" before the document leaves the status "{status}".',
      severity: 'warning',
    },
    finished: {
      message: 'The document is {status}, and the words of the template still stand in: {places}.',
      fix: 'Replace what begins with "To write", or write: status: {start}',
      unfinished: true,
    },
  },
  *check({ corpus }) {
    for (const entry of readable(corpus.entries)) {
      const places = placesOf(entry);
      const [first] = places;
      if (!first) continue;
      const { status } = entry.data;
      const start = entry.type.start['status'];
      const finished = typeof status === 'string' && start !== undefined && status !== start;
      yield {
        messageId: finished ? 'finished' : 'draft',
        path: entry.path,
        position: first.position,
        args: {
          places: places.map(({ name }) => name).join(', '),
          status: typeof status === 'string' ? status : 'draft',
          start: String(start ?? ''),
        },
      };
    }
  },
});

const placesOf = ofEntry((entry) => [...templatePlaces(entry)]);

export interface Place {
  readonly name: string;
  readonly position: Position;
}

/** Where the template still speaks: fields first, then sections. */
export function* templatePlaces(entry: Entry): Generator<Place> {
  for (const [name, value] of Object.entries(entry.data)) {
    if (typeof value === 'string' && /^to write:/i.test(value.trim())) {
      yield { name: `\`${name}\``, position: field([name]) };
    }
  }
  for (const section of entry.outline?.sections ?? []) {
    if (/\bto write\b[:)]/i.test(section.opening)) {
      yield { name: `"${section.text}"`, position: at(section) };
    }
  }
}
