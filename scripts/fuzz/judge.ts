import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mdxToHast } from 'satteri';
import { checkCorpus } from '../../src/domain/checks/run.ts';
import type { Entry } from '../../src/domain/graph/corpus.ts';
import { compareProblems, type LocatedProblem } from '../../src/domain/problems/problem.ts';
import { locate } from '../../src/workspace/locate.ts';
import { features } from '../../src/workspace/mdx.ts';
import { readWorkspace, type Workspace } from '../../src/workspace/read-corpus.ts';
import { faultsOf } from './faults.ts';
import { renderEntry } from './render.ts';
import { unsafeIn } from './unsafe-html.ts';

/** The files of a content folder by path. */
export type Folder = ReadonlyMap<string, Uint8Array | string>;

/** What came of a folder: what must not have happened, and how many of its documents were rendered. */
export interface Verdict {
  readonly faults: readonly string[];
  readonly rendered: number;
}

/**
 * Writes a folder to `root`, checks all of it and renders each of the documents named in `suspects` that the
 * check lets through; what throws, hangs, is told at no place or gets onto a page is a fault.
 */
export async function judgeFolder(
  folder: Folder,
  root: string,
  suspects: ReadonlySet<string>,
): Promise<Verdict> {
  write(folder, root);
  try {
    const workspace = readWorkspace(root);
    const problems = locate(checkCorpus(workspace.corpus), workspace);
    const faults = problems.flatMap((problem) => faultsOf(problem, folder.get(problem.path)));
    if (
      problems.some(
        (one, index) => index > 0 && compareProblems(problems[index - 1] ?? one, one) > 0,
      )
    )
      faults.push('the problems are not in order');
    let rendered = 0;
    for (const entry of workspace.corpus.entries) {
      if (!suspects.has(entry.path) || !mayBeShown(entry, problems)) continue;
      rendered++;
      const unsafe = await pageOf(workspace, entry, problems);
      faults.push(...unsafe.map((what) => `${entry.path} brings onto its page: ${what}`));
    }
    return { faults, rendered };
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { faults: [`it throws: ${said.split('\n').slice(0, 4).join(' ')}`], rendered: 0 };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The authors' server shows what has errors, unless it does not parse. */
const mayBeShown = ({ path }: Entry, problems: readonly LocatedProblem[]): boolean =>
  !problems.some((one) => one.path === path && one.ruleId === 'mdx-syntax');

async function pageOf(
  workspace: Workspace,
  entry: Entry,
  problems: readonly LocatedProblem[],
): Promise<string[]> {
  const html = await renderEntry(workspace, entry);
  if (html === null) return [];
  const clean = !problems.some((one) => one.path === entry.path && one.severity === 'error');
  return [...unsafeIn(html), ...(clean ? codeIn(workspace.texts.get(entry.path) ?? '') : [])];
}

/** Code in the very tree that a page is made from, of a document in which the check found no error. */
function codeIn(source: string): string[] {
  const found: string[] = [];
  const open: { type: string; children?: readonly unknown[] }[] = [mdxToHast(source, { features })];
  for (let node = open.pop(); node; node = open.pop()) {
    if (/^(?:mdxjsEsm|mdxFlowExpression|mdxTextExpression|raw)$/.test(node.type))
      found.push(`${node.type}, which the check let through`);
    open.push(...((node.children ?? []) as typeof open));
  }
  return found;
}

function write(folder: Folder, root: string): void {
  for (const [path, bytes] of folder) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
}
