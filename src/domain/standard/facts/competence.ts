import { type Corpus, entriesOf } from '../../graph/corpus.ts';
import { addDays, isDay } from '../../graph/days.ts';
import { rowsAt, textAt, textsOf } from '../../graph/fields.ts';
import type { StandardContext } from '../rule.ts';
import { drillsOf } from './drills.ts';
import { identityOf, isActiveCustomer, nameOf } from './people.ts';

/** Days for which a proof of competence speaks. */
const PROOF_LIFE = 120;

/** Something that shows that a person can run a system. */
export interface Competence {
  readonly person: string;
  readonly on: string;
  /** A few words: `drilled queue-stalled`. */
  readonly what: string;
  readonly path: string;
}

/** Proofs of competence of people of the customer who are there, by the slug of the system, newest first. */
export function competenceBySystem(context: StandardContext): Map<string, Competence[]> {
  const { corpus, asOf, exitOn } = context;
  const day = exitOn !== null && exitOn < asOf ? exitOn : asOf;
  const since = addDays(day, -PROOF_LIFE);
  const all = [...drilled(context), ...handedOver(corpus)].filter(
    ({ person, on }) => on >= since && on <= asOf && isActiveCustomer(corpus, person, asOf),
  );
  all.sort((a, b) => (a.on < b.on ? 1 : -1));
  return Map.groupBy(all, ({ system }) => system);
}

/** Passed drills, except those that were only talked through. */
const drilled = (context: StandardContext): (Competence & { system: string })[] =>
  drillsOf(context)
    .filter(({ passed, entry }) => passed && entry.data['kind'] !== 'tabletop')
    .flatMap(({ entry, runbook, executor, on }) => {
      const data = context.corpus.byId.get(`runbooks/${runbook}`)?.data ?? {};
      const what = `drilled ${runbook}`;
      return textsOf(data, 'systems').map((system) => ({
        system,
        person: executor,
        on,
        what,
        path: entry.path,
      }));
    });

/** Work that was led alone, or done while the vendor watched. */
const handedOver = (corpus: Corpus): (Competence & { system: string })[] =>
  entriesOf(corpus, 'exit-plan').flatMap(({ data, path }) =>
    rowsAt(data, 'transfers').flatMap((row) => {
      const [person, system] = [textAt(row, 'to') ?? '', textAt(row, 'system') ?? ''];
      return STEPS.flatMap(({ name, what }) => {
        const on = row[name];
        return isDay(on) ? [{ system, person, on, what, path }] : [];
      });
    }),
  );

const STEPS = [
  { name: 'led_on', what: 'led it alone' },
  { name: 'reverse_shadow_on', what: 'did it while the vendor watched' },
];

/** One proof for each human being: two slugs with one address or one name are the same person. */
export function byPerson(proofs: readonly Competence[], corpus: Corpus): Competence[] {
  const seen = new Set<string>();
  return proofs.filter(({ person }) => {
    const marks = [identityOf(corpus, person), nameOf(corpus, person).toLowerCase()];
    const isNew = !marks.some((mark) => seen.has(mark));
    for (const mark of marks) seen.add(mark);
    return isNew;
  });
}
