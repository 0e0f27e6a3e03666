import type { Corpus, Entry } from '../../graph/corpus.ts';
import { summaryOf, titleOf } from '../../graph/corpus.ts';

/** Short forms that need no entry: units, time, and what everybody at a desk knows. */
const KNOWN: ReadonlySet<string> = new Set(
  'AI AM PM UTC US USA UK EU USD EUR OK ID IDs PDF CSV URL HTML HTTP HTTPS PC TV IT HR CEO COO CTO CFO CIO FAQ GB MB KB TB LLC LTD Q1 Q2 Q3 Q4 TBD TODO NA ISO'.split(
    ' ',
  ),
);

/** What may stand between words and is no prose: code, addresses of links, tags. */
const NO_PROSE = [/```[\s\S]*?```/g, /`[^`]*`/g, /\]\([^()\s]*\)/g, /<[^<>]*>/g, /https?:\S+/g];

/** Words of two capitals or more; not those that number something, such as `PLAT-466`, nor file names. */
const ACRONYM = /(?<![\w./@-])[A-Z]{2}[A-Z0-9]{0,4}(?=s?(?![\w/@]|-\w*\d|\.\w))/g;

/** The documents of each acronym that stands in titles, texts or diagrams. */
export function acronymsOf(corpus: Corpus): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  const lowered = new Map<string, number>();
  for (const entry of corpus.entries) {
    if (entry.type.format !== 'mdx' || entry.type.name === 'glossary') continue;
    const prose = proseOf(entry);
    for (const name of new Set(prose.match(ACRONYM))) {
      if (KNOWN.has(name) || /^[IVXLC]+$/.test(name)) continue;
      const entries = found.get(name);
      if (entries) entries.push(entry);
      else found.set(name, [entry]);
    }
    for (const word of new Set(prose.match(/\b[a-z]{2,6}\b/g)))
      lowered.set(word, (lowered.get(word) ?? 0) + 1);
  }
  for (const [name, entries] of found) {
    // A word that is written in small letters as often is only printed large here.
    if ((lowered.get(name.toLowerCase()) ?? 0) >= entries.length) found.delete(name);
  }
  return found;
}

/** Title, summary, text and the words of diagrams, without code. */
function proseOf(entry: Entry): string {
  const body = NO_PROSE.reduce((text, part) => text.replaceAll(part, ' '), entry.body);
  const diagrams = (entry.outline?.diagrams ?? []).map(({ source }) => shownIn(source));
  return [titleOf(entry), summaryOf(entry) ?? '', body, ...diagrams].join('\n');
}

/** The words that readers of a diagram see: not its direction, and no name that a label stands for. */
function shownIn(source: string): string {
  const text = source.replaceAll(/^\s*(?:flowchart|graph|direction)\b.*$/gm, '');
  const named = text.matchAll(/(\w+)(?=[[({])|(?:participant|actor)\s+(\w+)\s+as\b/g);
  const hidden = new Set([...named].map(([, node, actor]) => node ?? actor));
  return text.replaceAll(/\w+/g, (word) => (hidden.has(word) ? ' ' : word));
}
