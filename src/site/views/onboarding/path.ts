import { addressOf } from '../../../domain/graph/addresses.ts';
import { type Corpus, type Entry, entriesOf, slugOf } from '../../../domain/graph/corpus.ts';
import { numberAt, rowsAt, textAt } from '../../../domain/graph/fields.ts';
import { once } from '../../../domain/graph/once.ts';
import { sha256 } from '../../../domain/standard/hash.ts';
import type { OpenStep, Route } from '../../onboarding/journey.ts';
import { settingsOf } from '../../settings.ts';
import { nameOf } from '../words.ts';

/** A step as it is listed. */
export interface ListedStep {
  readonly number: number;
  readonly why: string | null;
  readonly minutes: number | null;
  readonly check: string;
  /** The part of the plan in words. */
  readonly part: string | null;
  /** Where it leads; null where this copy has no such page. */
  readonly open: OpenStep | null;
  /** Why it leads nowhere. */
  readonly lost: string | null;
}

interface Anchor {
  readonly href: string;
  readonly text: string;
}

/** A path with everything that its page, its steps' pages and the list of paths show of it. */
export interface PathView extends Route {
  readonly handbook: string;
  /** Below the content folder. */
  readonly file: string;
  readonly role: string | null;
  readonly hours: number | null;
  /** Minutes of all steps. */
  readonly minutes: number;
  readonly listed: readonly ListedStep[];
  readonly change: { readonly text: string; readonly how: Anchor | null } | null;
  /** The parts of the plan that the text describes, by their names in the steps. */
  readonly plan: Readonly<Record<string, Anchor>>;
  /** Who may have gone through it; empty where they are too many to choose from. */
  readonly people: readonly { readonly slug: string; readonly name: string }[];
}

/** The parts of a plan in words; the sections of a path are called so. */
const partNames: Readonly<Record<string, string>> = {
  'before-day-1': 'Before day 1',
  'week-1': 'Week 1',
  'month-1': 'Month 1',
};

/** The view of an onboarding path in a copy. */
export function pathView(entry: Entry, corpus: Corpus): PathView {
  const { data } = entry;
  const listed = listedSteps(entry, corpus);
  const change = textAt(data, 'first_change');
  const plan = planOf(entry);
  return {
    handbook: settingsOf({ corpus }).title,
    path: entry.id,
    file: entry.path,
    title: nameOf(entry),
    href: addressOf(entry),
    role: textAt(data, 'role'),
    hours: numberAt(data, 'est_hours'),
    minutes: listed.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    listed,
    steps: listed.flatMap(({ open }) => open ?? []),
    hasChange: change !== null,
    change: change === null ? null : { text: change, how: plan['week-1'] ?? null },
    plan,
    people: peopleOf(corpus),
  };
}

/** The paths that somebody may go. */
export const livePaths = (entries: readonly Entry[]): Entry[] =>
  entries.filter(({ data }) => data['status'] !== 'retired');

function listedSteps({ data }: Entry, corpus: Corpus): ListedStep[] {
  const seen = new Map<string, number>();
  return rowsAt(data, 'steps').map((row, index): ListedStep => {
    const doc = textAt(row, 'doc');
    const target = doc === null ? undefined : corpus.byId.get(doc);
    const part = textAt(row, 'when');
    const minutes = numberAt(row, 'minutes');
    const number = index + 1;
    const times = (seen.get(doc ?? '') ?? 0) + 1;
    seen.set(doc ?? '', times);
    const open: OpenStep | null = target
      ? {
          number,
          // One document may be read twice, each time for another reason.
          key: times === 1 ? target.id : `${target.id}~${times}`,
          title: nameOf(target),
          href: addressOf(target),
          minutes,
          part,
          digest: digestOf(target),
        }
      : null;
    return {
      number,
      why: textAt(row, 'why'),
      minutes,
      check: textAt(row, 'check') ?? 'Read, and nothing left to ask',
      part: part === null ? null : (partNames[part] ?? part),
      open,
      lost: target ? null : doc === null ? HIDDEN : GONE,
    };
  });
}

const HIDDEN =
  'This step leads to a page that is not in your copy of the handbook. Ask the owner of this path what to read instead; it is not counted.';

const GONE =
  'This step leads to a page that is no longer in the handbook. Tell the owner of this path; it is not counted.';

/** Fields that are about a document; to change them is to say nothing else in it. */
const about: ReadonlySet<string> = new Set(
  `reviewed_on reviewed_by reviewed_hash review_note review_every_days signed aliases watch_seen status owner
  successor backup_owner audience created last_effective`.split(/\s+/),
);

/** A digest of what a document says in this copy, short enough to be carried by every path. */
const digestOf = once((entry: Entry): string => {
  const fields = Object.entries(entry.data).filter(([field]) => !about.has(field));
  return sha256(JSON.stringify([fields, entry.body])).slice(0, 12);
});

const planOf = ({ outline }: Entry): PathView['plan'] =>
  Object.fromEntries(
    Object.entries(partNames).flatMap(([part, text]) => {
      const heading = outline?.headings.find((one) => one.depth === 2 && one.text === text);
      return heading ? [[part, { href: `#${heading.slug}`, text }]] : [];
    }),
  );

/** With more than this the reader writes the name. */
const MOST_PEOPLE = 200;

const peopleOf = once((corpus: Corpus): PathView['people'] => {
  const people = entriesOf(corpus, 'person');
  if (people.length > MOST_PEOPLE) return [];
  return people.map((entry) => ({ slug: slugOf(entry), name: nameOf(entry) }));
});
