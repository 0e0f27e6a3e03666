import type { PhrasingContent, Root, TableCell, TableRow } from 'mdast';
import { largest } from '../../../../domain/import/lists.ts';
import { inventoryOf } from '../../../../domain/import/proof/inventory.ts';
import { decode } from '../decode.ts';
import { folderOf, stemOf } from '../names.ts';
import { endsIn, type Reader } from '../reader.ts';
import type { Source, SourceFile } from '../source.ts';
import { rowFolders, rowsOf } from './databases.ts';
import { plainName } from './names.ts';

/** A database of a Notion export: a page with a table, whose rows lead to their pages. */
export const notionDatabaseReader: Reader = {
  format: 'notion',
  takes: (file, survey) => survey.isNotion && endsIn(file, 'csv'),
  read: async ({ source, file, bytes }) => {
    const whole = source.files.find(({ path }) => path === `${stemOf(file.path)}_all.csv`);
    if (isWhole(file, source)) return null;
    const text = decode(whole ? await whole.read() : bytes, file.path);
    const title = plainName(file.path);
    const tree = pageOf(title, rowsOf(text, file.path), pagesOf(source, file));
    return {
      dialect: 'notion',
      frontmatter: {},
      title,
      tree,
      listed: [],
      inventory: inventoryOf(tree),
    };
  },
};

/** Whether a table is the one with all rows beside the one that the page shows: both are one document. */
const isWhole = ({ path }: SourceFile, { files }: Source): boolean =>
  path.endsWith('_all.csv') &&
  files.some((other) => other.path === path.replace(/_all\.csv$/, '.csv'));

/** The pages of the rows, by the beginning of their names as Notion writes files. */
function pagesOf(source: Source, { path }: SourceFile): (title: string) => string | undefined {
  const folders = rowFolders(path);
  const pages = source.files.filter(
    (file) => folders.includes(folderOf(file.path)) && endsIn(file, 'md', 'html'),
  );
  const left = new Map(pages.map((page) => [page.path, keyOf(plainName(page.path))]));
  return (title) => {
    const key = keyOf(title);
    const found =
      [...left].find(([, name]) => name === key) ?? [...left].find(([, name]) => isCut(name, key));
    if (found === undefined || key === '') return undefined;
    left.delete(found[0]);
    return found[0].slice(folderOf(path).length);
  };
}

/** Letters and digits: what file systems refuse is not in a file's name. */
const keyOf = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** Notion cuts names at about fifty characters. */
const isCut = (name: string, key: string): boolean => name.length >= 20 && key.startsWith(name);

function pageOf(
  title: string,
  [head = [], ...rows]: string[][],
  pageNamed: (title: string) => string | undefined,
): Root {
  const width = largest(
    rows.map((row) => row.length),
    head.length,
  );
  const cells = (row: string[], first: (value: string) => PhrasingContent[]): TableRow => ({
    type: 'tableRow',
    children: Array.from({ length: width }, (_, at) =>
      cell(at === 0 ? first(row[at] ?? '') : wordsOf(row[at] ?? '')),
    ),
  });
  const linked = (value: string): PhrasingContent[] => {
    const page = pageNamed(value);
    return page === undefined
      ? wordsOf(value)
      : [{ type: 'link', url: encodeURI(page), title: null, children: wordsOf(value) }];
  };
  return {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [{ type: 'text', value: title }] },
      {
        type: 'table',
        align: [],
        children: [cells(head, wordsOf), ...rows.map((row) => cells(row, linked))],
      },
    ],
  };
}

const cell = (children: PhrasingContent[]): TableCell => ({ type: 'tableCell', children });

/** The words of a cell; `Name (path/to/page.md)` is a link to that page. */
function wordsOf(value: string): PhrasingContent[] {
  const lines = value.trim().split(/\r?\n/);
  return lines.flatMap((line, at) => [
    ...(at > 0 ? [{ type: 'break' } as const] : []),
    ...linksIn(line),
  ]);
}

function linksIn(line: string): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const found of line.matchAll(
    /([^,()]{1,200}) \(([^()\s]{1,1000}\.(?:md|csv|html)|https?:\/\/[^()\s]{1,1000})\)/g,
  )) {
    const [whole, name = '', url = ''] = found;
    const lead = /^\s*/.exec(name)?.[0] ?? '';
    parts.push({ type: 'text', value: `${line.slice(from, found.index)}${lead}` });
    parts.push({
      type: 'link',
      url,
      title: null,
      children: [{ type: 'text', value: name.trim() }],
    });
    from = found.index + whole.length;
  }
  parts.push({ type: 'text', value: line.slice(from) });
  return parts.filter((part) => part.type !== 'text' || part.value !== '');
}
