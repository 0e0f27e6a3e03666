interface Selected {
  readonly lines: readonly string[];
  /** Number of the first of them in the file. */
  readonly first: number;
}

/** The part of an included file that `tags` or `lines` ask for; marks of tags are never shown. */
export function selectLines(text: string, attributes: Readonly<Record<string, string>>): Selected {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const tags = attributes['tags'] || attributes['tag'];
  if (tags) return byTags(lines, tags.split(/[;,]/));
  const ranges = attributes['lines'];
  if (ranges) return byNumbers(lines, ranges.split(/[;,]/));
  return { lines: lines.filter((line) => tagOf(line) === null), first: 1 };
}

function byNumbers(lines: readonly string[], ranges: readonly string[]): Selected {
  const wanted = ranges.map((range) => {
    const [from = '', to] = range.trim().split('..');
    const start = Number(from) || 1;
    const end = to === undefined ? start : Number(to);
    return { start, end: end > 0 ? end : lines.length };
  });
  const isWanted = (line: number) => wanted.some(({ start, end }) => line >= start && line <= end);
  return { lines: lines.filter((_, at) => isWanted(at + 1)), first: wanted[0]?.start ?? 1 };
}

function byTags(lines: readonly string[], asked: readonly string[]): Selected {
  const names = asked.map((name) => name.trim());
  const isWanted = wantedBy(
    new Set(names.filter((name) => !name.startsWith('!'))),
    new Set(names.filter((name) => name.startsWith('!')).map((name) => name.slice(1))),
  );
  const open: string[] = [];
  const taken: { line: string; at: number }[] = [];
  lines.forEach((line, at) => {
    const tag = tagOf(line);
    if (tag === null) {
      if (isWanted(open)) taken.push({ line, at });
    } else if (!tag.isEnd) open.push(tag.name);
    else if (open.includes(tag.name)) open.splice(open.lastIndexOf(tag.name), 1);
  });
  return { lines: taken.map(({ line }) => line), first: (taken[0]?.at ?? 0) + 1 };
}

/** Whether a line is asked for, by the tags that are open at it: the innermost that is named decides. */
function wantedBy(wanted: ReadonlySet<string>, without: ReadonlySet<string>) {
  const everything = wanted.has('**') || wanted.size === 0;
  return (open: readonly string[]): boolean => {
    const named = open.findLast((name) => wanted.has(name) || without.has(name));
    if (named !== undefined) return wanted.has(named);
    if (open.length === 0) return everything;
    return wanted.has('*') || (everything && !without.has('*'));
  };
}

function tagOf(line: string): { name: string; isEnd: boolean } | null {
  const found = /(?:^|[^\w])(tag|end)::(\S{1,100}?)\[\](?=$|\s|-->|\*\/)/.exec(line);
  return found ? { name: found[2] ?? '', isEnd: found[1] === 'end' } : null;
}
