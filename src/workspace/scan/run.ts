import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { engagementData } from '../../domain/graph/corpus.ts';
import { textAt, textsOf } from '../../domain/graph/fields.ts';
import { pathPatterns } from '../../domain/identifiers/approved.ts';
import { compareProblems, type LocatedProblem } from '../../domain/problems/problem.ts';
import type { Workspace } from '../read-corpus.ts';
import { repositoryTop } from '../repository.ts';
import { walk } from '../walk.ts';
import { type GitTexts, gitTexts, LARGEST } from './git-texts.ts';
import { type ScannedText, textJudge } from './judge-text.ts';
import { textOf, withoutTags } from './text-of.ts';

/** What a scan looked into and found. */
export interface ScanResult {
  readonly problems: readonly LocatedProblem[];
  /** How many texts there were of each kind. */
  readonly counts: Readonly<Record<'files' | 'past' | 'messages' | 'built' | 'left', number>>;
  /** What could not be looked into, in sentences; with one of them the scan is no pass. */
  readonly gaps: readonly string[];
}

type Progress = (words: string) => void;

/** Looks into the repository of a content folder, its history since the kickoff, and the site at `built`. */
export async function runScan(
  workspace: Workspace,
  built: string | null,
  progress: Progress,
): Promise<ScanResult> {
  const root = realpathSync(workspace.root);
  const top = repositoryTop(root) ?? root;
  const prefix = relative(top, root).replaceAll('\\', '/');
  const engagement = engagementData(workspace.corpus);
  const kickoff = textAt(engagement, 'kickoff_on') ?? '1970-01-01';
  const git = repositoryTop(root) === null ? null : gitTexts(top, kickoff);
  const folder = built ?? join(top, 'dist');
  const synthetic = (engagement['synthetic'] ?? {}) as Readonly<Record<string, unknown>>;
  const sources: Sources = {
    top,
    folder,
    git,
    inContent: (path) =>
      prefix === '' ? path : path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : null,
    isLeft: pathPatterns(textsOf(synthetic, 'test_data')),
    content: walk(root).flatMap(({ path, trouble }) =>
      trouble === null ? [prefix === '' ? path : `${prefix}/${path}`] : [],
    ),
  };
  const counts = { files: 0, past: 0, messages: 0, built: 0, left: 0 };
  const judge = textJudge(workspace);
  const problems: LocatedProblem[] = [];
  for await (const { part, text } of textsOfAll(sources, progress)) {
    counts[part]++;
    if (text !== null) problems.push(...(await judge(text)));
  }
  const gaps = gapsOf(sources, root);
  return { problems: problems.sort(compareProblems), counts, gaps };
}

interface Sources {
  readonly top: string;
  readonly folder: string;
  readonly git: GitTexts | null;
  readonly inContent: (path: string) => string | null;
  readonly isLeft: (path: string) => boolean;
  /** Files of the content folder, tracked or not, from the top. */
  readonly content: readonly string[];
}

function gapsOf({ git, folder }: Sources, root: string): string[] {
  const gaps: string[] = [];
  if (git === null) gaps.push('There is no git history, so what was removed was not looked into.');
  else if (git.isShallow)
    gaps.push(
      'The clone is shallow, so older commits were not looked into. Run: git fetch --unshallow',
    );
  const page = join(folder, 'index.html');
  if (!existsSync(page))
    gaps.push(`There is no built site in ${folder}. Build it first, or name it with --built.`);
  else if (newest(root) > statSync(page).mtimeMs)
    gaps.push(`The site in ${folder} is older than the documents. Build it again.`);
  return gaps;
}

const newest = (root: string): number =>
  Math.max(
    0,
    ...walk(root).flatMap(({ path, trouble }) =>
      trouble === null && !path.startsWith('proofs/') ? [statSync(join(root, path)).mtimeMs] : [],
    ),
  );

interface Part {
  readonly part: 'files' | 'past' | 'messages' | 'built' | 'left';
  readonly text: ScannedText | null;
}

async function* textsOfAll(sources: Sources, progress: Progress): AsyncGenerator<Part> {
  const { top, folder, git, inContent, isLeft, content } = sources;
  progress('Looking into files.');
  for (const path of new Set([...(git?.tracked ?? []), ...content])) {
    const file = join(top, path);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    yield await part('files', path, inContent(path), true, isLeft(path), () => readFileSync(file));
  }
  if (git !== null) {
    progress(`Looking into ${git.past.length} texts of the history.`);
    for (const { file, bytes } of git.read(git.past)) {
      const { commit, path } = file;
      const place = `${commit.slice(0, 8)}:${path}`;
      yield await part('past', place, inContent(path), false, isLeft(path), () => bytes);
    }
    for (const { commit, text } of git.messages)
      yield {
        part: 'messages',
        text: { place: `${commit.slice(0, 8)}: its message`, content: null, present: false, text },
      };
  }
  if (!existsSync(folder)) return;
  progress('Looking into the built site.');
  for (const { path, trouble } of walk(folder)) {
    const file = join(folder, path);
    if (trouble !== null || statSync(file).size > LARGEST) continue;
    const shown = `${relative(top, folder) || '.'}/${path}`.replaceAll('\\', '/');
    yield await part('built', shown, null, false, false, () => readFileSync(file));
  }
}

async function part(
  kind: Part['part'],
  place: string,
  content: string | null,
  present: boolean,
  isLeft: boolean,
  read: () => Buffer,
): Promise<Part> {
  if (isLeft) return { part: 'left', text: null };
  const raw = await textOf(place, read());
  if (raw === null) return { part: kind, text: null };
  const text = /\.(html|pf_fragment)$/.test(place) ? withoutTags(raw) : raw;
  return { part: kind, text: { place, content, present: present && content !== null, text } };
}
