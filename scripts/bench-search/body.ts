import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Loader } from '../../src/domain/search/engine.ts';
import { readNames } from '../../src/domain/search/names-file.ts';
import type { PageFile } from '../../src/domain/search/page-file.ts';
import { runProgram } from '../bench-import/run.ts';
import { Failure } from '../lib/failure.ts';
import { astro, root } from '../lib/paths.ts';

/** A built handbook whose search is asked. */
export interface Body {
  readonly site: string;
  readonly loader: Loader;
  /** Bytes that were loaded since the last look. */
  readonly loaded: () => number;
  /** Pages in the order of the index, with the path of the document in the judged set. */
  readonly pages: readonly (PageFile & { readonly source: string; readonly title: string })[];
}

/** Imports documents as anybody would and builds their site. */
export async function builtBody(
  name: string,
  documents: readonly string[],
  corpora: string,
  place: string,
): Promise<Body> {
  const staged = join(place, `src-${name}`);
  for (const path of documents) {
    mkdirSync(dirname(join(staged, path)), { recursive: true });
    copyFileSync(join(corpora, path), join(staged, path));
  }
  const content = join(place, name);
  const bin = join(root, 'src/cli/bin.ts');
  await run([bin, 'import', staged, '--into', content], content);
  const site = join(place, `dist-${name}`);
  await run([astro, 'build', '--outDir', site], content);
  return bodyIn(site, `src-${name}/`);
}

/** The sample of the project, built for those who read all of it. */
export async function sampleBody(place: string): Promise<Body> {
  const site = join(place, 'dist-sample');
  await run([astro, 'build', '--outDir', site], join(root, 'content'), 'leadership');
  return bodyIn(site, '');
}

async function run(args: readonly string[], content: string, audience = ''): Promise<void> {
  process.env['HANDBOOK_AUDIENCE'] = audience;
  const { code, stderr } = await runProgram(args, content);
  if (code > 1 || (code === 1 && args.includes('build')))
    throw new Failure(`${args.slice(0, 3).join(' ')} ended with ${code}.\n${stderr.slice(-2000)}`);
}

function bodyIn(site: string, staged: string): Body {
  const base = join(site, 'search-index');
  let bytes = 0;
  const read = (path: string): Buffer => {
    const file = readFileSync(join(base, path));
    bytes += file.length;
    return gunzipSync(file);
  };
  const part = (path: string) => read(path).subarray('search_index'.length);
  const loader: Loader = {
    names: async () => read('names.json.gz').toString('utf8'),
    part: async (folder, number) => new Uint8Array(part(`${folder}/${number}.pf_index`)),
    page: async (folder, number) => part(`${folder}/${number}.pf_text`).toString('utf8'),
    pause: async () => {},
    words: async (folder) => part(`${folder}/words.pf_words`).toString('utf8'),
  };
  const names = readNames(read('names.json.gz').toString('utf8'));
  const folder = names.texts?.folder ?? '';
  const files = readdirSync(join(base, folder)).filter((file) => file.endsWith('.pf_text'));
  const pages = names.pages.slice(0, files.length).map((page, number) => {
    const path = page.names.find(({ kind }) => kind === 'path')?.text;
    return {
      ...(JSON.parse(part(`${folder}/${number}.pf_text`).toString('utf8')) as PageFile),
      title: page.title,
      source: path?.replace(staged, '') ?? page.address.replace(/^\/|\/$/g, ''),
    };
  });
  bytes = 0;
  const loaded = () => {
    const sum = bytes;
    bytes = 0;
    return sum;
  };
  return { site, loader, loaded, pages };
}
