import { readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { detect } from '../../../src/domain/import/detect/detect.ts';
import { neighbours } from '../../../src/domain/import/detect/neighbours.ts';
import { documentOf } from './markdown.ts';

/**
 * The share of the corpora's documents whose type is found, where they say what they are. Runs where
 * `IMPORT_CORPORA` names the folder with the corpora; `IMPORT_LABELS` may name another table of labels.
 */
const corpora = process.env['IMPORT_CORPORA'];
const table = process.env['IMPORT_LABELS'] ?? join(import.meta.dirname, 'labels.yaml');

interface Label {
  readonly files: string;
  readonly type: string;
}

interface Found {
  readonly path: string;
  readonly said: string;
  readonly type: string;
  readonly confidence: number;
  readonly reasons: readonly string[];
}

test.runIf(corpora !== undefined)(
  'finds the type of what says what it is',
  () => {
    const labels = parse(readFileSync(table, 'utf8')) as Record<string, Label[]>;
    const found = Object.entries(labels).flatMap(([corpus, rules]) =>
      foundIn(join(corpora ?? '', corpus), corpus, rules),
    );
    const typed = found.filter(({ said }) => said !== 'page');
    process.stderr.write(`${reportOf(found)}\n`);
    expect(share(typed)).toBeGreaterThanOrEqual(0.95);
    expect(share(found)).toBeGreaterThanOrEqual(0.95);
  },
  300_000,
);

function foundIn(folder: string, corpus: string, rules: readonly Label[]): Found[] {
  const paths = (readdirSync(folder, { recursive: true }) as string[]).filter((path) =>
    /\.(?:md|mdx|markdown)$/i.test(path),
  );
  const beside = neighbours(paths.map((path) => ({ path })));
  return paths.flatMap((path) => {
    const said = rules.find(({ files }) => matchesGlob(path, files))?.type ?? 'unsaid';
    if (said === 'unsaid') return [];
    const document = documentOf(readFileSync(join(folder, path), 'utf8'), path);
    return [{ path: `${corpus}/${path}`, said, ...detect(document, beside(document), corpus) }];
  });
}

const right = ({ said, type }: Found): boolean => said === type;
const share = (found: readonly Found[]): number => found.filter(right).length / found.length;
const percent = (found: readonly Found[]): string =>
  `${found.filter(right).length}/${found.length} ${(share(found) * 100).toFixed(1)} %`;

function reportOf(found: readonly Found[]): string {
  const lines = found
    .filter((one) => !right(one))
    .map(
      (one) =>
        `${one.path}: ${one.type} ${one.confidence}, not ${one.said}: ${one.reasons.join('; ')}`,
    );
  for (const [said, ones] of Map.groupBy(found, (one) => one.said))
    lines.push(`${said.padEnd(14)} ${percent(ones)}`);
  for (const [level, ones] of [
    ...Map.groupBy(found, (one) => Math.floor(one.confidence * 10) / 10),
  ].sort())
    lines.push(`confidence ${level}: ${percent(ones)}`);
  lines.push(`all            ${percent(found)}`);
  return lines.join('\n');
}
