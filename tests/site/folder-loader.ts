import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Loader } from '../../src/domain/search/engine.ts';

/** Brings the index of a built site from its folder, as a browser brings it from the server. */
export function folderLoader(base: string): Loader {
  const part = async (path: string) =>
    gunzipSync(await readFile(join(base, path))).subarray('search_index'.length);
  const text = async (path: string) => (await part(path)).toString('utf8');
  return {
    pause: async () => {},
    names: () => readFile(join(base, 'names.json'), 'utf8'),
    part: (folder, number) => part(`${folder}/${number}.pf_index`),
    page: (folder, number) => text(`${folder}/${number}.pf_text`),
    words: (folder) => text(`${folder}/words.pf_words`),
  };
}
