import { decode } from '../decode.ts';
import { attribute, byId, findAll, findFirst, lineOf, parseHtml } from '../html/hast.ts';
import { folderOf, resolvePath } from '../names.ts';
import { type Source, SourceError, type SourceFile } from '../source.ts';

/** The names of the pages of a Confluence space by their paths, from the list that the export begins with. */
export async function confluenceTitles(source: Source): Promise<Record<string, string>> {
  const titles: Record<string, string> = {};
  for (const file of source.files.filter(isTopIndex)) Object.assign(titles, await titlesIn(file));
  return titles;
}

const isTopIndex = ({ path }: SourceFile): boolean => /^(?:[^/]+\/)?index\.html$/i.test(path);

async function titlesIn(file: SourceFile): Promise<Record<string, string>> {
  const text = await textIn(file);
  if (!text.includes('id="title-text"') && !text.includes('pageSection')) return {};
  const body = findFirst(parseHtml(text), byId('content'));
  const links = body ? findAll(body, (node) => node.tagName === 'a') : [];
  return Object.fromEntries(
    links.flatMap((link) => {
      const href = attribute(link, 'href');
      const title = lineOf(link);
      const path = /^[^:#?]+\.html$/i.test(href)
        ? resolvePath(folderOf(file.path), plain(href))
        : null;
      return path === null || title === '' ? [] : [[path, title]];
    }),
  );
}

async function textIn(file: SourceFile): Promise<string> {
  try {
    return decode(await file.read(), file.path);
  } catch (error) {
    if (error instanceof SourceError) return '';
    throw error;
  }
}

function plain(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
