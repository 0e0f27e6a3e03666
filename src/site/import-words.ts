import type { Entry } from '../domain/graph/corpus.ts';
import type { Handbook } from './handbook.ts';

/** Which imported documents no copy holds and what to do about it: for whoever builds. */
export function importWords({
  verdict: { leftOut, homeless },
  discretion,
}: Pick<Handbook, 'verdict' | 'discretion'>): string[] {
  const list = (entries: readonly Entry[]) =>
    listed(entries.map(({ path }) => discretion.path(path)));
  const words: string[] = [];
  if (leftOut.size > 0)
    words.push(
      `Left out of every copy, because ${leftOut.size === 1 ? 'it was' : 'they were'} imported with the errors above; the rest is built:`,
      list([...leftOut]),
      'Correct what is wrong and build again. Until then links to them are plain words.',
    );
  if (homeless.length > 0)
    words.push(
      `In no copy, because ${homeless.length === 1 ? 'it does' : 'they do'} not say for whom:`,
      list(homeless),
      'Write `audience` into each; or into engagement.yaml, under `imported`, one `audience` for all of them.',
    );
  return words;
}

const SHOWN = 20;

const listed = (paths: readonly string[]): string =>
  [
    ...paths.slice(0, SHOWN).map((path) => `  ${path}`),
    ...(paths.length > SHOWN ? [`  and ${paths.length - SHOWN} more`] : []),
  ].join('\n');
