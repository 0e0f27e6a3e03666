import { toString as textOf } from 'mdast-util-to-string';
import type { MdastNode } from 'satteri';
import type { Past } from '../standard/witness.ts';

/** What differs between two texts of a document; no words of either but statuses and the titles of today's sections. */
export interface Difference {
  readonly status: { readonly from: string | null; readonly to: string | null } | null;
  readonly titled: boolean;
  readonly reviewed: boolean;
  /** Names of other fields that differ. */
  readonly fields: readonly string[];
  /** Sections of the later text. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** How many sections the later text lacks. */
  readonly removed: number;
  /** What stands before the first section differs. */
  readonly opening: boolean;
}

/** Fields that tell of a review, or are told in other words. */
const apart: ReadonlySet<string> = new Set([
  'aliases',
  'imported',
  'review_note',
  'reviewed_by',
  'reviewed_hash',
  'reviewed_on',
  'status',
]);

/** Whether two texts say the same to a reader. */
export const isNothing = (difference: Difference): boolean =>
  !difference.reviewed && !difference.titled && isOnlyReviewed(difference);

/** Whether nothing but a review tells two texts apart. */
export const isOnlyReviewed = (one: Difference): boolean =>
  one.status === null &&
  one.fields.length + one.added.length + one.changed.length + one.removed === 0 &&
  !one.opening;

/** The name that the document at a path, or of a name, has today. */
export type NameToday = (name: string) => string;

/**
 * Compares two texts of a document whose title stands in the field `titleField`; that a link or a reference follows
 * the new name of what it leads to is no difference.
 */
export function differenceOf(
  before: Past,
  now: Past,
  titleField: string,
  today: NameToday = (name) => name,
): Difference {
  const differ = (field: string) => !isSame(before.data[field], now.data[field], today);
  const names = new Set([...Object.keys(before.data), ...Object.keys(now.data)]);
  const changed = [...names].filter(differ).sort();
  return {
    status: changed.includes('status')
      ? { from: wordAt(before, 'status'), to: wordAt(now, 'status') }
      : null,
    titled: changed.includes(titleField),
    reviewed: now.data['reviewed_on'] !== undefined && changed.some((name) => STAMP.has(name)),
    fields: changed.filter((name) => name !== titleField && !apart.has(name)),
    ...sectionsThatDiffer(sectionsOf(before.tree, today), sectionsOf(now.tree, today)),
  };
}

const STAMP: ReadonlySet<string> = new Set(['reviewed_on', 'reviewed_by', 'reviewed_hash']);

const wordAt = ({ data }: Past, field: string): string | null => {
  const value = data[field];
  return typeof value === 'string' ? value : null;
};

function isSame(a: unknown, b: unknown, today: NameToday): boolean {
  const named = (value: unknown) =>
    JSON.stringify(value, (_, part) => (typeof part === 'string' ? today(part) : part));
  return named(a) === named(b);
}

/** What stands below each heading of the first two depths, by its words; before the first one by no words. */
type Sections = ReadonlyMap<string, string>;

function sectionsThatDiffer(
  before: Sections,
  now: Sections,
): Pick<Difference, 'added' | 'changed' | 'removed' | 'opening'> {
  const titles = [...now.keys()].filter((title) => title !== '');
  return {
    added: titles.filter((title) => !before.has(title)),
    changed: titles.filter((title) => before.has(title) && before.get(title) !== now.get(title)),
    removed: [...before.keys()].filter((title) => title !== '' && !now.has(title)).length,
    opening: (before.get('') ?? '') !== (now.get('') ?? ''),
  };
}

function sectionsOf(tree: MdastNode | null, today: NameToday): Sections {
  const parts = new Map<string, string[]>();
  let title = '';
  for (const node of tree && 'children' in tree ? (tree.children as MdastNode[]) : []) {
    if (node.type === 'heading' && node.depth <= 2) title = textOf(node);
    else if (isText(node)) parts.set(title, [...(parts.get(title) ?? []), shapeOf(node, today)]);
    if (!parts.has(title) && title !== '') parts.set(title, []);
  }
  return new Map([...parts].map(([name, texts]) => [name, texts.join('\n')]));
}

const isText = ({ type }: MdastNode): boolean => (type as string) !== 'yaml';

/** A node without its place in the file, with the links that it has today. */
const shapeOf = (node: MdastNode, today: NameToday): string =>
  JSON.stringify(node, (key, value) => {
    if (key === 'position') return;
    return key === 'url' && typeof value === 'string' ? today(value) : value;
  });
