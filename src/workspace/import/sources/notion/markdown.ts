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
  if (columns.size > 0) takeProperties(lines, columns, fields);
  const spread = withCallouts(lines);
  const read = readMarkdown(spread.text, { path, dialect: 'notion' });
  placeLines([read.tree, read.listed, read.inventory], spread.lines);
  return { dialect: 'notion', ...read, frontmatter: { ...fields, ...read.frontmatter } };
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
