import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { walk } from '../../src/workspace/walk.ts';
import { randomFrom } from '../bench/random.ts';
import type { Change, Files, Pick } from './edit.ts';
import { findingsOf } from './findings.ts';
import { kinds } from './kinds.ts';
import type { Tried } from './report.ts';

/** Each kind of defect `each` times, every time in a folder that is otherwise as it was. */
export function tryAll(folder: string, each: number, seed: number): Tried[] {
  const random = randomFrom(seed);
  const pick: Pick = (items) => items[Math.floor(random.next() * items.length)] ?? null;
  const files = textsOf(folder);
  const before = new Set(findingsOf(folder).map(({ key }) => key));
  return kinds.flatMap((kind) => {
    const seen = new Set<string>();
    return Array.from({ length: each }, () => kind.apply(files, pick)).flatMap(
      (change): Tried[] => {
        const place = change === null ? null : JSON.stringify([...change]);
        // A handbook may have fewer places for a defect than tries: each counts once.
        if (change === null || place === null || seen.has(place)) return [];
        seen.add(place);
        const by = withChange(folder, files, change, () =>
          findingsOf(folder).filter(({ key }) => !before.has(key)),
        );
        const rules = [...new Set(by.map(({ rule }) => rule))].sort();
        return [{ kind, path: [...change.keys()].join(', '), rules }];
      },
    );
  });
}

function textsOf(folder: string): Files {
  const texts = walk(folder).filter(
    ({ path, trouble }) => trouble === null && /\.(mdx|yaml|json|csv|log)$/.test(path),
  );
  return new Map(texts.map(({ path }) => [path, readFileSync(join(folder, path), 'utf8')]));
}

function withChange<T>(folder: string, files: Files, change: Change, use: () => T): T {
  for (const [path, text] of change) {
    if (text === null) rmSync(join(folder, path));
    else writeFileSync(join(folder, path), text);
  }
  try {
    return use();
  } finally {
    for (const path of change.keys()) {
      const text = files.get(path);
      if (text === undefined) rmSync(join(folder, path));
      else writeFileSync(join(folder, path), text);
    }
  }
}
