import { defineRule, withArticle } from '../rule.ts';

type MessageId =
  | 'slug'
  | 'noSlug'
  | 'index'
  | 'ending'
  | 'top'
  | 'folder'
  | 'folderNear'
  | 'number'
  | 'numberTaken';

export const fileName = defineRule<MessageId>({
  id: 'file-name',
  title: 'Files are named after their address',
  why: 'The path is the identity of a document: it is its address, and what other documents write to refer to it.',
  severity: 'error',
  messages: {
    slug: {
      message:
        'The name "{name}" cannot be an address: small letters a-z, digits and hyphens only.',
      fix: 'Rename the file to {expected}.',
    },
    noSlug: {
      message: 'The name "{name}" cannot be an address: it has no letter a-z and no digit.',
      fix: 'Rename the file in small letters a-z, digits and hyphens.',
    },
    index: {
      message:
        'A file named index is no page of its folder: {expected} is a list that the handbook makes.',
      fix: 'Rename the file after what it is about.',
    },
    ending: {
      message: 'The file of {label} ends with .{format}, so this one is not part of the handbook.',
      fix: 'Rename the file to {expected}.',
    },
    top: {
      message:
        'Only engagement.yaml stands beside the folders, so this file is not part of the handbook.',
      fix: 'Move the file to one of: {folders}.',
    },
    folder: {
      message:
        'No document type lives in the folder "{folder}", so this file is not part of the handbook.',
      fix: 'Move the file to one of: {folders}.',
    },
    folderNear: {
      message:
        'No document type lives in the folder "{folder}", so this file is not part of the handbook.',
      fix: 'Move the file to "{expected}".',
    },
    number: {
      message: 'The name of {label} begins with its number, and "{name}" has none.',
      fix: 'Rename the file to something like {expected}.',
    },
    numberTaken: {
      message:
        'The number {number} is taken by {other}; two decisions with one number cannot be cited.',
      fix: 'Rename this file with the next free number, {next}.',
    },
  },
  *check({ corpus }) {
    const numbers = new Map<string, string>();
    const numbered = corpus.entries.filter((entry) => entry.type.numbered);
    const next = nextNumber(numbered);
    for (const entry of numbered) {
      const name = entry.id.split('/').at(-1) ?? '';
      const number = /^\d{4}(?=-)/.exec(name)?.[0];
      const args = { label: withArticle(entry.type.label), name, number: number ?? '' };
      if (number === undefined) {
        yield {
          messageId: 'number',
          path: entry.path,
          position: { kind: 'file' },
          args: { ...args, expected: `${next}-${name}.mdx` },
        };
        continue;
      }
      const key = `${entry.type.name} ${number}`;
      const other = numbers.get(key);
      if (other === undefined) numbers.set(key, entry.path);
      else
        yield {
          messageId: 'numberTaken',
          path: entry.path,
          position: { kind: 'file' },
          args: { ...args, other, next },
        };
    }
  },
});

/** The number, four digits, that follows the highest in use. */
export function nextNumber(entries: readonly { readonly id: string }[]): string {
  const used = entries.map((entry) => Number(/\/(\d{4})-/.exec(entry.id)?.[1] ?? 0));
  const highest = used.reduce((high, number) => Math.max(high, number), 0);
  return String(highest + 1).padStart(4, '0');
}
