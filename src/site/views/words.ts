import { type Entry, slugOf, titleOf } from '../../domain/graph/corpus.ts';
import type { Tone } from './tones.ts';

export { type Tone, toneOf } from './tones.ts';

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

const wholeMonths =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** An ISO date as `1 Sep 2026`, the same for every reader and every build. */
export function dayOf(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? [];
  return year && month && day ? `${Number(day)} ${months[Number(month) - 1]} ${year}` : date;
}

/** The month of an ISO date, `September 2026`. */
export function monthOf(date: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})/.exec(date) ?? [];
  return `${wholeMonths[Number(month) - 1] ?? ''} ${year ?? date}`.trim();
}

/** A word about a document with the tone that it is shown in. */
export interface Mark {
  readonly text: string;
  readonly tone: Tone;
}

const severities = ['patients or PHI at risk', 'a workflow is down', 'degraded', 'minor'] as const;
const tiers = ['stops care or billing', 'slows care or billing', 'an inconvenience'] as const;

/** The tone of a level, 1 the most urgent; a tier says how much depends on a thing, not how it is. */
export const levelTone = (field: string, level: number): Tone => {
  if (field !== 'severity' || level > 2) return 'quiet';
  return level === 1 ? 'bad' : 'attention';
};

/** A severity in words, `Severity 2: a workflow is down`; null where it is none. */
export function severityWords(level: unknown): string | null {
  const meaning = typeof level === 'number' ? severities[level - 1] : undefined;
  return meaning === undefined ? null : `Severity ${level}: ${meaning}`;
}

/** What has to be seen at once: how bad, how important, how dangerous. */
export function marksOf({ data }: Pick<Entry, 'data'>): Mark[] {
  const marks: Mark[] = [];
  const level = (field: string, name: string, meanings: readonly string[]) => {
    const value = data[field];
    const meaning = typeof value === 'number' ? meanings[value - 1] : undefined;
    if (typeof value === 'number' && meaning)
      marks.push({ text: `${name} ${value}: ${meaning}`, tone: levelTone(field, value) });
  };
  level('severity', 'Severity', severities);
  level('tier', 'Tier', tiers);
  if (data['destructive'] === true) marks.push({ text: 'Has a destructive step', tone: 'bad' });
  return marks;
}
