import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocatedProblem } from '../../src/domain/problems/problem.ts';

const fixtures = join(import.meta.dirname, '../fixtures');

/** The content folder with planted problems. */
export const messy = join(fixtures, 'messy');

/** A problem as it is planted and as it is found: `path:line rule.message`. */
export const keyOf = ({ path, line, ruleId, messageId }: LocatedProblem): string =>
  `${path}:${line} ${ruleId}.${messageId}`;

/** Problems that are marked on their line: `# {rule.message}` in YAML, `«rule.message»` in text. */
export function marked(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const comment = /(?:^|\s)#((?: \{[\w.-]+\})+)\s*$/.exec(line)?.[1] ?? '';
    const marks = [...comment.matchAll(/\{([\w.-]+)\}/g), ...line.matchAll(/«([\w.-]+)»/g)];
    return marks.map(([, key]) => `${path}:${index + 1} ${key}`);
  });
}

/** Problems whose line cannot hold a mark, from the list beside the folder. */
const listed = (): string[] =>
  readFileSync(join(fixtures, 'messy.expected.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** Every planted problem of the folder. */
export function planted(): string[] {
  const paths = readdirSync(messy, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(mdx|yaml)$/.test(path),
  );
  const marks = paths.flatMap((path) => marked(path, readFileSync(join(messy, path), 'utf8')));
  return [...marks, ...listed()];
}
