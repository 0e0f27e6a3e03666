import { identifiersIn } from './detect.ts';
import { identifierKinds, type ValueSort } from './detector.ts';
import { pointFinder } from './points.ts';
import { secretSpans } from './secrets.ts';

/** A value as it may be shown: stars for letters and digits, but for the last two of a long number. */
export function masked(value: string, sort: ValueSort): string {
  const letters = value.replaceAll(/[^\p{L}\p{N}]/gu, '').length;
  let hidden = (sort === 'number' || sort === 'phone') && letters >= 8 ? letters - 2 : letters;
  return value
    .slice(0, 40)
    .replaceAll(/[\p{L}\p{N}]/gu, (character) => (hidden-- > 0 ? '*' : character))
    .replaceAll(/[^\S ]+/g, ' ');
}

/** A text that quotes a document, with what tells a patient put out of sight. */
export function redacted(text: string): string {
  if (!/[\d\uFF10-\uFF19@]|PID|[Pp]atient/.test(text)) return text;
  let shown = '';
  let from = 0;
  for (const hit of identifiersIn(text)) {
    if (identifierKinds[hit.kind].whose !== 'patient' || hit.start < from) continue;
    shown += text.slice(from, hit.start) + masked(text.slice(hit.start, hit.end), 'other');
    from = hit.end;
  }
  return shown + text.slice(from);
}

/**
 * A text whose lines may be quoted: what tells a patient and what is a secret is stars, and any identifier is on
 * the lines that are named. Offsets and line ends stay as they are.
 */
export function blanked(text: string, lines: ReadonlySet<number>): string {
  const pointOf = pointFinder(text);
  const identifiers = identifiersIn(text).filter(
    ({ kind, start }) =>
      identifierKinds[kind].whose === 'patient' || lines.has(pointOf(start).line),
  );
  let shown = '';
  let from = 0;
  for (const one of [...identifiers, ...secretSpans(text)].sort((a, b) => a.start - b.start)) {
    const start = Math.max(one.start, from);
    if (one.end <= start) continue;
    shown += text.slice(from, start) + text.slice(start, one.end).replaceAll(/[^\n]/g, '*');
    from = one.end;
  }
  return shown + text.slice(from);
}
