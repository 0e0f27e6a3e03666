import { decode } from '../../body/target.ts';
import { looseKey } from './slugs.ts';

/**
 * The anchor on our page that a fragment of the source leads to: empty for the top, null where it is
 * nowhere.
 */
export function fragmentIn(anchors: ReadonlyMap<string, string>, fragment: string): string | null {
  const decoded = decode(fragment).trim();
  if (/^(?:|top|_top|readme|:~:text=.*)$/i.test(decoded)) return anchors.get(decoded) ?? '';
  for (const form of formsOf(fragment, decoded)) {
    const slug = anchors.get(form) ?? anchors.get(form.toLowerCase());
    if (slug !== undefined) return slug;
  }
  // A line of the source, as the server of a repository numbers them.
  if (/^L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$/.test(decoded)) return '';
  return loosely(anchors, decoded);
}

function formsOf(fragment: string, decoded: string): string[] {
  const last = decoded.slice(decoded.lastIndexOf('#') + 1).trim();
  return [
    fragment,
    decoded,
    last,
    last.replace(/^\^/, ''),
    decoded.replace(/^(?:user-content-|\/)/, ''),
    decoded.split(':~:')[0] ?? '',
  ];
}

/** The one anchor that differs in case and punctuation only. */
function loosely(anchors: ReadonlyMap<string, string>, fragment: string): string | null {
  const key = looseKey(fragment.slice(fragment.lastIndexOf('#') + 1));
  if (key === '') return null;
  return looseOf(anchors).get(key) ?? null;
}

const loose = new WeakMap<ReadonlyMap<string, string>, ReadonlyMap<string, string | null>>();

/** Anchors by their loose form; null where that is the form of several. */
function looseOf(anchors: ReadonlyMap<string, string>): ReadonlyMap<string, string | null> {
  const known = loose.get(anchors);
  if (known) return known;
  const made = new Map<string, string | null>();
  for (const [anchor, slug] of anchors) {
    const key = looseKey(anchor);
    made.set(key, made.has(key) && made.get(key) !== slug ? null : slug);
  }
  loose.set(anchors, made);
  return made;
}
