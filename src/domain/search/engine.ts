import { type Asked, askedOf, isAbbreviation, type Vocabulary } from './ask.ts';
import { facetCounts, passes } from './facets.ts';
import { atAGlance, listed, nothing } from './first-answer.ts';
import { kindFactor, wantedKinds } from './kinds.ts';
import type { Answer, Page, Question, Result } from './model.ts';
import { indexingNames, type NameIndex } from './name-index.ts';
import { type NamesFile, readNames } from './names-file.ts';
import { nearestPages } from './nearest.ts';
import { orNull } from './or-null.ts';
import { answeredAlerts, best, type Candidate, exactPages } from './order.ts';
import type { Posting } from './postings.ts';
import { type Reading, readQuery } from './read-query.ts';
import { reasonOf } from './reasons.ts';
import { scored } from './score.ts';
import { type TextSearch, textSearch } from './text-search.ts';
import { understood } from './understood.ts';

/** Where the files of the index come from: a web server, or a folder. Each rejects where its file is missing. */
export interface Loader {
  names(): Promise<string>;
  part(folder: string, number: number): Promise<Uint8Array>;
  page(folder: string, number: number): Promise<string>;
  words(folder: string): Promise<string>;
  /** Lets what else happens on the page go first; absent where nothing does. */
  pause?(): Promise<void>;
}

export interface Engine {
  /** Loads the names; later calls do nothing more. */
  open(): Promise<void>;
  /** Answers from the names, then with the texts; stops where `isStale` says so. */
  ask(
    question: Question,
    onAnswer: (answer: Answer) => void,
    isStale?: () => boolean,
  ): Promise<void>;
}

interface Opened {
  readonly file: NamesFile;
  readonly texts: TextSearch | null;
  /** There a moment after the file is. */
  readonly indexed: Promise<NameIndex>;
  readonly isReady: () => boolean;
}

/** With its names indexed. */
interface Book extends Opened {
  readonly names: NameIndex;
}

/** The search of a handbook whose index a loader brings. */
export function searchEngine(loader: Loader): Engine {
  let opening: Promise<Opened | null> | undefined;
  const open = () =>
    (opening ??= loader
      .names()
      .then(
        (text) => opened(text, loader),
        () => null,
      )
      .catch(() => null));
  return {
    open: async () => {
      await open();
    },
    ask: async (question, onAnswer, isStale = () => false) => {
      const book = await open();
      if (isStale()) return;
      const reading = readQuery(question.query);
      const all =
        book && reading.plain === '' && orNull(() => listed(book.file.pages, question, reading));
      if (all) {
        onAnswer(all);
        return;
      }
      const glance =
        book && !book.isReady() && orNull(() => atAGlance(book.file.pages, question, reading));
      if (glance) onAnswer(glance);
      const names = book && (await book.indexed.catch(() => null));
      if (isStale()) return;
      const whole: Book | null = names && { ...book, names };
      const first = whole && orNull(() => withNames(whole, question, reading));
      const texts = (reading.tokens.length > 0 && book?.texts) || null;
      const answer =
        first && orNull(() => answerOf(whole, question, reading, first, texts === null));
      if (answer === null) {
        // The next question tries again: a network comes back.
        opening = undefined;
        onAnswer(nothing(question, reading));
        return;
      }
      onAnswer(answer);
      if (whole === null || first === null || texts === null || isStale()) return;
      const last = await withTexts({ ...whole, texts }, question, reading, first, isStale)
        .then((second) => second && answerOf(whole, question, reading, second, true))
        .catch((): Answer => ({ ...answer, complete: true, missing: ['text'] }));
      if (last !== null && !isStale()) onAnswer(last);
    },
  };
}

function opened(text: string, loader: Loader): Opened {
  const file = readNames(text);
  const state = { isReady: false };
  const indexed = inSteps(file, loader).then((names) => {
    state.isReady = true;
    return names;
  });
  // Whoever asks is told; nobody may have asked yet.
  indexed.catch(() => {});
  return {
    file,
    texts: file.texts && textSearch(loader, file.texts, file.pages),
    indexed,
    isReady: () => state.isReady,
  };
}

