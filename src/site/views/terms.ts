import { mdxToHast } from 'satteri';
import { vocabularyOf } from '../../domain/glossary/vocabulary.ts';
import type { Entry } from '../../domain/graph/corpus.ts';
import { features } from '../../workspace/mdx.ts';
import type { Handbook } from '../handbook.ts';
import { explain, meaningId } from '../render/terms.ts';

/** What a term on a page means, as the page holds it once. */
export interface TermView {
  readonly id: string;
  readonly name: string;
  readonly expansion: string | null;
  readonly meaning: string;
}

/** The terms that the text of an entry shows, in its order: those that its page makes links of. */
export function termsOf(
  entry: Entry,
  { corpus, workspace }: Pick<Handbook, 'corpus' | 'workspace'>,
): TermView[] {
  const vocabulary = vocabularyOf(corpus);
  if (entry.outline === null || vocabulary.terms.length === 0) return [];
  const source = workspace.texts.get(entry.path) ?? entry.body;
  return explain(mdxToHast(source, { features }), vocabulary, entry).terms.map((term) => ({
    id: meaningId(term),
    name: term.name,
    expansion: term.expansion,
    meaning: term.meaning,
  }));
}
