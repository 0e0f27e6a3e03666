import { imageSize } from 'image-size';
import { vocabularyOf } from '../domain/glossary/vocabulary.ts';
import { addressOf, isReserved } from '../domain/graph/addresses.ts';
import type { Corpus, Entry } from '../domain/graph/corpus.ts';
import { pageIndex } from '../domain/graph/graph.ts';
import type { LocatedProblem } from '../domain/problems/problem.ts';
import { readInside } from '../workspace/read-inside.ts';
import { assetAddress } from './assets.ts';
import { handbook } from './handbook.ts';
import { renderBody } from './render/body.ts';
import { explain } from './render/terms.ts';

/** The HTML of the body of a document by its id; empty for records and for text that does not parse. */
export async function bodyOf(id: string): Promise<string> {
  const { corpus, workspace, problems } = handbook();
  const entry = corpus.byId.get(id);
  const source = entry && workspace.texts.get(entry.path);
  if (!entry?.outline || source === undefined) return '';
  const { path, outline } = entry;
  const broken = problems.some(
    (problem) => problem.path === path && problem.ruleId === 'mdx-syntax',
  );
  if (broken) return '';
  return renderBody(source, {
    path,
    outline,
    ticks: entry.type.name === 'runbook',
    addressOfFile: (file) => {
      const document = corpus.byId.get(file.replace(/\.(mdx|yaml)$/, ''));
      if (document) return addressOf(document);
      return corpus.assets.has(file) ? assetAddress(file) : null;
    },
    hasPage: (address) => pagesOf(corpus).has(address) || isReserved(address),
    sizeOf: (file) => sizeOf(workspace.root, file),
    explain: (tree) => explain(tree, vocabularyOf(corpus), entry).tree,
  });
}

const pages = new WeakMap<Corpus, ReadonlyMap<string, Entry>>();

function pagesOf(corpus: Corpus): ReadonlyMap<string, Entry> {
  const known = pages.get(corpus) ?? pageIndex(corpus);
  pages.set(corpus, known);
  return known;
}

/** Width and height of an image, so that the page does not jump while it loads; null where it has none. */
function sizeOf(root: string, path: string): { width: number; height: number } | null {
  try {
    const { width, height } = imageSize(readInside(root, path));
    return { width, height };
  } catch {
    return null;
  }
}

/** What the check says of a document, errors first. */
export function problemsOf(id: string): readonly LocatedProblem[] {
  const { corpus, problems } = handbook();
  const path = corpus.byId.get(id)?.path;
  return problems
    .filter((problem) => problem.path === path)
    .sort((a, b) => a.severity.localeCompare(b.severity));
}
