import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextRepeatedWords from 'retext-repeated-words';
import retextSimplify from 'retext-simplify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { Remark, Sentence } from '../../domain/prose/remarks.ts';

const linter = unified()
  .use(retextEnglish)
  .use(retextRepeatedWords)
  .use(retextIndefiniteArticle)
  .use(retextSimplify)
  .use(retextEquality)
  .freeze();

/** What the plugins of retext say of a text, and its sentences; code and pictures in it are one sign each. */
export function inspectStyle(text: string): { remarks: Remark[]; sentences: Sentence[] } {
  const file = new VFile(text);
  const tree = linter.parse(file);
  linter.runSync(tree, file);
  const remarks = file.messages.flatMap(({ source, actual, expected, place }) => {
    const index = place && ('start' in place ? place.start.offset : place.offset);
    if (index === undefined || typeof actual !== 'string') return [];
    return [{ source: source ?? '', index, actual, expected: expected ?? [] }];
  });
  return { remarks, sentences: sentencesOf(tree) };
}

function sentencesOf(tree: ReturnType<typeof linter.parse>): Sentence[] {
  const sentences: Sentence[] = [];
  visit(tree, 'SentenceNode', (sentence) => {
    const words = sentence.children.filter(({ type }) => type === 'WordNode').length;
    sentences.push({ index: sentence.position?.start.offset ?? 0, words });
  });
  return sentences;
}
