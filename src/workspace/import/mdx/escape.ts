/** Where a piece of text stands in the line that it is written into. */
export interface TextPlace {
  /** The character before and after it, empty at the ends of the line. */
  readonly before: string;
  readonly after: string;
  /** Whether it is in the words of a link or image, in a cell of a table, in a heading. */
  readonly inLabel: boolean;
  readonly inCell: boolean;
  readonly inHeading: boolean;
  /** Whether it begins a block, so that `import` would be code. */
  readonly begins: boolean;
}

/** A text in which each character stands for itself, for the handbook's parser and for any other of MDX. */
export function escaped(value: string, place: TextPlace): string {
  const isFirst = place.before === '' || place.before === '\n';
  return value
    .split(LINE_END)
    .map((line, index, lines) => {
      const inner = escapeLine(line, {
        before: index === 0 ? place.before : '\n',
        after: index === lines.length - 1 ? place.after : '\n',
        place,
      });
      const begins = index > 0 || isFirst;
      return begins ? escapeStart(inner, place.begins && index === 0) : inner;
    })
    .join(place.inCell || place.inHeading ? ' ' : '\n');
}

const LINE_END = /[ \t]*\n[ \t]*/;

/** Characters that can mean something wherever they stand. */
const MARKS = /[\\`*_~[\]<{&|!#:.@]/g;

/** What may end up with a backslash before it in an address. */
const IN_ADDRESS = /[\\`*_~[<{&!]/;

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const WORD = /[\p{L}\p{N}]/u;

interface Line {
  readonly before: string;
  readonly after: string;
  readonly place: TextPlace;
}

function escapeLine(line: string, where: Line): string {
  return line.replaceAll(MARKS, (mark, offset: number) => {
    const previous = line[offset - 1] ?? where.before.at(-1) ?? '';
    const next = line[offset + 1] ?? where.after[0] ?? '';
    return isPlain(mark, previous, next, {
      ...where,
      run: runAt(line, offset, where.after),
      isLast: offset === line.length - 1,
    })
      ? mark
      : `\\${mark}`;
  });
}

interface Mark extends Line {
  readonly isLast: boolean;
  /** The characters around it up to the next space. */
  readonly run: string;
}

const runAt = (line: string, offset: number, after: string): string => {
  if (!/[:.@]/.test(line[offset] ?? '')) return '';
  const before = /\S*$/.exec(line.slice(Math.max(0, offset - 100), offset))?.[0] ?? '';
  const rest = /^\S*/.exec(line.slice(offset, offset + 2000))?.[0] ?? '';
  return before + rest + (offset + rest.length === line.length ? after : '');
};

/** Whether a mark means nothing between these neighbours. */
function isPlain(
  mark: string,
  previous: string,
  next: string,
  { place, after, isLast, run }: Mark,
): boolean {
  switch (mark) {
    case '\\':
      return !isLast && next !== '' && next !== '\n' && !PUNCTUATION.test(next);
    case '_':
      return !isLast && WORD.test(previous) && WORD.test(next);
    case '*':
    case '~':
      return isSpace(previous) && isSpace(next) && previous !== '\n';
    case ']':
      return !place.inLabel;
    case '&':
      return !/[#A-Za-z]/.test(next);
    case '|':
      return !place.inCell;
    case '!':
      return next !== '[';
    // The parser takes an address as it is written, backslashes included, unless its first mark has one.
    case ':':
      return place.inLabel || next !== '/' || !/[ps]/i.test(previous) || !IN_ADDRESS.test(run);
    case '.':
      return place.inLabel || !/w/i.test(previous) || !IN_ADDRESS.test(run);
    case '@':
      return place.inLabel || next === '' || isSpace(next) || !IN_ADDRESS.test(run);
    case '#':
      return !(place.inHeading && isLast && (after === '' || after === '\n'));
    default:
      return false;
  }
}

const isSpace = (character: string): boolean => character !== '' && /\s/.test(character);

/** A line that would begin a heading, list, quote, rule or table. */
const STARTS =
  /^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$|-)|=(?==*\s*$)|\||:(?=-)|\*|(?<number>\d{1,9})(?=[.)](?:\s|$)))/;

function escapeStart(line: string, begins: boolean): string {
  const match = STARTS.exec(line);
  const number = match?.groups?.['number'];
  if (number !== undefined) return `${number}\\${line.slice(number.length)}`;
  if (match) return `\\${line}`;
  if (begins && /^(?:import|export)(?:\s|$)/.test(line))
    return `&#${line.charCodeAt(0)};${line.slice(1)}`;
  return line;
}
