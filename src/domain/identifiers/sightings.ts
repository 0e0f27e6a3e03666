import type { SourcePoint } from '../problems/problem.ts';
import { identifiersIn, type Sighted } from './detect.ts';
import type { FoundValue, IdentifierKind } from './detector.ts';
import { pointFinder } from './points.ts';

/** An identifier in a file, before anybody asked whether it is made up. */
export interface Sighting {
  readonly kind: IdentifierKind;
  /** Whether it stands where its author says that everything is made up. */
  readonly declared: boolean;
  readonly hidden: boolean;
  /** Whether it is written into a picture, where only programs show it. */
  readonly inPicture?: boolean;
  readonly values: readonly (FoundValue & SourcePoint)[];
}

/**
 * The identifiers of a text at their places. Made up is what the text itself calls `synthetic`: in a fenced
 * block its first line, elsewhere the same paragraph, in fields and records the same line.
 */
export function sightingsIn(text: string, form: 'mdx' | 'yaml' | 'other'): Sighting[] {
  const hits = identifiersIn(text);
  if (hits.length === 0) return [];
  const pointOf = pointFinder(text);
  const fences = form === 'mdx' ? fencesOf(text) : [];
  return hits.map((hit) => ({
    kind: hit.kind,
    declared: form !== 'other' && isDeclared(text, hit, fences),
    hidden: hit.in === 'base64',
    values: hit.values.map((value) => ({ ...value, ...pointOf(value.offset) })),
  }));
}

/** What makes a sighting hard to see, as words after its kind; empty where nothing does. */
export const howHidden = ({ hidden, inPicture }: Sighting): string =>
  inPicture ? ' in the metadata of a picture' : hidden ? ' in base64' : '';

const SYNTHETIC = /\bsynthetic\b/i;

function isDeclared(text: string, { start, end }: Sighted, fences: readonly Fence[]): boolean {
  const fence = fences.find((one) => one.start <= start && start < one.end);
  if (fence) return fence.declared;
  const bodyStart = text.startsWith('---\n') ? text.indexOf('\n---\n', 3) : 0;
  const inFields = bodyStart < 0 || start < bodyStart || fences.length + bodyStart === 0;
  const gap = inFields ? '\n' : '\n\n';
  const from = text.lastIndexOf(gap, start - 1) + 1;
  const until = text.indexOf(gap, end);
  return SYNTHETIC.test(text.slice(from, until < 0 ? text.length : until));
}

interface Fence {
  readonly start: number;
  readonly end: number;
  readonly declared: boolean;
}

/** The fenced blocks of a document. */
function fencesOf(text: string): Fence[] {
  const fences: Fence[] = [];
  let open: { mark: string; start: number; declared: boolean } | null = null;
  for (const match of text.matchAll(/^[ \t>]*(`{3,}|~{3,})([^\n]*)$/gm)) {
    const [whole, mark = '', info = ''] = match;
    if (open === null) open = { mark, start: match.index, declared: SYNTHETIC.test(info) };
    else if (mark.startsWith(open.mark) && info.trim() === '') {
      const { start, declared } = open;
      fences.push({ start, end: match.index + whole.length, declared });
      open = null;
    }
  }
  if (open !== null) fences.push({ ...open, end: text.length });
  return fences;
}
