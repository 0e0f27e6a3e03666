import { type MdastNode, mdxToMdast } from 'satteri';
import { problemOf } from '../domain/checks/rule.ts';
import { mdxSyntax } from '../domain/checks/rules/mdx-syntax.ts';
import { at, type Problem, wholeFile } from '../domain/problems/problem.ts';
import { type CodeStart, codeStarts, mask, outsideCode } from './mdx-code.ts';
import { type Failure, failureOf } from './mdx-failure.ts';
import { crossedElement, depthOf, MAX_DEPTH, refusalOf, unclosedFence } from './mdx-guard.ts';
import { pointAt } from './text.ts';

/** The tree of a document, or null where none could be made, and what is wrong with its syntax. */
export interface ParsedMdx {
  readonly tree: MdastNode | null;
  readonly problems: readonly Problem[];
}

/** What the parser reads beside CommonMark and MDX; the page is rendered with the same set. */
export const features = { gfm: true, frontmatter: true, directive: false } as const;

/**
 * Parses a whole file, frontmatter included, so that positions are those of the file. After a syntax
 * error the character that broke it is taken literally and the rest is read on, so that one run names
 * every error of the file.
 */
export function parseMdx(source: string, path: string): ParsedMdx {
  const refusal = refusalOf(source, path);
  if (refusal !== null) return { tree: null, problems: [refusal] };
  const { unsafe, reading } = readSafely(source);
  const { tree, failures, cut } = reading;
  const problem = ({ messageId, offset, args }: Told) =>
    problemOf(mdxSyntax, { messageId, path, position: at(pointAt(source, offset)), args });
  // Two braces are one mistake, unless the first is written as text.
  const starts = new Set(unsafe.map(({ offset }) => offset));
  const found = unsafe.filter(({ offset }) => !starts.has(offset - 1));
  const problems = [
    ...found.map(({ kind, offset }) => problem({ messageId: kind, offset, args: {} })),
    ...withoutConsequences(failures, unsafe, source).map(problem),
    ...(cut === null
      ? []
      : [problem({ messageId: 'more', offset: cut, args: { limit: failures.length } })]),
  ];
  const wrong = tree && problemOfTree(tree, source, path);
  return wrong ? { tree: null, problems: [...problems, wrong] } : { tree, problems };
}

/** Failures without those of tags that only break because code in an attribute was taken out. */
function withoutConsequences(
  failures: readonly Failure[],
  unsafe: readonly CodeStart[],
  source: string,
): Failure[] {
  const broken = failures.filter(({ messageId, offset }) => {
    const end = source.indexOf('>', offset);
    return (
      messageId === 'lessThan' && unsafe.some((one) => one.offset > offset && one.offset < end)
    );
  });
  const names = broken.map(
    ({ offset }) => /[\w.:-]+/.exec(source.slice(offset, offset + 100))?.[0],
  );
  const closings = new Set(names.map((name) => `</${name}>`));
  return failures.filter(
    (failure) =>
      !broken.includes(failure) &&
      !(failure.messageId === 'strayClosing' && closings.has(String(failure.args['tag']))),
  );
}

type Told = Pick<Failure, 'messageId' | 'offset' | 'args'>;

interface Reading {
  readonly tree: MdastNode | null;
  readonly failures: readonly Failure[];
  /** Offset from which the text was not read because of too many failures; null where all of it was. */
  readonly cut: number | null;
}

/** Reads a text without giving its code to the parser; `unsafe` are the places where that was taken out. */
function readSafely(source: string): { unsafe: readonly CodeStart[]; reading: Reading } {
  const starts = codeStarts(source);
  const draft = readOn(mask(source, starts), []);
  if (starts.length === 0 || draft.tree === null) return { unsafe: starts, reading: draft };
  const unsafe = outsideCode(starts, draft.tree);
  // What stands in code was taken out as well; the errors around it are the same with it.
  return { unsafe, reading: readOn(mask(source, unsafe), draft.failures) };
}

/** Reads a text to its end, past its errors, of which some are known already. */
function readOn(source: string, known: readonly Failure[]): Reading {
  const failures = [...known];
  const limit = rounds(source);
  let text = takeOut(source, known);
  for (;;) {
    const result = parse(text);
    if (result.tree !== null) return { tree: result.tree, failures, cut: null };
    const { failure } = result;
    if (failures.length >= limit) return { tree: null, failures, cut: failure.offset };
    failures.push(failure);
    if (failure.culprits.length === 0) return { tree: null, failures, cut: null };
    text = takeOut(text, [failure]);
  }
}

/** The text with the characters taken literally that broke it. */
function takeOut(text: string, failures: readonly Failure[]): string {
  const culprits = new Set(failures.flatMap((failure) => failure.culprits));
  return mask(
    text,
    [...culprits].sort((a, b) => a - b).map((offset) => ({ offset })),
  );
}

type Attempt = { readonly tree: MdastNode } | { readonly tree: null; readonly failure: Failure };

function parse(text: string): Attempt {
  try {
    return { tree: mdxToMdast(text, { features }) };
  } catch (error) {
    return { tree: null, failure: failureOf(error, text) };
  }
}

/** What is wrong with a text that parses all the same. */
function problemOfTree(tree: MdastNode, source: string, path: string): Problem | null {
  if (depthOf(tree) > MAX_DEPTH * 3) {
    const args = { limit: MAX_DEPTH };
    return problemOf(mdxSyntax, { messageId: 'tooDeep', path, position: wholeFile, args });
  }
  const crossed = crossedElement(tree);
  if (crossed) return problemOf(mdxSyntax, { messageId: 'crossed', path, position: at(crossed) });
  const fence = unclosedFence(tree, source);
  return fence && problemOf(mdxSyntax, { messageId: 'unclosedFence', path, position: at(fence) });
}

/** Each round reads the file once more: many for a page, few for a megabyte. */
const rounds = (source: string): number =>
  Math.max(3, Math.min(50, Math.floor(2_000_000 / (source.length + 1))));
