/** What stands in a block set apart by indentation, read as the text of a dialect that indents its blocks. */
export interface InsideCode {
  readonly codes: readonly string[];
  /** The rest, without fences and the numbers of lists. */
  readonly text: string;
}

/** Reads an indented block by its lines, for its fences and the text around them. */
export function insideCode(value: string): InsideCode {
  const codes: string[] = [];
  const text: string[] = [];
  let fence: { readonly mark: string; readonly indent: number; readonly lines: string[] } | null =
    null;
  for (const line of value.split('\n')) {
    const opening = /^([ \t]*)(`{3,}|~{3,})/.exec(line);
    if (fence !== null && line.trim() === fence.mark) {
      codes.push(fence.lines.join('\n'));
      fence = null;
    } else if (fence !== null) fence.lines.push(dedented(line, fence.indent));
    else if (opening)
      fence = { mark: opening[2] ?? '', indent: opening[1]?.length ?? 0, lines: [] };
    else text.push(line.replace(/^[ \t]*\d{1,9}[.)][ \t]/, ''));
  }
  if (fence !== null) codes.push(fence.lines.join('\n'));
  return { codes, text: text.join('\n') };
}

const dedented = (line: string, indent: number): string =>
  line.slice(0, indent).trim() === '' ? line.slice(indent) : line;
