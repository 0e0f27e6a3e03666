import { addressOf } from '../../domain/graph/addresses.ts';
import type { Entry } from '../../domain/graph/corpus.ts';
import { nearbyOf as nearbyIn } from '../../domain/graph/nearby.ts';
import type { Handbook } from '../handbook.ts';
import { nameOf } from './words.ts';

/** A document that shares something with the one that is shown. */
export interface NearbyLink {
  readonly href: string;
  readonly text: string;
  readonly typeLabel: string;
  /** What both are linked with, such as `Both with the system HL7 gateway`. */
  readonly why: string;
}

/** Most that are named as a reason; the rest is counted. */
const NAMED = 2;

/** The documents two links away from one, each with the reason in words. */
export const nearbyOf = (entry: Entry, { graph }: Pick<Handbook, 'graph'>): NearbyLink[] =>
  nearbyIn(entry, graph).map(({ entry: other, shared }) => ({
    href: addressOf(other),
    text: nameOf(other),
    typeLabel: other.type.label,
    why: whyOf(shared),
  }));

function whyOf(shared: readonly Entry[]): string {
  const named = shared
    .slice(0, NAMED)
    .map((one) => `the ${one.type.label.toLowerCase()} ${nameOf(one)}`);
  const more = shared.length - named.length;
  const last = more > 0 ? `${more} more` : (named.pop() ?? '');
  return `Both with ${[...(named.length > 0 ? [named.join(', ')] : []), last].join(' and ')}`;
}
