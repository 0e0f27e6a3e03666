// Puts single defects into a content folder and tells which of them the checks notice, and by which rule.
//   npm run mutate -- [--each N] [--seed N] [--content DIR]
//   --write  record the result in docs/mutation.md
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { walk } from '../src/workspace/walk.ts';
import { writeAtomically } from '../src/workspace/write.ts';
import { randomFrom } from './bench/random.ts';
import { Failure, runMain } from './lib/failure.ts';
import { root } from './lib/paths.ts';
import type { Change, Files, Pick } from './mutate/edit.ts';
import { findingsOf } from './mutate/findings.ts';
import { kinds } from './mutate/kinds.ts';
import { markdownOf, type Tried, textOf } from './mutate/report.ts';

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      each: { type: 'string', default: '5' },
      seed: { type: 'string', default: '1' },
      content: { type: 'string', default: join(root, 'content') },
      write: { type: 'boolean', default: false },
    },
  });
  const each = numberOf(values.each, '--each');
  const folder = mkdtempSync(join(tmpdir(), 'handbook-mutate-'));
  try {
    cpSync(resolve(values.content), folder, { recursive: true });
    const tried = tryAll(folder, each, numberOf(values.seed, '--seed'));
    console.log(textOf(tried));
    if (values.write) writeAtomically(join(root, 'docs/mutation.md'), markdownOf(tried));
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function numberOf(text: string, option: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new Failure(`${option} "${text}" is no whole number above 0.`);
}

/** Each kind of defect `each` times, every time in a folder that is otherwise as it was. */
function tryAll(folder: string, each: number, seed: number): Tried[] {
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
