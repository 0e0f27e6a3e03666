import type { Detection, SourceDocument } from '../model.ts';
import { type Facts, factsOf } from './facts.ts';
import type { Sign } from './kind.ts';
import { kinds } from './kinds.ts';
import { signsOfPage } from './page.ts';
import { signsOf } from './signs.ts';

/** Below it a document stays a plain page. */
const ENOUGH = 0.5;
/** The share of all that is of no type an import knows of, and says nothing of itself. */
const UNKNOWN = 0.5;

/**
 * The type of a document, how sure that is and what speaks for it. `siblings` are the documents of the same
 * folder and below it (neighbours.ts; its own may be among them), `source` is the name of the source, which may be a folder called `adr`.
 */
export function detect(
  document: Pick<SourceDocument, 'path' | 'tree' | 'frontmatter' | 'title'>,
  siblings: readonly { readonly path: string }[],
  source = '',
): Detection {
  const facts = factsOf(document, siblings, source);
  const candidates = [
    candidate('page', signsOfPage(facts)),
    ...kinds.map((kind) => candidate(kind.type, signsOf(kind, facts))),
  ].sort((a, b) => b.score - a.score);
  return chosen(candidates, facts);
}

interface Candidate {
  readonly type: string;
  readonly score: number;
  readonly signs: readonly Sign[];
}

const candidate = (type: string, signs: readonly Sign[]): Candidate => ({
  type,
  signs,
  score: signs.reduce((sum, { weight }) => sum + weight, 0),
});

function chosen(candidates: readonly Candidate[], facts: Facts): Detection {
  const spoken = candidates.filter(({ signs }) => signs.length > 0);
  const all = spoken.reduce((sum, { score }) => sum + Math.exp(score), UNKNOWN);
  const share = ({ score }: Candidate) => Math.round((Math.exp(score) / all) * 100) / 100;
  const [first, second] = candidates;
  if (first === undefined) return { type: 'page', confidence: 1, reasons: [] };
  if (first.type !== 'page' && share(first) >= ENOUGH)
    return { type: first.type, confidence: share(first), reasons: reasonsOf(first.signs) };
  const page = candidates.find(({ type }) => type === 'page') ?? first;
  const other = page === first ? second : first;
  return {
    type: 'page',
    confidence: share(page),
    reasons: [...reasonsOf(page.signs.slice(1)), ...doubts(other, facts)],
  };
}

const reasonsOf = (signs: readonly Sign[]): string[] =>
  signs.toSorted((a, b) => b.weight - a.weight).map(({ reason }) => reason);

function doubts(other: Candidate | undefined, facts: Facts): string[] {
  if (other === undefined || other.signs.length === 0)
    return facts.empty ? [] : ['nothing speaks for another type'];
  return [`too little speaks for ${other.type}: ${reasonsOf(other.signs)[0]}`];
}
