import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import type { Spoken } from './spoken.ts';
import { spokenHtml } from './spoken-html.ts';
import { spokenMarkdown } from './spoken-markdown.ts';
import { spokenAsciidoc, spokenCsv, spokenDocx } from './spoken-other.ts';

/** A file of a source that says something, with what it says. */
export interface SourceFile {
  readonly path: string;
  readonly spoken: Spoken;
}

const readers: Readonly<Record<string, (bytes: Buffer) => Spoken | Promise<Spoken>>> = {
  '.md': (bytes) => spokenMarkdown(bytes.toString('utf8')),
  '.mdx': (bytes) => spokenMarkdown(bytes.toString('utf8'), true),
  '.markdown': (bytes) => spokenMarkdown(bytes.toString('utf8')),
  '.html': (bytes) => spokenHtml(bytes.toString('utf8')),
  '.htm': (bytes) => spokenHtml(bytes.toString('utf8')),
  '.adoc': (bytes) => spokenAsciidoc(bytes.toString('utf8')),
  '.asciidoc': (bytes) => spokenAsciidoc(bytes.toString('utf8')),
  '.docx': spokenDocx,
};

/** Every path below a folder, without what belongs to tools. */
function pathsBelow(folder: string): string[] {
  const found: string[] = [];
  const look = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (entry.name === 'node_modules' || entry.name.startsWith('.')) continue;
      const path = join(at, entry.name);
      if (entry.isDirectory()) look(path);
      else if (entry.isFile()) found.push(relative(folder, path).replaceAll('\\', '/'));
    }
  };
  if (statSync(folder).isDirectory()) look(folder);
  return found.toSorted();
}

/** Reads what the documents of a folder say; `isExport` says that its tables in CSV are documents as well. */
export async function readSource(folder: string, isExport = false): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for (const path of pathsBelow(folder)) {
    const ending = extname(path).toLowerCase();
    const bytes = () => readFileSync(join(folder, path));
    const reader = readers[ending];
    if (reader) files.push({ path, spoken: await reader(bytes()) });
    else if (isExport && ending === '.csv') {
      files.push({ path, spoken: spokenCsv(bytes().toString('utf8')) });
    }
  }
  return files;
}
