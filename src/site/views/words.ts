import { type Entry, slugOf, titleOf } from '../../domain/graph/corpus.ts';

const capitals = new Set(
  'ack adr api baa csv ehr fhir hl7 id ip iso jwks msa phi rpo rto sha sla sow url us vpn'.split(
    ' ',
  ),
);

/** A field's name as a reader's label: `rto_minutes` is "RTO minutes". */
export function labelOf(field: string): string {
  const words = field.split('_').map((word) => (capitals.has(word) ? word.toUpperCase() : word));
  const label = words.join(' ');
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** The name of an entry in lists; numbered ones carry their number. */
export function nameOf(entry: Entry): string {
  const number = entry.type.numbered ? /^\d{4}/.exec(slugOf(entry))?.[0] : undefined;
  return number === undefined ? titleOf(entry) : `${number} ${titleOf(entry)}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An ISO date as `1 Sep 2026`, the same for every reader and every build. */
export function dayOf(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? [];
  return year && month && day ? `${Number(day)} ${months[Number(month) - 1]} ${year}` : date;
}

export type Tone = 'good' | 'attention' | 'bad' | 'quiet';

const tones: Readonly<Record<string, Tone>> = {
  accepted: 'good',
  active: 'good',
  allowed: 'good',
  closed: 'good',
  current: 'good',
  pass: 'good',
  passed: 'good',
  blocked: 'bad',
  fail: 'bad',
  failed: 'bad',
  rejected: 'bad',
  draft: 'attention',
  open: 'attention',
  proposed: 'attention',
  reviewed: 'attention',
  deprecated: 'quiet',
  retired: 'quiet',
  superseded: 'quiet',
};

/** How a status word is to be coloured; the word itself always stands beside the colour. */
export const toneOf = (status: string): Tone => tones[status] ?? 'quiet';
