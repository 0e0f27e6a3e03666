import ignore, { type Ignore } from 'ignore';
import { readInside } from '../../read-inside.ts';

const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'];

interface Rule {
  readonly matcher: Ignore;
  readonly owners: readonly string[];
}

/** Who owns a path of a repository by its CODEOWNERS: the last line that fits, as the servers read it. */
export function codeOwners(top: string): (path: string) => readonly string[] {
  const text = PLACES.map((place) => readIf(top, place)).find((found) => found !== null);
  const rules = rulesOf(text ?? '').reverse();
  return (path) => rules.find(({ matcher }) => matcher.ignores(path))?.owners ?? [];
}

function readIf(top: string, place: string): string | null {
  try {
    return readInside(top, place).toString('utf8');
  } catch {
    return null;
  }
}

function rulesOf(text: string): Rule[] {
  let usual: string[] = [];
  return text.split(/\r?\n/).flatMap((line) => {
    const words = wordsOf(line);
    const section = /^\^?\[[^\]]*\](?:\[\d+\])?/.exec(line.trim());
    if (section) {
      usual = wordsOf(line.trim().slice(section[0].length)).filter(isOwner);
      return [];
    }
    const [pattern, ...named] = words;
    if (pattern === undefined) return [];
    const owners = named.filter(isOwner);
    return [{ matcher: ignore().add(pattern), owners: owners.length > 0 ? owners : usual }];
  });
}

/** The words of a line up to its comment; a space in a pattern is written `\ `. */
function wordsOf(line: string): string[] {
  const words = line.match(/(?:\\.|[^\s\\])+/g) ?? [];
  const comment = words.findIndex((word) => word.startsWith('#'));
  return comment < 0 ? words : words.slice(0, comment);
}

const isOwner = (word: string): boolean => word.includes('@');
