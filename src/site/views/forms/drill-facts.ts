import type { Entry } from '../../../domain/graph/corpus.ts';
import { textAt } from '../../../domain/graph/fields.ts';
import { sideOf } from '../../../domain/graph/sides.ts';
import { minutesBetween } from '../days.ts';
import type { Value } from '../values.ts';
import { linkTo } from '../values.ts';
import { type Mark, toneOf } from '../words.ts';
import type { FormInput } from './form.ts';
import { incomingOf, outgoingOf } from './links.ts';

/** What a drill showed. */
export interface DrillFacts {
  readonly on: string;
  readonly result: Mark | null;
  readonly minutes: number | null;
  readonly executor: Entry | null;
  /** People of the vendor who were there. */
  readonly vendors: readonly Entry[];
  /** Whether the side of everybody who was there is known. */
  readonly sidesKnown: boolean;
}

type Graphs = Pick<FormInput, 'entry' | 'corpus' | 'graph'>;

/** The facts of a drill document; minutes run from the first step to the verified end. */
export function drillFacts({ entry, corpus, graph }: Graphs): DrillFacts {
  const { data } = entry;
  const [executor = null] = outgoingOf({ entry, graph }, 'executor');
  const others = outgoingOf({ entry, graph }, 'participants.*');
  const present = executor === null ? others : [executor, ...others];
  const sides = present.map((person) => sideOf(person, corpus));
  const result = textAt(data, 'result');
  return {
    on: textAt(data, 'on') ?? '',
    result: result === null ? null : { text: result, tone: toneOf(result) },
    minutes: minutesBetween(textAt(data, 'started_at'), textAt(data, 'finished_at')),
    executor,
    vendors: present.filter((_, index) => sides[index] === 'vendor'),
    sidesKnown: present.length > 0 && !sides.includes(null),
  };
}

/** Whether somebody of the vendor was there, in words; null where that is not known. */
export function vendorWords({
  vendors,
  sidesKnown,
}: DrillFacts): readonly (Value | string)[] | null {
  if (vendors.length === 0) return sidesKnown ? ['nobody of the vendor there'] : null;
  const names = vendors.flatMap((person, index) =>
    index === 0 ? [linkTo(person)] : [', ', linkTo(person)],
  );
  return ['of the vendor there: ', ...names];
}

/** The newest drill of a runbook up to the clock, or null. */
export function lastDrill(input: Pick<FormInput, 'entry' | 'graph' | 'asOf'>): Entry | null {
  const { asOf } = input;
  const dayOf = (drill: Entry): string => textAt(drill.data, 'on') ?? '';
  const done = incomingOf(input, 'drill', 'runbook').filter(
    (drill) => dayOf(drill) !== '' && (asOf === null || dayOf(drill) <= asOf.slice(0, 10)),
  );
  return done.toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)))[0] ?? null;
}
