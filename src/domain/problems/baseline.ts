import { sha256 } from '../standard/hash.ts';
import { compareText, type Problem } from './problem.ts';

/** A finding that was known when the baseline was written; `key` survives that lines move and days pass. */
export interface Known {
  readonly rule: string;
  /** Path inside the content folder. */
  readonly path: string;
  readonly key: string;
}

/** The commands that have a baseline. */
export const baselineParts = ['check', 'readiness'] as const;

export type BaselinePart = (typeof baselineParts)[number];

/** What was known, for each command. */
export type Baseline = Readonly<Record<BaselinePart, readonly Known[]>>;

export const emptyBaseline: Baseline = { check: [], readiness: [] };

/** Its place at the top of the content folder. */
export const baselinePath = 'baseline.json';

const FORMAT = 'handbook baseline 1';

/**
 * Whether a finding may wait in a baseline. What tells a patient, opens a door or runs as code cannot: it
 * harms from the first commit on, and whoever writes it could write the baseline too.
 */
export const mayBeKnown = ({ sensitive, ruleId }: Problem): boolean =>
  sensitive === undefined && ruleId !== 'safe-content';

/** A finding of `check`: what is wrong with the same words, whatever its line. */
export const knownOfCheck = (problem: Problem): Known => known(problem, maskedOf(problem.message));

/**
 * A finding of the standard: the same demand on the same field, whatever the words say of days and reasons
 * that change while nobody touches the file.
 */
export const knownOfStandard = (problem: Problem): Known => {
  const { position, message } = problem;
  const isField = position.kind === 'field';
  const path = isField ? position.path.map((part) => (typeof part === 'number' ? '*' : part)) : [];
  return known(problem, isField ? path.join('.') : maskedOf(message));
};

/** A rule that could not be decided. */
export const knownOfDoubt = (rule: string, path = ''): Known => ({
  rule,
  path,
  key: 'cannot-tell',
});

const known = ({ ruleId, path, messageId }: Problem, place: string): Known => ({
  rule: ruleId,
  path,
  key: sha256(`${messageId} ${place}`).slice(0, 16),
});

/** Words without their numbers: lines, days and counts. */
const maskedOf = (message: string): string => message.replaceAll(/\d+/g, '#');

/** The baseline as a file, one finding a line. */
export function baselineText(baseline: Baseline): string {
  const parts = baselineParts.map((part) => {
    const rows = baseline[part]
      .toSorted((a, b) => compareText(idOf(a), idOf(b)))
      .map(({ rule, path, key }) => `\n    ${JSON.stringify({ rule, path, key })}`);
    return `  "${part}": [${rows.join(',')}${rows.length > 0 ? '\n  ' : ''}]`;
  });
  return `{\n  "format": "${FORMAT}",\n${parts.join(',\n')}\n}\n`;
}

/** Reads a baseline; what is no baseline comes back as the reason, the end of a sentence. */
export function readBaseline(text: string): Baseline | string {
  const data = parsed(text);
  if (typeof data === 'string') return data;
  if (data['format'] !== FORMAT)
    return `is no baseline of this handbook: it does not say \`"format": "${FORMAT}"\``;
  for (const part of baselineParts) {
    const rows = data[part];
    if (!Array.isArray(rows)) return `has no list \`${part}\``;
    const bad = rows.findIndex((row) => !isKnown(row));
    if (bad >= 0)
      return `has an entry without rule, path and key: number ${bad + 1} of \`${part}\``;
  }
  return { check: data['check'] as Known[], readiness: data['readiness'] as Known[] };
}

function parsed(text: string): Record<string, unknown> | string {
  try {
    const data: unknown = JSON.parse(text);
    const isObject = typeof data === 'object' && data !== null && !Array.isArray(data);
    return isObject ? { ...data } : 'holds no baseline';
  } catch {
    return /\}\s*$/.test(text) ? 'is no JSON' : 'breaks off before its end';
  }
}

const isKnown = (row: unknown): row is Known =>
  typeof row === 'object' &&
  row !== null &&
  ['rule', 'path', 'key'].every((name) => typeof Reflect.get(row, name) === 'string');

const idOf = ({ rule, path, key }: Known): string => JSON.stringify([path, rule, key]);

/** How findings stand against a baseline. */
export interface Comparison<T> {
  /** How many known findings there were, and which of them are gone. */
  readonly known: number;
  readonly fixed: readonly Known[];
  /** Findings that count and were not known. */
  readonly fresh: readonly T[];
}

/** Compares the findings of `check`; one that may not be known is new, whatever the baseline says. */
export function compareCheck<P extends Problem>(
  before: readonly Known[],
  problems: readonly P[],
): Comparison<P> {
  const never = problems.filter((problem) => !mayBeKnown(problem));
  const refused = new Set(never.map((problem) => idOf(knownOfCheck(problem))));
  const left = before.filter((one) => !refused.has(idOf(one)));
  const compared = compareBaseline(left, problems.filter(mayBeKnown), knownOfCheck, () => true);
  const fresh = new Set([...compared.fresh, ...never]);
  return { ...compared, fresh: problems.filter((problem) => fresh.has(problem)) };
}

/** Compares known findings with those that are there; `isOpen` tells which of these count today. */
export function compareBaseline<T>(
  before: readonly Known[],
  present: readonly T[],
  knownOf: (finding: T) => Known,
  isOpen: (finding: T) => boolean,
): Comparison<T> {
  // The same demand may be broken several times in one file, so they are counted.
  const there = Map.groupBy(present, (finding) => idOf(knownOf(finding)));
  const were = Map.groupBy(before, idOf);
  const fixed = [...were].flatMap(([id, all]) => all.slice(there.get(id)?.length ?? 0));
  const fresh = [...there].flatMap(([id, all]) =>
    all.filter(isOpen).slice(were.get(id)?.length ?? 0),
  );
  return { known: before.length, fixed, fresh };
}
