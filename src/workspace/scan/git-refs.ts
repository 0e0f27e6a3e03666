import { type NamedWords, type RunGit, readObjects, wordsOf } from './git-objects.ts';

/** What branches and tags say: their names, the messages of tags, and contents that a tag names without a commit. */
export function namedObjects(run: RunGit): {
  messages: NamedWords[];
  files: { blob: string; path: string; commit: string }[];
} {
  const refs = run([
    'for-each-ref',
    '--format=%(objectname) %(objecttype) %(*objectname) %(*objecttype) %(refname)',
  ])
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' '));
  const messages = refs.map(([object = '', , , , name = '']) => ({
    place: `${object.slice(0, 8)}: the name of a branch or tag`,
    text: name,
  }));
  const tags = refs.flatMap(([object = '', type]) => (type === 'tag' ? [object] : []));
  const files = refs.flatMap(([object = '', type, inner = '', innerType, name = '']) => {
    const blob = type === 'blob' ? object : innerType === 'blob' ? inner : null;
    return blob === null ? [] : [{ blob, path: name, commit: object }];
  });
  return { messages: [...messages, ...tagMessages(tags, run)], files };
}

/** The messages of tags, and of the tags that a tag names. */
function tagMessages(tags: readonly string[], run: RunGit): NamedWords[] {
  const read = [...readObjects([...new Set(tags)], run)];
  const next = read.flatMap(
    ({ bytes }) =>
      /^object (\w+)\ntype tag\n/.exec(bytes?.toString('latin1', 0, 200) ?? '')?.[1] ?? [],
  );
  const messages = read.map(({ name, bytes }) => ({
    place: `${name.slice(0, 8)}: the message of a tag`,
    text: bytes && wordsOf(bytes),
  }));
  return next.length === 0 ? messages : [...messages, ...tagMessages(next, run)];
}
