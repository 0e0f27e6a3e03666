import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

type Library = typeof import('beautiful-mermaid');

let library: Library | undefined;

/** The library that draws; loading it takes a tenth of a second, so it waits for the first diagram. */
export function mermaid(): Library {
  // Its package names no entry for `require`, only for `import`.
  const entry = () => fileURLToPath(import.meta.resolve('beautiful-mermaid'));
  library ??= createRequire(import.meta.url)(entry()) as Library;
  return library;
}
