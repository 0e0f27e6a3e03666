import { type Engine, type Loader, searchEngine } from '../../../domain/search/engine.ts';
import type { Answer, Question } from '../../../domain/search/model.ts';

export interface SearchClient {
  /** Begins to load; nothing is loaded before. Called when the box is opened. */
  open(): void;
  /** Answers at once from the names, then again when the text is there; a later question silences an earlier one. */
  ask(question: Question, onAnswer: (answer: Answer) => void): void;
}

/** Where the build puts the index. */
const BASE = '/search-index/';

/** The search of this handbook; one for a page. */
export function searchClient(loader: Loader = webLoader): SearchClient {
  let engine: Engine | undefined;
  let newest = 0;
  const ready = () => (engine ??= searchEngine(loader));
  return {
    open: () => {
      void ready().open();
    },
    ask: (question, onAnswer) => {
      newest += 1;
      const mine = newest;
      void ready().ask(question, onAnswer, () => mine !== newest);
    },
  };
}

const webLoader: Loader = {
  names: async () => (await got('names.json', 60)).text(),
  part: async (folder, number) => unpacked(await got(`${folder}/${number}.pf_index`)),
  page: async (folder, number) => textOf(await unpacked(await got(`${folder}/${number}.pf_text`))),
  pause: () => new Promise((resolve) => setTimeout(resolve)),
  words: async (folder) => textOf(await unpacked(await got(`${folder}/words.pf_words`))),
};

/** A part that stalls is missing after so many seconds; the names are large, and nothing is found without them. */
async function got(path: string, seconds = 10): Promise<Response> {
  const response = await fetch(BASE + path, { signal: AbortSignal.timeout(seconds * 1000) });
  if (!response.ok) throw new Error(`${response.status} for ${path}`);
  return response;
}

async function unpacked(response: Response): Promise<Uint8Array> {
  if (!response.body) throw new Error('An empty answer.');
  const stream = response.body.pipeThrough(new DecompressionStream('gzip'));
  return withoutMark(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** Each part begins with a mark, so that a scan of the site knows what it is. */
const MARK = 'search_index';

function withoutMark(bytes: Uint8Array): Uint8Array {
  if (textOf(bytes.subarray(0, MARK.length)) !== MARK) throw new Error('No part of the index.');
  return bytes.subarray(MARK.length);
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
