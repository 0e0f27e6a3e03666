import { isFor } from '../../audiences/readers.ts';
import { resolvePath } from '../../body/target.ts';
import { type Corpus, type Entry, titleOf } from '../../graph/corpus.ts';
import { textAt } from '../../graph/fields.ts';
import type { StandardContext } from '../rule.ts';

/** A question that was put to the search, and where its page came. */
export interface Question {
  readonly words: string;
  readonly audience: string;
  readonly kind: 'symptom' | 'typo' | 'acronym';
  /** The page that answers it; null where there is none that the group may read. */
  readonly target: Entry | null;
  /** Whether the page was among the first three. */
  readonly found: boolean;
  /** Whether it only repeats words of the title of its page, so that finding it proves nothing. */
  readonly copied: boolean;
}

/**
 * The questions in the report of a search proof: a JSON list of `question`, `target`, `audience`, `rank` and
 * `kind`. Null where the report is no such list.
 */
export function questionsOf(
  proof: Entry,
  { corpus, fileOf }: Pick<StandardContext, 'corpus' | 'fileOf'>,
): Question[] | null {
  const path = resolvePath(proof.path, textAt(proof.data, 'report') ?? '');
  const rows = listOf(path === null ? null : (fileOf(path)?.text ?? null));
  const questions = rows?.map((row) => questionOf(row, corpus));
  return questions?.every((one) => one !== null) ? questions : null;
}

function listOf(text: string | null): unknown[] | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.length > 0 ? value : null;
  } catch {
    return null;
  }
}

function questionOf(row: unknown, corpus: Corpus): Question | null {
  if (typeof row !== 'object' || row === null) return null;
  const data = row as Readonly<Record<string, unknown>>;
  const words = textAt(data, 'question');
  const audience = textAt(data, 'audience');
  if (words === null || audience === null) return null;
  const entry = corpus.byId.get(textAt(data, 'target') ?? '');
  const target = entry && isFor(entry, audience) ? entry : null;
  const { rank, kind } = data;
  return {
    words,
    audience,
    kind: kind === 'typo' || kind === 'acronym' ? kind : 'symptom',
    target,
    found: target !== null && typeof rank === 'number' && rank >= 1 && rank <= 3,
    copied: target !== null && isCopied(words, titleOf(target)),
  };
}

function isCopied(question: string, title: string): boolean {
  const known = new Set(wordsOf(title));
  return wordsOf(question).every((word) => known.has(word));
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
