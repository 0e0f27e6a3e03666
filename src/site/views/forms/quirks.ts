import { addressOf } from '../../../domain/graph/addresses.ts';
import type { Entry } from '../../../domain/graph/corpus.ts';
import { rowsAt, textAt } from '../../../domain/graph/fields.ts';
import { compareText } from '../../../domain/problems/problem.ts';
import { counted, dated } from '../days.ts';
import { nameOf } from '../words.ts';
import type { FormInput, Item } from './form.ts';
import { incomingOf } from './links.ts';
import { words } from './read.ts';

/** Integrations whose quirks are told on the page of a system. */
const MOST = 6;

/** A door to the quirks of a system: its own section, and what its integrations were caught at. */
export function systemQuirks(input: FormInput): Item[] {
  const { entry } = input;
  const own = entry.outline?.sections.find(({ text }) => text === 'Known quirks');
  const integrations = incomingOf(input, 'integration', 'systems.*');
  return [
    ...(own
      ? [
          {
            head: {
              kind: 'link' as const,
              href: `#${own.slug}`,
              text: 'Known quirks of the system',
            },
            aside: null,
            lines: [],
          },
        ]
      : []),
    ...integrations.flatMap((one) => quirkItem(one, nameOf(one))).slice(0, MOST),
  ];
}

/** A door to the quirks of an integration, which its page lists. */
export const integrationQuirks = ({ entry }: FormInput): Item[] =>
  quirkItem(entry, 'What surprised us', '');

function quirkItem(entry: Entry, text: string, page = addressOf(entry)): Item[] {
  const all = quirksOf(entry);
  const [newest] = all;
  if (newest === undefined) return [];
  return [
    {
      head: {
        kind: 'link',
        href: `${page}#_quirks`,
        text: `${text}: ${counted(all.length, 'quirk')}`,
      },
      aside: newest.on === null ? null : dated(newest.on, null),
      lines: [{ label: 'The newest', value: words(newest.what) }],
    },
  ];
}

/** The quirks of an integration, those seen last first. */
export const quirksOf = ({ data }: Entry): { on: string | null; what: string }[] =>
  rowsAt(data, 'quirks')
    .flatMap((row) => {
      const what = textAt(row, 'what');
      return what === null ? [] : [{ on: textAt(row, 'seen_on'), what }];
    })
    .toSorted((a, b) => compareText(b.on ?? '', a.on ?? ''));
