import { join } from 'node:path';
import { type Finding, problemOf, type Rule } from '../../domain/checks/rule.ts';
import type { Entry } from '../../domain/graph/corpus.ts';
import { at, type Problem } from '../../domain/problems/problem.ts';
import { namesOf, wordsFile, wordsOfList } from '../../domain/prose/known-words.ts';
import type { Passage } from '../../domain/prose/passage.ts';
import {
  findingOf,
  findingOfSentence,
  type ProseFinding,
  wordLimit,
} from '../../domain/prose/remarks.ts';
import { spelling } from '../../domain/prose/rules.ts';
import { wordsIn } from '../../domain/prose/words.ts';
import type { Workspace } from '../read-corpus.ts';
import { readText } from '../text.ts';
import { lineStartsOf, pointOf } from '../yaml.ts';
import { type Dictionary, dictionaryOf } from './dictionary.ts';
import { readPassages } from './read-passages.ts';
import { inspectStyle } from './style.ts';

/** What can be told better in the documents that `inScope` picks; all of it are warnings. */
export function lintProse(workspace: Workspace, inScope: (path: string) => boolean): Problem[] {
  const { corpus, texts } = workspace;
  const added = addedWords(workspace);
  const dictionary = dictionaryOf([...namesOf(corpus), ...added.words]);
  const found = corpus.entries
    .filter(({ path }) => inScope(path))
    .flatMap((entry) => lintEntry(entry, texts.get(entry.path) ?? '', dictionary));
  return [...added.problems, ...found];
}

/** The words that people added to the content folder. */
function addedWords({ root, corpus }: Workspace): {
  words: string[];
  problems: readonly Problem[];
} {
  if (!corpus.assets.has(wordsFile)) return { words: [], problems: [] };
  const { text, problems } = readText(join(root, wordsFile), wordsFile, '');
  return { words: wordsOfList(text ?? ''), problems };
}

function lintEntry(entry: Entry, text: string, dictionary: Dictionary): Problem[] {
  const lines = lineStartsOf(text);
  return readPassages(entry, text).flatMap((passage) =>
    findingsOf(passage, entry, dictionary).map(({ rule, messageId, args, index }) => {
      const position = at(pointOf(lines, passage.offset + index, 1));
      const finding: Finding = { messageId, path: entry.path, position, ...(args ? { args } : {}) };
      return problemOf(rule as Rule, finding);
    }),
  );
}

type Found = Omit<ProseFinding, 'rule'> & { readonly rule: ProseFinding['rule'] | typeof spelling };

function findingsOf(
  { text, isRunning }: Passage,
  { type }: Entry,
  dictionary: Dictionary,
): Found[] {
  const misspelt = wordsIn(text)
    .filter(({ word }) => !dictionary.has(word))
    .map(({ word, index }) => misspelling(word, index, dictionary));
  const { remarks, sentences } = inspectStyle(text);
  const limit = wordLimit(type.name);
  return [
    ...misspelt,
    ...remarks.map((remark) => findingOf(remark, text)),
    ...(isRunning ? sentences.map((sentence) => findingOfSentence(sentence, limit)) : []),
  ].filter((finding) => finding !== null);
}

function misspelling(word: string, index: number, dictionary: Dictionary): Found {
  const expected = dictionary.suggest(word);
  return expected === null
    ? { rule: spelling, messageId: 'unknown', index, args: { word } }
    : { rule: spelling, messageId: 'near', index, args: { word, expected } };
}
