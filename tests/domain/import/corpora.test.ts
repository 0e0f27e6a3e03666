import { readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { toString as textOf } from 'mdast-util-to-string';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { typeNamed } from '../../../src/domain/documents/registry.ts';
import { detect } from '../../../src/domain/import/detect/detect.ts';
import { neighbours } from '../../../src/domain/import/detect/neighbours.ts';
import { fill } from '../../../src/domain/import/fields/fill.ts';
import type { SourceDocument } from '../../../src/domain/import/model.ts';
import { readMdx } from '../../../src/workspace/import/dialects/read-mdx.ts';
import { readMarkdown } from '../../../src/workspace/import/markdown/read-markdown.ts';

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
  readonly problems: readonly string[];
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
    expect(found.flatMap(({ path, problems }) => problems.map((one) => `${path}: ${one}`))).toEqual(
      [],
    );
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
    const document = read(join(folder, path), path);
    const detection = detect(document, beside(document), corpus);
    return [
      {
        path: `${corpus}/${path}`,
        said,
        ...detection,
        problems: problemsOf(document, detection.type),
      },
    ];
  });
}

function read(file: string, path: string): SourceDocument {
  const reader = path.endsWith('x') ? readMdx : readMarkdown;
  const made = reader(readFileSync(file, 'utf8'), { path, dialect: 'github' });
  return { path, dialect: 'github', digest: '', title: null, ...made };
}

const facts = { created: null, changed: null, owners: [] };

/** Values that a schema refuses, and words that are neither in the fields, nor in the body, nor told. */
function problemsOf(document: SourceDocument, type: string): string[] {
  const { data, rest, tree, changed } = fill(document, type, facts, []);
  const shape = typeNamed(type)?.schema.shape;
  const refused = Object.entries(data).filter(
    ([key, value]) => !shape?.[key]?.safeParse(value).success,
  );
  const left = counted(
    `${textOf(tree)} ${JSON.stringify([data, rest])} ${changed.map(({ text }) => text).join(' ')}`,
  );
  const lost = [...counted(textOf(document.tree))].filter(
    ([word, count]) => (left.get(word) ?? 0) < count,
  );
  return [
    ...refused.map(([key]) => `${key} is refused`),
    ...(lost.length > 0
      ? [
          `lost: ${lost
            .map(([word]) => word)
            .slice(0, 8)
            .join(' ')}`,
        ]
      : []),
  ];
}

function counted(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]/gu)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
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
