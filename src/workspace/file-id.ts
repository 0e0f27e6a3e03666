import { pageAddress } from '../domain/body/target.ts';
import { problemOf } from '../domain/checks/rule.ts';
import { fileName } from '../domain/checks/rules/file-name.ts';
import type { TypeDefinition } from '../domain/documents/define.ts';
import { type Problem, wholeFile } from '../domain/problems/problem.ts';

/** The id of a file, and what is wrong with its name: an address is made of a-z, digits and hyphens. */
export function identify(path: string, type: TypeDefinition): { id: string; problems: Problem[] } {
  const stem = path.replace(/\.[^./]+$/, '');
  const id = stem
    .split('/')
    .map((part) => slugify(part) || codes(part))
    .join('/');
  const name = path.slice(type.folder === '' ? 0 : type.folder.length + 1);
  const problem = (messageId: 'slug' | 'noSlug' | 'index', expected: string) => [
    problemOf(fileName, { messageId, path, position: wholeFile, args: { name, expected } }),
  ];
  if (stem.split('/').some((part) => slugify(part) === ''))
    return { id, problems: problem('noSlug', '') };
  if (id !== stem) return { id, problems: problem('slug', `${id}.${type.format}`) };
  return { id, problems: id.endsWith('/index') ? problem('index', pageAddress(type.folder)) : [] };
}

/** A name of its own for a part without letters a-z: the code points of its characters. */
const codes = (part: string): string =>
  [...part].map((character) => `u${character.codePointAt(0)?.toString(16)}`).join('-');

/** Text as a part of an address: ASCII letters, digits and single hyphens. */
export const slugify = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
