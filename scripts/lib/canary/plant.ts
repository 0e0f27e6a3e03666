import { spawnSync } from 'node:child_process';
import { cpSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { crc32 } from 'node:zlib';
import { parseDocument } from 'yaml';
import type { Entry } from '../../../src/domain/graph/corpus.ts';
import { mention } from '../../../src/domain/graph/graph.ts';
import type { Workspace } from '../../../src/workspace/read-corpus.ts';
import { Failure } from '../failure.ts';
import type { Mark, Plan } from './marks.ts';

/** Writes a copy of a handbook with every mark in it, and with a history that is marked as well. */
export function plant(workspace: Workspace, plan: Plan, folder: string): void {
  cpSync(workspace.root, folder, {
    recursive: true,
    filter: (file) => basename(file) !== '.git',
  });
  commit(folder, [], { author: 'Canary', year: 2020 });
  const marks = new Map(plan.marks.map((mark) => [mark.entry, mark]));
  for (const entry of workspace.corpus.entries) {
    const text = workspace.texts.get(entry.path);
    if (text === undefined) continue;
    const mark = marks.get(entry);
    const made = withReferences(mark ? withMarks(text, mark) : text, entry, marks, plan);
    if (made !== text) writeFileSync(join(folder, entry.path), made);
    if (mark) addFiles(folder, mark);
  }
  for (const { entry, word } of plan.marks)
    renameSync(join(folder, entry.path), join(folder, marked(entry.path, word)));
  // The marked commits come last: no day and no author may be taken from them.
  const hidden = plan.marks.flatMap(filesOf).map((path) => `:(exclude,literal)${path}`);
  commit(folder, ['.', ...hidden], { author: 'Canary', year: 2021 });
  for (const { marks: same, word, year } of plan.commits) {
    const paths = same.flatMap((mark) => filesOf(mark));
    commit(folder, paths, { author: `${word}author`, year });
  }
}

/** A path with the mark in the name of its file. */
const marked = (path: string, word: string): string => path.replace(/(\.\w+)$/, `-${word}file$1`);

const filesOf = ({ entry, word }: Mark): string[] => [
  marked(entry.path, word),
  ...(entry.outline
    ? [`${dirname(entry.path)}/${word}image.png`, `${dirname(entry.path)}/${word}attached.txt`]
    : []),
];

const FRONTMATTER = /^---\r?\n([\s\S]*?)\r?\n---(?=\r?\n|$)/;

/** Edits the fields of a document or record. */
function withFields(text: string, entry: Entry, edit: (fields: Fields) => void): string {
  const isRecord = entry.type.format === 'yaml';
  const source = isRecord ? text : (FRONTMATTER.exec(text)?.[1] ?? '');
  const fields = parseDocument(source);
  edit(fields);
  const made = fields.toString({ lineWidth: 0 });
  return isRecord ? made : text.replace(FRONTMATTER, () => `---\n${made}---`);
}

type Fields = ReturnType<typeof parseDocument>;

function withMarks(text: string, { entry, word }: Mark): string {
  const { titleField, summaryField, schema } = entry.type;
  const made = withFields(text, entry, (fields) => {
    for (const name of [titleField, summaryField]) {
      const value = name === null ? null : fields.get(name);
      if (name !== null && typeof value === 'string')
        fields.set(name, `${value.slice(0, 90)} ${word}${name}`);
    }
    if ('review_note' in schema.shape) fields.set('review_note', `Read by ${word}field.`);
    if ('aliases' in schema.shape) {
      const { aliases = [] } = fields.toJS() as { aliases?: string[] };
      fields.set('aliases', [...aliases, `/old/${word}alias/`]);
    }
  });
  if (!entry.outline) return made;
  return `${made.trimEnd()}\n\n### The ${word}heading\n\nWords and ${word}body, ![The ${word}alt](./${word}image.png), and [a ${word}link](./${word}attached.txt).\n`;
}

/** The text of a document whose references name marked files by their new names. */
function withReferences(
  text: string,
  entry: Entry,
  marks: ReadonlyMap<Entry, Mark>,
  { graph }: Plan,
): string {
  const edges = graph.outgoing(entry).flatMap((edge) => {
    const mark = marks.get(edge.to);
    return mark ? [{ ...edge, word: mark.word }] : [];
  });
  const named = edges.filter(({ relation }) => relation !== mention);
  let made = text;
  if (named.length > 0)
    made = withFields(made, entry, (fields) => {
      for (const { position, word } of named)
        if (position.kind === 'field')
          fields.setIn(position.path, `${fields.getIn(position.path)}-${word}file`);
    });
  const linked = new Map(
    edges.filter(({ relation }) => relation === mention).map(({ to, word }) => [to, word]),
  );
  for (const [to, word] of linked) {
    const file = basename(to.path);
    made = made
      .replaceAll(
        new RegExp(`(?<![\\w./-])((?:[\\w.-]+/)*)${escaped(file)}`, 'g'),
        // Another document may have the same name in another folder.
        (link, way: string) =>
          posix.join(posix.dirname(entry.path), link) === to.path ? way + marked(file, word) : link,
      )
      .replaceAll(new RegExp(`/${escaped(to.id)}(?![\\w-])`, 'g'), `/${to.id}-${word}file`);
  }
  return marks.has(entry) && !entry.outline ? withNames(made, marks) : made;
}

/** A hidden record may be hidden for the names that it says: they are said as they now are. */
function withNames(text: string, marks: ReadonlyMap<Entry, Mark>): string {
  let made = text;
  for (const [{ id, data, type }, { word }] of marks) {
    made = made.replaceAll(new RegExp(`${escaped(id)}(?![\\w-])`, 'g'), `${id}-${word}file`);
    const title = data[type.titleField];
    if (typeof title === 'string' && title.includes(' '))
      made = made.replaceAll(
        new RegExp(`${escaped(title)}(?! zq)`, 'g'),
        `${title} ${word}${type.titleField}`,
      );
  }
  return made;
}

/** A text as a regular expression that finds it. */
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A picture with the mark in its metadata, and an attachment. */
function addFiles(folder: string, { entry, word }: Mark): void {
  if (!entry.outline) return;
  const place = join(folder, dirname(entry.path));
  writeFileSync(join(place, `${word}image.png`), picture(`${word}metadata.`));
  writeFileSync(join(place, `${word}attached.txt`), `The ${word}attachment.\n`);
}

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

/** One pixel, with a comment before its end. */
function picture(comment: string): Buffer {
  const body = Buffer.from(`tEXtComment\0${comment}`, 'latin1');
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  const end = PIXEL.length - 12;
  return Buffer.concat([PIXEL.subarray(0, end), length, body, sum, PIXEL.subarray(end)]);
}

/** Commits some files, or all that are left. */
function commit(
  folder: string,
  paths: readonly string[],
  by: { author: string; year: number },
): void {
  const date = `${by.year}-03-04T05:06:07Z`;
  const person = (role: string) => ({
    [`GIT_${role}_NAME`]: by.author,
    [`GIT_${role}_EMAIL`]: `${by.author}@canary.example`,
    [`GIT_${role}_DATE`]: date,
  });
  const env = { ...process.env, ...person('AUTHOR'), ...person('COMMITTER') };
  const git = (...args: string[]) => {
    const run = spawnSync('git', ['-C', folder, ...args], { env, encoding: 'utf8' });
    if (run.status !== 0)
      throw new Failure(`git ${args[0]} failed in the marked copy: ${run.stderr}`);
  };
  if (by.year === 2020) git('init', '--quiet', '--template=');
  git('add', '--all', '--force', '--', ...(paths.length === 0 ? ['.'] : paths));
  git(
    '-c',
    'commit.gpgsign=false',
    'commit',
    '--quiet',
    '--allow-empty',
    '--no-verify',
    '-m',
    `By ${by.author}`,
  );
}
