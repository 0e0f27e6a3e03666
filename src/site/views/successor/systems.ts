import { addressOf } from '../../../domain/graph/addresses.ts';
import type { Entry } from '../../../domain/graph/corpus.ts';
import { numberAt, textAt, textsOf } from '../../../domain/graph/fields.ts';
import { compareText } from '../../../domain/problems/problem.ts';
import { counted } from '../days.ts';
import { outcomeOf } from '../forms/adr-outcome.ts';
import { replacementsOf } from '../forms/decisions-on.ts';
import { incomingOf, outgoingOf } from '../forms/links.ts';
import { quirksOf } from '../forms/quirks.ts';
import { dayOf, nameOf } from '../words.ts';
import { type Book, bounded, minutesOf, of, type Part, reading } from './parts.ts';

/** The newest architecture read, and its parts one by one. */
export function architectureRead(book: Book): Part {
  const all = of(book, 'architecture-read').filter(isCurrent);
  // The first one saw the whole; later ones looked at what came to it.
  const reads = all.toSorted((a, b) => compareText(day(a, 'created'), day(b, 'created')));
  const found = bounded(
    reads,
    (entry) => reading(entry, { parts: entry === reads[0] ? partsOf(entry) : [] }),
    { href: '/architecture-reads/', name: 'architecture reads' },
  );
  return {
    id: 'read',
    title: 'Read the architecture read',
    question: 'What the stack is, what carries it, what is fragile, and where AI fits.',
    ...found,
    missing:
      reads.length > 0
        ? null
        : 'No architecture read is in this copy: ask whoever ran the engineering before you for the first look at the stack, or write one in your first two weeks.',
  };
}

const partsOf = (entry: Entry): { href: string; text: string }[] =>
  (entry.outline?.sections ?? []).slice(0, 8).map(({ slug, text }) => ({
    href: `${addressOf(entry)}#${slug}`,
    text,
  }));

/** The systems that the business stops without. */
export function loadBearing(book: Book): Part {
  const all = of(book, 'system').filter(isCurrent).toSorted(byTier);
  const bearing = all.filter(isLoadBearing);
  const shown = bearing.length > 0 ? bearing : all.filter(({ data }) => data['tier'] === 1);
  const found = bounded(
    shown,
    (entry) => {
      const [fragile] = textsOf(entry.data, 'fragile');
      return reading(entry, {
        ...(fragile === undefined ? {} : { mark: { text: 'fragile', tone: 'attention' } as const }),
      });
    },
    { href: '/systems/', name: 'systems' },
  );
  return {
    id: 'load-bearing',
    title: 'The systems that carry the weight',
    question: 'What must not stop, and why each of them is as it is.',
    ...found,
    missing: bearing.length > 0 ? null : nothingBears(shown.length, all.length),
  };
}

function nothingBears(tierOne: number, all: number): string {
  if (tierOne > 0) return 'No system is marked as load-bearing here; these are the ones of tier 1.';
  return all > 0
    ? 'No system is marked as load-bearing here: ask each owner what the clinics cannot do without for a day.'
    : 'No system page is in this copy: ask for the list of what runs, and who is called when it stops.';
}

/** The decisions that hold, those on load-bearing systems first, the newest before the others. */
export function livingDecisions(book: Book): Part {
  const living = of(book, 'adr').filter(
    (entry) =>
      entry.data['status'] === 'accepted' &&
      replacementsOf({ entry, graph: book.graph }).length === 0,
  );
  const weight = (entry: Entry) =>
    outgoingOf({ entry, graph: book.graph }, 'binds.*').filter(isLoadBearing).length;
  const weights = new Map(living.map((entry) => [entry, weight(entry)]));
  const sorted = living.toSorted(
    (a, b) =>
      (weights.get(b) ?? 0) - (weights.get(a) ?? 0) ||
      compareText(day(b, 'date'), day(a, 'date')) ||
      compareText(a.id, b.id),
  );
  const found = bounded(
    sorted,
    (entry) => {
      const why = outcomeOf(entry);
      return reading(entry, why === null ? {} : { why });
    },
    { href: '/adrs/?status=accepted', name: 'decisions in force' },
  );
  return {
    id: 'decisions',
    title: 'The decisions that hold',
    question: 'What was chosen, and what breaks if you undo it.',
    ...found,
    missing:
      living.length > 0
        ? null
        : 'No decision in force is in this copy: before you change anything costly, ask who chose it and what it was weighed against.',
  };
}

/** What surprised the last person: integrations with quirks and systems with a section about them. */
export function quirks(book: Book): Part {
  const integrations = of(book, 'integration').flatMap((entry) => {
    const [newest, ...others] = quirksOf(entry);
    return newest
      ? [{ entry, on: newest.on ?? '', why: newest.what, count: others.length + 1 }]
      : [];
  });
  const systems = of(book, 'system')
    .filter(isCurrent)
    .flatMap((entry) => {
      const section = entry.outline?.sections.find(({ text }) => text === 'Known quirks');
      return section ? [{ entry, section }] : [];
    });
  const all = [
    ...integrations
      .toSorted((a, b) => compareText(b.on, a.on) || compareText(a.entry.id, b.entry.id))
      .map(({ entry, why, count, on }) =>
        reading(entry, {
          href: `${addressOf(entry)}#_quirks`,
          minutes: minutesOf(40 * count),
          why: `${counted(count, 'quirk')}; ${on === '' ? 'one' : `on ${dayOf(on)}`}: ${why}`,
        }),
      ),
    ...systems
      .toSorted((a, b) => byTier(a.entry, b.entry))
      .map(({ entry, section: { slug, words } }) =>
        reading(entry, {
          text: `${nameOf(entry)}: known quirks`,
          href: `${addressOf(entry)}#${slug}`,
          minutes: minutesOf(words),
          why: null,
        }),
      ),
  ];
  return {
    id: 'quirks',
    title: 'What surprised those before you',
    question: 'Behaviour that no documentation tells.',
    readings: all.slice(0, 12),
    more:
      all.length > 12
        ? { href: '/side-by-side/', text: `${all.length - 12} more with quirks` }
        : null,
    missing:
      all.length > 0
        ? null
        : 'No quirk is written down in this copy: ask everybody on call what surprised them last.',
  };
}

const isCurrent = ({ data }: Entry): boolean => data['status'] !== 'retired';

const isLoadBearing = ({ data }: Entry): boolean => data['load_bearing'] === true;

const byTier = (a: Entry, b: Entry): number =>
  Number(isLoadBearing(b)) - Number(isLoadBearing(a)) ||
  (numberAt(a.data, 'tier') ?? 9) - (numberAt(b.data, 'tier') ?? 9) ||
  compareText(a.id, b.id);

const day = ({ data }: Entry, field: string): string => textAt(data, field) ?? '';

/** How many load-bearing systems name a person as owner, successor or second. */
export const bears = (person: Entry, { graph }: Pick<Book, 'graph'>): Entry[] =>
  [
    ...new Set(
      ['owner', 'successor', 'backup_owner'].flatMap((field) =>
        incomingOf({ entry: person, graph }, 'system', field),
      ),
    ),
  ].toSorted(byTier);
