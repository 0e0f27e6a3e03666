import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { namesPath } from '../../src/domain/editor/files.ts';
import { editorFolder, planEditor } from '../../src/workspace/editor.ts';
import { readWorkspace } from '../../src/workspace/read-corpus.ts';

const root = join(import.meta.dirname, '../..');
const content = join(root, 'content');

test('the files of the editor are those that the types and components give', () => {
  const { corpus } = readWorkspace(content);
  const { files, refused } = planEditor(content, corpus, root);
  // Names may be older than the content: nothing is refused for it, and every new person would break the build.
  const stale = [...files.keys()].filter(
    (path) => path !== namesPath && !path.startsWith('.astro/'),
  );
  expect(stale, 'These files are stale. Run: npm run handbook -- schemas').toEqual([]);
  expect(refused).toEqual([]);
});

test('they are those of the folder content', () => {
  expect(editorFolder(content)).toBe(root);
  expect(editorFolder(join(root, 'docs/example'))).toBeNull();
});

test('every schema that the settings name is there', () => {
  const settings = JSON.parse(readFileSync(join(root, '.vscode/settings.json'), 'utf8'));
  const missing = Object.keys(settings['yaml.schemas']).filter(
    (path) => !existsSync(join(root, path)),
  );
  expect(missing).toEqual([]);
});
