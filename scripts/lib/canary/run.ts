import { join } from 'node:path';
import { readWorkspace } from '../../../src/workspace/read-corpus.ts';
import { type Mark, type Plan, planOf } from './marks.ts';
import { plant } from './plant.ts';
import { type Found, searchFolder } from './search.ts';

/** Builds the site of a content folder for an audience; false where it could not. */
type Build = (content: string, out: string, audience: string) => Promise<boolean>;

/** What the search through one copy gave. */
export interface CopyResult {
  readonly audience: string;
  /** Marks of what its readers may not see. */
  readonly leaks: readonly Found[];
  /** Marks that its readers may see and that were not found: then the search is blind. */
  readonly missed: readonly string[];
  /** How many marks may not be in it, and how many have to. */
  readonly hidden: number;
  readonly shown: number;
}

/** Plants marks in a copy of a handbook below `folder`, builds it for every audience and searches each; null where a build failed. */
export async function runCanary(
  content: string,
  folder: string,
  build: Build,
  audiences?: readonly string[],
): Promise<CopyResult[] | null> {
  const workspace = readWorkspace(content);
  const plan = planOf(workspace);
  const marked = join(folder, 'content');
  plant(workspace, plan, marked);
  const results: CopyResult[] = [];
  for (const audience of audiences ?? plan.audiences) {
    const out = join(folder, `site-${audience}`);
    if (!(await build(marked, out, audience))) return null;
    results.push(resultOf(audience, plan, out));
  }
  return results;
}

/** Marks of a document that every copy must show in which it is; other fields are shown by some types only. */
const placesOf = ({ entry, word }: Mark): string[] =>
  (entry.outline
    ? ['file', 'alias', 'heading', 'body', 'alt', 'metadata', 'link', 'attachment']
    : ['file']
  ).map((place) => `${word}${place}`);

/** Any mark of any document, and any day of the years that marked commits are dated to; one pattern is far quicker than one for each mark. */
const MARK = /zq[b-df-hj-np-rtv-xz]{9}[a-z]*|\b20[7-9]\d-\d\d\b|\b\d\d? [a-z]+ 20[7-9]\d\b/g;

function resultOf(audience: string, plan: Plan, out: string): CopyResult {
  const hidden = plan.marks.filter((mark) => mark.hiddenFrom.includes(audience));
  const shown = plan.marks.filter((mark) => !mark.hiddenFrom.includes(audience));
  const commits = plan.commits.filter(({ marks }) => marks[0]?.hiddenFrom.includes(audience));
  const found = searchFolder(out, MARK);
  const seen = new Set(found.map(({ word }) => word));
  const secret = [
    ...[...hidden, ...commits].map(({ word }) => word),
    ...commits.map(({ year }) => `${year}`),
  ];
  return {
    audience,
    leaks: found.filter(({ word }) => secret.some((part) => word.includes(part))),
    missed: shown.flatMap(placesOf).filter((word) => !seen.has(word)),
    hidden: hidden.length,
    shown: shown.length,
  };
}
