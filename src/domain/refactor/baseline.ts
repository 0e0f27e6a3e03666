import {
  type BaselinePart,
  baselineParts,
  type Known,
  knownOfCheck,
} from '../problems/baseline.ts';
import type { Problem } from '../problems/problem.ts';

/**
 * The text of a baseline with the findings of moved files at their new paths, all else as it is. `before` and
 * `after` are the problems of check, whose keys change where their words name a path.
 */
export function movedBaseline(
  text: string,
  paths: ReadonlyMap<string, string>,
  before: readonly Problem[],
  after: readonly Problem[],
): string {
  const keys = newKeys(paths, before, after);
  let part: BaselinePart | undefined;
  return text.replaceAll(
    new RegExp(`"(${baselineParts.join('|')})"\\s*:\\s*\\[|\\{[^{}]*\\}`, 'g'),
    (whole, name?: BaselinePart) => {
      if (name !== undefined) part = name;
      const row = name === undefined ? rowOf(whole) : null;
      if (row === null) return whole;
      const key = part === 'check' ? (keys.get(idOf(row)) ?? row.key) : row.key;
      return replaced(whole, row, { path: paths.get(row.path) ?? row.path, key });
    },
  );
}

function rowOf(text: string): Known | null {
  try {
    const row: unknown = JSON.parse(text);
    const { rule, path, key } = row as Known;
    return [rule, path, key].every((one) => typeof one === 'string') ? { rule, path, key } : null;
  } catch {
    return null;
  }
}

const replaced = (text: string, was: Known, now: { path: string; key: string }): string =>
  text
    .replace(
      /("path"\s*:\s*)"(?:[^"\\]|\\.)*"/,
      (_, name: string) => name + JSON.stringify(now.path),
    )
    .replace(`"${was.key}"`, `"${now.key}"`);

const idOf = ({ rule, path, key }: Known): string => JSON.stringify([rule, path, key]);

/** New keys of findings by their old ids: findings of one kind in one file stay in their order. */
function newKeys(
  paths: ReadonlyMap<string, string>,
  before: readonly Problem[],
  after: readonly Problem[],
): ReadonlyMap<string, string> {
  const kind = ({ ruleId, messageId, path }: Problem) => JSON.stringify([ruleId, messageId, path]);
  const fresh = Map.groupBy(after, kind);
  const old = Map.groupBy(before, (one) => kind({ ...one, path: paths.get(one.path) ?? one.path }));
  const pairs = [...old].flatMap(([key, all]) => {
    const others = fresh.get(key) ?? [];
    if (others.length !== all.length) return [];
    return all.flatMap((one, index) => {
      const other = others[index];
      return other ? [[idOf(knownOfCheck(one)), knownOfCheck(other).key] as const] : [];
    });
  });
  return new Map(pairs);
}
