import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const mostLines = 250;

// Biome limits functions to 50 lines and script files to 250; this covers .astro and .css as well.
test(`files under src and scripts have at most ${mostLines} lines`, () => {
  const files = globSync('{src,scripts}/**/*.{ts,mjs,astro,css}', { cwd: root });
  expect(files.length).toBeGreaterThan(0);
  const long = files
    .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > mostLines);
  expect(long).toEqual([]);
});
