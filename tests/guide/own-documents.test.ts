import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TypeDefinition } from '../../src/domain/documents/define.ts';
import { types } from '../../src/domain/documents/registry.ts';
import { buildGraph } from '../../src/domain/graph/graph.ts';
import { exampleOf } from '../../src/site/own-documents.ts';
import { decisionView } from '../../src/site/views/guide/decision.ts';
import { readWorkspace } from '../../src/workspace/read-corpus.ts';
import { checkFolder } from '../rules/folder.ts';

const root = join(import.meta.dirname, '../..');
const project = join(root, 'docs/project');
const example = join(root, 'docs/example');

const problemsOf = (folder: string) =>
  checkFolder(folder).map(({ path, line, message }) => `${path}:${line} ${message}`);

/** What is found in a copy of the project's decisions after one of them was changed. */
function afterChange(path: string, change: (text: string) => string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-project-'));
  try {
    cpSync(project, folder, { recursive: true });
    const file = join(folder, path);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    return problemsOf(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the decisions of the project', () => {
  const { corpus } = readWorkspace(project);
  const decisions = corpus.entries.filter(({ type }) => type.name === 'adr');

  it('pass the check', () => {
    expect(problemsOf(project)).toEqual([]);
    expect(decisions.length).toBeGreaterThanOrEqual(3);
  });

  it('fail it when one breaks a rule', () => {
    const [first] = decisions;
    const path = first?.path ?? '';
    expect(afterChange(path, (text) => text.replace('## Drivers', '## Wishes'))).toMatchObject([
      expect.stringContaining('"Drivers" is missing'),
    ]);
    expect(
      afterChange(path, (text) => text.replace('status: accepted', 'status: agreed')),
    ).toHaveLength(1);
    expect(afterChange(path, (text) => `${text}\n[Gone](./0000-gone.mdx)\n`)).toHaveLength(1);
  });

  it('lie nowhere else', () => {
    expect(globSync('docs/adrs/*', { cwd: root })).toEqual([]);
  });

  it('lead to each other inside the guide', () => {
    const graph = buildGraph(corpus);
    for (const entry of decisions) {
      const links = JSON.stringify(decisionView(entry, graph)).match(/"href":"[^"]*"/g) ?? [];
      expect(links.length).toBeGreaterThan(0);
      for (const link of links) expect(link).toMatch(/^"href":"\/guide\/decisions\/\d{4}-/);
    }
  });
});

describe('the examples', () => {
  const workspace = readWorkspace(example);

  it('pass the check without a warning', () => {
    expect(problemsOf(example)).toEqual([]);
  });

  it.each(types as readonly TypeDefinition[])('show a whole $name', (type) => {
    const found = exampleOf(workspace, type.name);
    expect(found?.text).not.toMatch(/to write/i);
    const required = Object.entries(type.schema.shape).filter(([, field]) => !isOptional(field));
    expect(Object.keys(found?.entry.data ?? {})).toEqual(
      expect.arrayContaining(required.map(([name]) => name)),
    );
  });

  it('are nobody of the sample engagement', () => {
    const people = globSync('content/people/*.yaml', { cwd: root }).map((file) =>
      (/^name: (.+)$/m.exec(readFileSync(join(root, file), 'utf8'))?.[1] ?? '').trim(),
    );
    const texts = [...workspace.texts.values(), JSON.stringify(types.map(({ guide }) => guide))];
    const named = people.filter((name) => texts.some((text) => text.includes(name)));
    expect(named).toEqual([]);
    expect(people.length).toBeGreaterThan(0);
  });
});

const isOptional = (field: unknown): boolean =>
  (field as { safeParse(value: unknown): { success: boolean } }).safeParse(undefined).success;
