import type { NameKind, Page, Segment } from './model.ts';
import type { NameIndex } from './name-index.ts';
import { numbersIn } from './numbered.ts';
import type { Reading } from './read-query.ts';
import type { Scored } from './score.ts';
import { compact } from './terms.ts';

/** A page that was found, with what decides its place. */
export interface Candidate extends Scored {
  readonly address: string;
  readonly title: string;
  /** How surely the query is a name of it: 0 where it is none. */
  readonly exact: number;
  /** Alerts that it answers, without marks and case; of the record of an alert none. */
  readonly answers: readonly string[];
  /** Whether the filters let it through. */
  readonly shown: boolean;
  /** What was read of it; null where it was not. */
  readonly text: Read | null;
}

export interface Read {
  readonly summary: string | null;
  readonly section: { readonly anchor: string; readonly title: string } | null;
  readonly excerpt: readonly Segment[];
  /** Tells texts that are nearly the same. */
  readonly print: ReadonlySet<string>;
}

/** How surely a name of a kind means its page, where it is all that was typed. */
const sure: Readonly<Record<NameKind, number>> = {
  alert: 10,
  id: 9,
  title: 9,
  term: 8,
  alias: 7,
  path: 7,
  error: 6,
  symptom: 6,
  heading: 2,
};

/** Pages that were asked for by a name: as the whole query, or by a code in it. */
export function exactPages(reading: Reading, { exact, pages }: NameIndex): Map<number, number> {
  const found = new Map<number, number>();
  const add = (key: string, factor: number) => {
    for (const { page, name } of exact.get(key) ?? [])
      found.set(page, Math.max(found.get(page) ?? 0, sure[name.kind] * factor));
  };
  if (reading.plain.length <= 200) add(compact(reading.plain), 1);
  const codes = reading.tokens.filter(({ whole, text }) => whole.length > 0 && text.length >= 6);
  for (const { text } of codes) add(compact(text), 0.5);
  for (const key of numbersIn(reading.plain)) add(key, 0.6);
  for (const literal of reading.literals)
    for (const page of pagesAt(literal, pages))
      found.set(page, Math.max(found.get(page) ?? 0, PATH));
  return found.size > Math.max(8, pages.length / 10) ? new Map() : found;
}

/** A path decides alone where few pages lie at it. */
const PATH = 4;

function pagesAt(literal: string, pages: readonly Page[]): number[] {
  if (!/\w\/\w/.test(literal)) return [];
  const wanted = `/${literal.replace(/^https?:\/\/[^/]*\/|^content\//, '').replace(/^\/|\/$|\.(?:mdx?|html?|yaml)$/g, '')}`;
  const found = pages.flatMap(({ names }, page) =>
    names.some(
      ({ kind, text }) =>
        (kind === 'path' || kind === 'id') && `/${text.toLowerCase()}`.includes(wanted),
    )
      ? [page]
      : [],
  );
  return found.length > 12 ? [] : found;
}

/** Best first: names that were meant exactly, then by score; pages that are nearly the same don't fill the first three. */
export function best(candidates: readonly Candidate[]): Candidate[] {
  const sorted = [...candidates].sort(
    (a, b) => tier(b) - tier(a) || b.score - a.score || (a.address < b.address ? -1 : 1),
  );
  return spread(behindRunbooks(sorted));
}

/** The alerts whose commands stand on a page. */
export const answeredAlerts = ({ address, names }: Page): readonly string[] =>
  address.startsWith('/alerts/')
    ? []
    : names.filter(({ kind }) => kind === 'alert').map(({ text }) => compact(text));

/** Somebody on call needs the first command: the record of an alert stands directly behind the runbook that answers it. */
function behindRunbooks(sorted: readonly Candidate[]): Candidate[] {
  const runbooks = new Map<string, Candidate>();
  for (const one of sorted.filter(({ shown }) => shown))
    for (const alert of one.answers) if (!runbooks.has(alert)) runbooks.set(alert, one);
  const placed = new Set<Candidate>();
  for (const one of sorted) {
    const runbook = isAlert(one) ? runbooks.get(compact(one.title)) : undefined;
    if (runbook) placed.add(runbook);
    placed.add(one);
  }
  return [...placed];
}

const isAlert = ({ address }: Candidate): boolean => address.startsWith('/alerts/');

/** A heading is no name that decides alone. */
const tier = ({ exact }: Candidate): number => (exact >= 3 ? exact : 0);

function spread(sorted: readonly Candidate[]): Candidate[] {
  const first: Candidate[] = [];
  const later: Candidate[] = [];
  let rest = 0;
  for (; rest < sorted.length && first.length < 3; rest += 1) {
    const one = sorted[rest];
    if (!one) break;
    const twins = first.filter((other) => isTwin(one, other)).length;
    if (twins >= 2 || (twins === 1 && first.length === 2)) later.push(one);
    else first.push(one);
    if (rest > 12) break;
  }
  return [...first, ...later, ...sorted.slice(rest)];
}

const isTwin = (a: Candidate, b: Candidate): boolean =>
  (a.title !== '' && compact(a.title) === compact(b.title)) ||
  (a.text !== null && b.text !== null && likeness(a.text.print, b.text.print) > 0.8);

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const one of a) if (b.has(one)) both += 1;
  return a.size + b.size === 0 ? 0 : both / (a.size + b.size - both);
}