async function inSteps({ pages }: NamesFile, loader: Loader): Promise<NameIndex> {
  const steps = indexingNames(pages);
  for (;;) {
    await loader.pause?.();
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** What one pass over an index found. */
interface Pass {
  readonly asked: readonly Asked[];
  readonly vocabulary: Vocabulary;
  readonly candidates: readonly Candidate[];
  readonly missing: Answer['missing'];
}

function withNames(book: Book, question: Question, reading: Reading): Pass {
  const vocabulary: Vocabulary = {
    names: book.names,
    synonyms: book.file.synonyms,
    inTexts: null,
    words: new Map(),
  };
  const asked = askedOf(reading, vocabulary);
  return {
    asked,
    vocabulary,
    candidates: ranked(book, question, reading, asked, new Map()),
    missing: [],
  };
}

async function withTexts(
  book: Book & { readonly texts: TextSearch },
  question: Question,
  reading: Reading,
  first: Pass,
  isStale: () => boolean,
): Promise<Pass | null> {
  const found = await book.texts.ask(reading, first.vocabulary);
  if (isStale()) return null;
  const candidates = ranked(book, question, reading, found.asked, found.postings);
  const read = await book.texts.read(candidates, found, reading);
  return {
    asked: found.asked,
    vocabulary: first.vocabulary,
    candidates: best(read.candidates),
    missing: found.whole && read.whole ? [] : ['text'],
  };
}

const ranked = (
  { file, names }: Book,
  { filters }: Question,
  reading: Reading,
  asked: readonly Asked[],
  postings: ReadonlyMap<string, readonly Posting[]>,
): Candidate[] => {
  const exact = exactPages(reading, names);
  const wanted = wantedKinds(reading.plain);
  const isOwn = (page: number) => page >= file.documents;
  return best(
    scored(asked, names, postings).map(
      (one): Candidate => ({
        ...one,
        score: one.score * kindFactor(file.pages[one.page] ?? nowhere, isOwn(one.page), wanted),
        address: file.pages[one.page]?.address ?? '',
        title: file.pages[one.page]?.title ?? '',
        exact: (exact.get(one.page) ?? 0) * (isOwn(one.page) ? 0.8 : 1),
        answers: answeredAlerts(file.pages[one.page] ?? nowhere),
        shown: passes(file.pages[one.page] ?? nowhere, filters),
        text: null,
      }),
    ),
  );
};

function answerOf(
  { file, names }: Book,
  question: Question,
  reading: Reading,
  { asked, candidates, missing }: Pass,
  complete: boolean,
): Answer {
  const shown = candidates.filter((each) => each.shown);
  const page = (number: number) => file.pages[number] ?? nowhere;
  const synonyms = file.synonyms.flatMap(({ short, words }) =>
    reading.tokens.some((token) => isAbbreviation(token, short))
      ? [{ from: words[0], to: words[1] }]
      : [],
  );
  return {
    query: question.query,
    understood: understood(reading, asked, names.written, synonyms),
    results: shown.slice(0, question.limit).map((each): Result => {
      const { why, anchor } = reasonOf(page(each.page), reading.plain, asked, each.named);
      const title = page(each.page).names.find((name) => name.anchor === anchor)?.text ?? '';
      return {
        page: each.text ? { ...page(each.page), summary: each.text.summary } : page(each.page),
        section: each.text?.section ?? (anchor === null ? null : { anchor, title }),
        why,
        excerpt: each.text?.excerpt ?? null,
      };
    }),
    total: shown.length,
    facets: facetCounts(
      candidates.map((each) => page(each.page)),
      question.filters,
    ),
    complete,
    nearest: shown.length === 0 && complete ? nearestPages(reading, names) : [],
    missing,
  };
}

/** A page that a damaged index names and does not hold. */
const nowhere: Page = {
  address: '',
  title: '',
  summary: null,
  facets: { type: [], system: [], owner: [], status: [], audience: [], date: [] },
  names: [],
};
