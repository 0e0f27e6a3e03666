import { type Document, isCollection, isScalar, visit, type YAMLError } from 'yaml';

/** Where a YAML error begins for somebody who reads the file, what it is, and what to write. */
export interface ErrorWords {
  readonly offset: number;
  readonly reason: string;
  readonly hint: string;
}

const QUOTE =
  'Put text that holds a colon, a hash or a bracket in quotes: title: "HL7: feed stalled"';

/** The parser's messages in words for authors; what is not here keeps the parser's own. */
const WORDS: readonly (readonly [RegExp, string, string])[] = [
  [
    /^Missing closing/,
    'the quote that opens here is never closed',
    'Close it at the end of the text.',
  ],
  [
    /^Flow .* end with a ([\]}])/,
    'the bracket that opens here is never closed',
    'Close it, or write one item a line, each with "- " before it. If it is text, put it in quotes.',
  ],
  [/^Tabs/, 'tabs are not allowed as indentation', 'Indent with spaces, two for each level.'],
  [/^Nested mappings/, 'the value holds a second "name: value"', QUOTE],
  [
    /^Implicit/,
    'the line is no field',
    'Write `name: value` with a space after the colon. Text that goes on from the line above is put in quotes.',
  ],
  [
    /^All (mapping|collection) items/,
    'the line is indented differently from the others of its block',
    'Give all fields of a block the same indent, two spaces more than the line above the block.',
  ],
  [
    /block-seq-ind/,
    'a list begins on the line of its field',
    'Begin it on the next line: "- item".',
  ],
  [
    /^Source contains multiple/,
    'a second YAML document begins here',
    'Delete the line `---` or `...`.',
  ],
  [
    /^Plain value cannot start with \w+ \w+ (?:\w+ )?(.)/,
    'text cannot begin with this character',
    QUOTE,
  ],
  [/^Unexpected \S+ at node end|token in YAML stream/, 'nothing more can stand here', QUOTE],
  [
    /^Invalid escape sequence/,
    'the backslash begins no known escape',
    'Write \\\\ for a backslash, or use single quotes.',
  ],
];

/** The words for an error of a document. */
export function wordsOf(error: YAMLError, document: Document): ErrorWords {
  const known = WORDS.find(([message]) => message.test(error.message));
  const opens = /^(Missing closing|Flow)/.test(error.message);
  const offset = (opens ? openerOf(error.pos[0], document) : null) ?? error.pos[0];
  if (known) return { offset, reason: known[1], hint: known[2] };
  const words = error.message.replace(/[.:]$/, '');
  return { offset, reason: words.charAt(0).toLowerCase() + words.slice(1), hint: QUOTE };
}

/** Offset of the quoted text or bracketed list, unclosed, that ends at an offset. */
function openerOf(end: number, document: Document): number | null {
  let opener: number | null = null;
  visit(document, {
    Value: (_, node) => {
      const quoted = isScalar(node) && /^QUOTE/.test(node.type ?? '');
      const bracketed = isCollection(node) && node.flow === true;
      const [start, last] = node.range ?? [0, 0];
      if ((quoted || bracketed) && start < end && last >= end - 1) opener ??= start;
    },
  });
  return opener;
}
