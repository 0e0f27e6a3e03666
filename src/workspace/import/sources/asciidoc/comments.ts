import type { Listed } from '../../../../domain/import/model.ts';

interface Comment {
  readonly line: number;
  readonly lines: string[];
}

/** The comments of a document, lines and blocks, but not what looks like one inside code. */
export function commentsOf(text: string): Listed[] {
  const comments: Comment[] = [];
  let fence: string | null = null;
  let last = -2;
  text.split(/\r?\n/).forEach((line, at) => {
    const mark = fenceOf(line);
    if (fence !== null) {
      if (mark === fence) fence = null;
      else if (fence.startsWith('/')) comments.at(-1)?.lines.push(line);
    } else if (mark !== null) {
      fence = mark;
      if (mark.startsWith('/')) comments.push({ line: at + 1, lines: [] });
    } else if (/^\/\/(?!\/)/.test(line)) {
      if (last !== at - 1) comments.push({ line: at + 1, lines: [] });
      comments.at(-1)?.lines.push(line.slice(2).trim());
      last = at;
    }
  });
  return comments.map(listedComment).filter(({ text: words }) => words !== '');
}

/** The mark that opens and closes a block in which nothing is a comment. */
const fenceOf = (line: string): string | null =>
  /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|```)/.exec(line)?.[0] ?? null;

const listedComment = ({ line, lines }: Comment): Listed => ({
  line,
  kind: 'comment',
  text: lines
    .filter((one) => !/^(?:tag|end)::\S+\[\]$/.test(one))
    .join('\n')
    .trim(),
  became: 'Left out: comments are not shown.',
});
