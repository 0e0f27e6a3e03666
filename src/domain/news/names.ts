import type { StandardContext } from '../standard/rule.ts';
import type { NameToday } from './difference.ts';

/** Reads a link or a reference as it would be written today, after all renames that git saw. */
export function nameToday({ corpus, git }: Pick<StandardContext, 'corpus' | 'git'>): NameToday {
  const today = new Map<string, string>();
  for (const { path } of corpus.entries)
    for (const version of git.versions(path))
      if (version.path !== path)
        for (const form of [withoutEnding, slugOf]) today.set(form(version.path), form(path));
  if (today.size === 0) return (name) => name;
  return (name) => {
    const [, up = '', words = name, rest = ''] = LINK.exec(name) ?? [];
    const known = today.get(words);
    return known === undefined ? name : up + known + rest;
  };
}

/** What leads up, the name of a document in its folder or alone, and what follows it. */
const LINK = /^((?:\.{0,2}\/)*)([^#?]*?)((?:\.mdx|\.yaml|\/)?(?:[#?].*)?)$/s;

const withoutEnding = (path: string): string => path.replace(/\.[a-z]+$/, '');

const slugOf = (path: string): string => withoutEnding(path).replace(/^.*\//, '');
