import { readMarkdown } from '../../markdown/read-markdown.ts';
import type { Read } from '../../read.ts';
import { folderOf } from '../names.ts';
import type { Survey } from '../survey.ts';
import { placeLines, withCallouts } from './callouts.ts';

type NotionPage = Read & { readonly dialect: 'notion' };

/** A page that Notion exported as Markdown: the properties below its title are fields. */
export function notionMarkdown(text: string, path: string, { databases }: Survey): NotionPage {
  const columns = new Set(databases[folderOf(path)] ?? []);
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const fields: Record<string, string> = {};
  takeProperties(lines, columns.size > 0 ? columns : columnsIn(lines), fields);
  const spread = withCallouts(lines);
  const read = readMarkdown(spread.text, { path, dialect: 'notion' });
  placeLines([read.tree, read.listed, read.inventory], spread.lines);
  return { dialect: 'notion', ...read, frontmatter: { ...fields, ...read.frontmatter } };
}

/** The names of the properties that stand below a title without a gap, where nothing else tells them. */
function columnsIn(lines: readonly string[]): ReadonlySet<string> {
  if (!/^# /.test(lines[0] ?? '')) return new Set();
  const start = lines.findIndex((line, at) => at > 0 && line.trim() !== '');
  const length = start < 0 ? 0 : lines.slice(start).findIndex((line) => line.trim() === '');
  const block = lines.slice(start, length < 0 ? undefined : start + length);
  const names = block.map((line) => /^(\p{L}[^:.!?`*_[\]<|]{0,40}): \S/u.exec(line)?.[1] ?? null);
  const isAll = names.length > 1 && names.every((name) => name !== null);
  return new Set(isAll && new Set(names).size === names.length ? (names as string[]) : []);
}

/** Empties the lines `Column: value` below the title, so that each line keeps its number. */
function takeProperties(
  lines: string[],
  columns: ReadonlySet<string>,
  fields: Record<string, string>,
): void {
  for (let at = /^# /.test(lines[0] ?? '') ? 1 : 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    const [, name = '', value = ''] = /^([^:]{1,100}): (.*)$/.exec(line) ?? [];
    if (!columns.has(name)) return;
    fields[name] = value;
    lines[at] = '';
  }
}
