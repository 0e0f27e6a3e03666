import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { engagementData } from '../../domain/graph/corpus.ts';
import { textAt, textsOf } from '../../domain/graph/fields.ts';
import { declaredFiles, pathPatterns } from '../../domain/identifiers/approved.ts';
import { compareProblems, type LocatedProblem } from '../../domain/problems/problem.ts';
import type { Workspace } from '../read-corpus.ts';
import { repositoryTop } from '../repository.ts';
import { isSystemError } from '../system-error.ts';
import { walk } from '../walk.ts';
import { builtFolder, builtGaps } from './built.ts';
import { withoutExamples } from './examples.ts';
import { LARGEST } from './git-objects.ts';
import { type GitTexts, gitTexts } from './git-texts.ts';
import { type ScannedText, textJudge } from './judge-text.ts';
import { readable, textOf, withoutSvgTags, withoutTags } from './text-of.ts';

/** What a scan looked into and found. */
export interface ScanResult {
  readonly problems: readonly LocatedProblem[];
  /** How many texts there were of each kind. */
  readonly counts: Readonly<Record<'files' | 'past' | 'messages' | 'built' | 'left', number>>;
  /** What could not be looked into, in sentences; with one of them the scan is no pass. */
  readonly gaps: readonly string[];
}

/** Where this program lies. */
const PROGRAM = join(import.meta.dirname, '../../..');

type Progress = (words: string) => void;

/** Looks into the repository of a content folder, its history since the kickoff, and the site at `built`. */
export async function runScan(
  workspace: Workspace,
  built: string | null,
  progress: Progress,
  program: string = PROGRAM,
): Promise<ScanResult> {
  const root = realpathSync(workspace.root);
  const top = repositoryTop(root) ?? root;
  const prefix = relative(top, root).replaceAll('\\', '/');
  const engagement = engagementData(workspace.corpus);
  const kickoff = textAt(engagement, 'kickoff_on') ?? '1970-01-01';
  const git = repositoryTop(root) === null ? null : gitTexts(top, kickoff);
  const folder = built ?? builtFolder(top, root, program);
  const synthetic = (engagement['synthetic'] ?? {}) as Readonly<Record<string, unknown>>;
  const sources: Sources = {
    top,
    folder,
    git,
    inContent: (path) =>
      prefix === '' ? path : path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : null,
    closed: new Set(),
    isDeclared: declaredFiles(engagement),
    isLeft: pathPatterns(textsOf(synthetic, 'test_data')),
    content: walk(root).flatMap(({ path, trouble }) =>
      trouble === null ? [prefix === '' ? path : `${prefix}/${path}`] : [],
    ),
  };
  const counts = { files: 0, past: 0, messages: 0, built: 0, left: 0 };
  const judge = textJudge(workspace);
  const problems: LocatedProblem[] = [];
  for await (const { part, text, closed } of textsOfAll(sources, progress)) {
    counts[part]++;
    if (closed !== undefined) sources.closed.add(closed);
    if (text === null) continue;
    const found = await judge(text);
    const seen = found.length === 0 && /<svg[\s>]/.test(text.text);
    problems.push(...(seen ? await judge({ ...text, text: withoutSvgTags(text.text) }) : found));
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
  /** Places that could not be looked into, as they turn up. */
  readonly closed: Set<string>;
  /** Files whose data somebody declared as made up. */
  readonly isDeclared: (path: string) => boolean;
}

function gapsOf({ git, folder, closed }: Sources, root: string): string[] {
  const gaps: string[] = [];
  if (closed.size > 0) gaps.push(closedWords([...closed]));
  if (git === null) gaps.push('There is no git history, so what was removed was not looked into.');
  else if (git.isShallow)
    gaps.push(
      'The clone is shallow, so older commits were not looked into. Run: git fetch --unshallow',
    );
  gaps.push(...builtGaps(folder, root));
  return gaps;
}

const closedWords = (places: readonly string[]): string =>
  `Not looked into: ${places.slice(0, 5).join(', ')}${places.length > 5 ? ` and ${places.length - 5} more` : ''}, which are closed to this program, no text, or over 20 MB. Have somebody look into them; take them out, or name those in the content folder under \`synthetic: files\`, others under \`test_data\`.`;

interface Part {
  readonly part: 'files' | 'past' | 'messages' | 'built' | 'left';
  readonly text: ScannedText | null;
  /** The place of a file that could not be looked into. */
  readonly closed?: string;
}

async function* textsOfAll(sources: Sources, progress: Progress): AsyncGenerator<Part> {
  const { top, folder, git, content } = sources;
  progress('Looking into files.');
  const named = new Set(git?.messages.map(({ text }) => text));
  for (const path of new Set([...(git?.tracked ?? []), ...content])) {
    const file = join(top, path);
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!named.has(path)) yield words('The name of a file', path);
    // A name that is no UTF-8 cannot be opened by what git tells of it.
    if (!stat && path.includes('\ufffd')) yield { part: 'files', text: null, closed: path };
    if (!stat?.isFile()) continue;
    yield await part(sources, 'files', path, path, () => bytesOf(file));
  }
  if (git !== null) {
    progress(`Looking into ${git.past.length} texts of the history.`);
    for (const { file, bytes } of git.read(git.past)) {
      const { commit, path } = file;
      yield await part(sources, 'past', `${commit.slice(0, 8)}:${path}`, path, () => bytes);
    }
    for (const { place, text } of git.messages) yield words(place, text);
  }
  if (!existsSync(folder)) return;
  progress('Looking into the built site.');
  for (const { path, trouble } of walk(folder)) {
    const shown = `${relative(top, folder) || '.'}/${path}`.replaceAll('\\', '/');
    if (trouble !== null) yield { part: 'built', text: null, closed: shown };
    else yield await part(sources, 'built', shown, null, () => bytesOf(join(folder, path)));
  }
}

/** The bytes of a file; null where it is too large or closed to this program. */
function bytesOf(file: string): Buffer | null {
  try {
    return statSync(file).size > LARGEST ? null : readFileSync(file);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return null;
  }
}

const words = (place: string, text: string | null): Part =>
  text === null
    ? { part: 'messages', text: null, closed: place }
    : { part: 'messages', text: { place, content: null, present: false, text: readable(text) } };

/** One file: `path` is its own from the top, null in the built site. */
async function part(
  { isLeft, isDeclared, inContent }: Sources,
  kind: Part['part'],
  place: string,
  path: string | null,
  read: () => Buffer | null,
): Promise<Part> {
  if (path !== null && isLeft(path)) return { part: 'left', text: null };
  const content = path === null ? null : inContent(path);
  const bytes = read();
  const raw = bytes === null ? null : await textOf(place, bytes);
  if (raw === null)
    return content !== null && isDeclared(content)
      ? { part: kind, text: null }
      : { part: kind, text: null, closed: place };
  const plain = readable(/\.(?:html|pf_fragment)(?:\.gz)?$/.test(place) ? withoutTags(raw) : raw);
  const text = kind === 'built' ? withoutExamples(plain) : plain;
  const present = kind === 'files' && content !== null;
  return { part: kind, text: { place, content, present, text } };
}
