import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { walk } from '../walk.ts';

/** Where the built site of a content folder lies: dist/ of the repository at `top`, else of the program, if its last build was of that folder. */
export function builtFolder(top: string, root: string, program: string): string {
  const own = join(top, 'dist');
  return !existsSync(own) && wasBuiltFrom(root, program) ? join(program, 'dist') : own;
}

/** What keeps a folder from being the built handbook of `root`, in sentences. */
export function builtGaps(folder: string, root: string): string[] {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return [`There is no built site in ${folder}. ${how(root)}`];
  if (!POLICY.test(readFileSync(page, 'utf8')) || !existsSync(join(folder, SEARCH)))
    return [
      `The site in ${folder} was not built by this program: its first page has no policy of the handbook, or there is no search index. ${how(root)}`,
    ];
  return newest(root) > statSync(page).mtimeMs
    ? [`The site in ${folder} is older than the documents. Build it again.`]
    : [];
}

const how = (root: string): string =>
  `Build it first with \`npm run build -- --content ${root}\` in the folder of the program, or name the folder with --built.`;

const POLICY = /<meta http-equiv="Content-Security-Policy" content="default-src 'none';/;
const SEARCH = 'search-index/names.json';

/** What scripts/lib/last-build.ts keeps tells which folder the program's dist/ was built from. */
function wasBuiltFrom(root: string, program: string): boolean {
  try {
    const stamp = join(program, 'node_modules/.cache/handbook/last-build.json');
    const { content, dist } = JSON.parse(readFileSync(stamp, 'utf8'));
    const home = statSync(join(program, 'dist/index.html'));
    return (
      dist === `${home.ino} ${home.mtimeMs} ${home.size}` && realpathSync(String(content)) === root
    );
  } catch {
    return false;
  }
}

const newest = (root: string): number =>
  Math.max(
    0,
    ...walk(root).flatMap(({ path, trouble }) =>
      trouble === null && !path.startsWith('proofs/') ? [statSync(join(root, path)).mtimeMs] : [],
    ),
  );
