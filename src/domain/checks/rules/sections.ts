import type { Section } from '../../body/outline.ts';
import { aboutSection, type BodySection } from '../../documents/define.ts';
import type { Entry } from '../../graph/corpus.ts';
import { ofEntry } from '../../graph/once.ts';
import { at, wholeFile } from '../../problems/problem.ts';
import { suggest } from '../../problems/suggest.ts';
import { defineRule, type Finding, inSentence } from '../rule.ts';

type MessageId = 'missing' | 'missingSeveral' | 'misspelt' | 'order' | 'empty' | 'twice';

export const sections = defineRule<MessageId>({
  id: 'sections',
  title: 'Required sections are there, in order, with words in them',
  why: 'A reader who knows one document of a type finds the same thing at the same place in every other.',
  severity: 'error',
  messages: {
    missing: {
      message: 'The section {titles} is missing; every {label} has it.',
      fix: 'Add {place}: {lines}',
      unfinished: true,
    },
    missingSeveral: {
      message: 'The sections {titles} are missing; every {label} has them.',
      fix: 'Add {place}: {lines}',
      unfinished: true,
    },
    misspelt: {
      message: 'The section "{title}" is missing; is it this one, "{found}"?',
      fix: 'If so, write: ## {title}. Else add that section.',
      unfinished: true,
    },
    order: {
      message: 'The section "{title}" stands too late; readers look for it before "{later}".',
      fix: 'Move it before "{later}".',
      unfinished: true,
    },
    empty: {
      message: 'The section "{title}" says nothing.',
      fix: 'Write it; if there is nothing to say, write why. The template asks: {hint}',
      unfinished: true,
    },
    twice: {
      message: 'The section "{title}" stands here a second time.',
      fix: 'Merge the two sections.',
      unfinished: true,
    },
  },
  check: ({ corpus }) => corpus.entries.flatMap(findingsOf),
});

const findingsOf = ofEntry((entry) =>
  entry.outline && entry.type.sections.length > 0
    ? [...checkEntry(entry, entry.outline.sections)]
    : [],
);

function* checkEntry(entry: Entry, found: readonly Section[]): Generator<Finding<MessageId>> {
  const firsts = new Map(found.toReversed().map((section) => [key(section.text), section]));
  const absent: BodySection[] = [];
  for (const section of entry.type.sections) {
    const first = firsts.get(key(section.title));
    const near = first ? undefined : misspelt(entry, section, found);
    if (first) yield* content(entry, section, first);
    else if (near) {
      const args = { found: near.text, title: section.title };
      yield { messageId: 'misspelt', path: entry.path, position: at(near), args };
    } else absent.push(section);
  }
  yield* missing(entry, absent, firsts);
  yield* order(entry, found, firsts);
}

function* order(
  entry: Entry,
  found: readonly Section[],
  firsts: ReadonlyMap<string, Section>,
): Generator<Finding<MessageId>> {
  const places = new Map(entry.type.sections.map((section, index) => [key(section.title), index]));
  let furthest = -1;
  for (const section of found) {
    const place = places.get(key(section.text));
    if (place === undefined) continue;
    const where = { path: entry.path, position: at(section) };
    const title = section.text;
    if (firsts.get(key(title)) !== section) yield { messageId: 'twice', ...where, args: { title } };
    else if (place < furthest) {
      const later = entry.type.sections.find(
        (one, index) => index > place && firsts.has(key(one.title)),
      );
      yield { messageId: 'order', ...where, args: { title, later: later?.title ?? '' } };
    } else furthest = place;
  }
}

/** A section of no known title that was probably meant to be this one. */
function misspelt(
  entry: Entry,
  section: BodySection,
  found: readonly Section[],
): Section | undefined {
  const strangers = found.filter(
    (one) => !entry.type.sections.some(({ title }) => key(title) === key(one.text)),
  );
  const near = suggest(
    section.title,
    strangers.map((one) => one.text),
  );
  return strangers.find((one) => one.text === near);
}

/** One finding for each place where sections are to be put in. */
function* missing(
  entry: Entry,
  absent: readonly BodySection[],
  firsts: ReadonlyMap<string, Section>,
): Generator<Finding<MessageId>> {
  const required = entry.type.sections;
  const present = (one: BodySection) => firsts.has(key(one.title));
  const gaps = Map.groupBy(absent, (section) =>
    required.slice(0, required.indexOf(section)).findLast(present),
  );
  for (const [before, gap] of gaps) {
    const next = required
      .slice(before ? required.indexOf(before) : 0)
      .find((one) => one !== before && present(one));
    const place = firsts.get(key((next ?? before)?.title ?? ''));
    yield {
      messageId: gap.length > 1 ? 'missingSeveral' : 'missing',
      path: entry.path,
      position: place ? at(place) : wholeFile,
      args: {
        titles: gap.map(({ title }) => `"${title}"`).join(', '),
        lines: gap.map(({ title }) => `## ${title}`).join(' / '),
        label: inSentence(entry.type.label),
        place: before
          ? `after "${before.title}"`
          : next
            ? `before "${next.title}"`
            : 'below the frontmatter',
      },
    };
  }
}

function* content(
  entry: Entry,
  section: BodySection,
  found: Section,
): Generator<Finding<MessageId>> {
  const args = {
    title: section.title,
    hint: aboutSection(section),
  };
  const where = { path: entry.path, position: at(found), args };
  if (found.words === 0 || /^\W*(tbd|todo|tba|n\/?a|none|\.{3}|-+)\W*$/i.test(found.opening)) {
    yield { messageId: 'empty', ...where };
  }
}

const key = (title: string): string => title.trim().toLowerCase();
