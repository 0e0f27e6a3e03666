import { defineRule } from '../rule.ts';

type MessageId = 'slug' | 'ending' | 'folder' | 'folderNear' | 'number' | 'numberTaken';

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
    ending: {
      message: 'A {label} is written in a .{format} file, so this one is not part of the handbook.',
      fix: 'Rename the file to {expected}.',
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
      message: 'A {label} begins with its number, and "{name}" has none.',
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
    for (const entry of numbered) {
      const name = entry.id.split('/').at(-1) ?? '';
      const number = /^\d{4}(?=-)/.exec(name)?.[0];
      const args = { label: entry.type.label.toLowerCase(), name, number: number ?? '' };
      if (number === undefined) {
        yield {
          messageId: 'number',
          path: entry.path,
          position: { kind: 'file' },
          args: { ...args, expected: `${nextNumber(numbered)}-${name}.mdx` },
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
          args: { ...args, other, next: nextNumber(numbered) },
        };
    }
  },
});

/** The number, four digits, that follows the highest in use. */
export function nextNumber(entries: readonly { readonly id: string }[]): string {
  const used = entries.map((entry) => Number(/\/(\d{4})-/.exec(entry.id)?.[1] ?? 0));
  return String(Math.max(0, ...used) + 1).padStart(4, '0');
}
