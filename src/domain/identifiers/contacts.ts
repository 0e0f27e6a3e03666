import type { Corpus } from '../graph/corpus.ts';
import { contactKey } from './approved.ts';
import { detectors } from './registry.ts';

/** Fields that hold how to reach somebody at work. */
const FIELDS =
  /^(?:e?mail|phone|telephone|mobile|pager|fax|route|contact|contacts|report_to|address)$/;

const KINDS: ReadonlySet<string> = new Set(['email', 'phone', 'address']);

/** Phone numbers and addresses that stand in a field for contacts of some document: those are of work. */
export function contactsOf({ entries }: Pick<Corpus, 'entries'>): ReadonlySet<string> {
  const known = new Set<string>();
  for (const { data } of entries) for (const text of textsIn(data, false)) known.add(text);
  return known;
}

const remembered = new WeakMap<object, readonly string[]>();

function textsIn(value: unknown, isContact: boolean): readonly string[] {
  if (typeof value === 'string') return isContact ? keysIn(value) : [];
  if (typeof value !== 'object' || value === null) return [];
  const known = isContact ? undefined : remembered.get(value);
  if (known) return known;
  const found = Array.isArray(value)
    ? value.flatMap((one) => textsIn(one, isContact))
    : Object.entries(value).flatMap(([name, one]) => textsIn(one, isContact || FIELDS.test(name)));
  if (!isContact) remembered.set(value, found);
  return found;
}

/** The contacts in the text of such a field: as a whole, and each number and address in it. */
function keysIn(text: string): string[] {
  const places = [...Array(Math.min(text.length, 400)).keys()];
  const hits = detectors.flatMap(({ find, words, anchor }) =>
    words === undefined && anchor === undefined ? [] : [...find(text, places)],
  );
  const parts = hits
    .filter(({ kind }) => KINDS.has(kind))
    .map(({ values: [first] }) => first.value);
  return [text, ...parts].map(contactKey);
}
