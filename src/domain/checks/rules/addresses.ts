import { addressOf, isReserved } from '../../graph/addresses.ts';
import type { Entry } from '../../graph/corpus.ts';
import { wholeFile } from '../../problems/problem.ts';
import { defineRule } from '../rule.ts';

export const addresses = defineRule({
  id: 'addresses',
  title: 'Every document has an address of its own',
  why: 'Of two documents at one address a reader sees one, and nobody can say which.',
  severity: 'error',
  messages: {
    taken: {
      message: 'The address {address} is already taken by {other}.',
      fix: 'Rename this file, or merge the two documents.',
    },
    reserved: {
      message: 'The address {address} belongs to a page that the handbook makes itself.',
      fix: 'Rename the file.',
    },
  },
  *check({ corpus }) {
    const holders = new Map<string, Entry>();
    for (const entry of corpus.entries) {
      const address = addressOf(entry);
      // Of two files the one that is named as its address is keeps it.
      if (!holders.has(address) || isNamedSo(entry)) holders.set(address, entry);
    }
    for (const entry of corpus.entries) {
      const address = addressOf(entry);
      const other = holders.get(address)?.path ?? entry.path;
      const where = { path: entry.path, position: wholeFile };
      if (other !== entry.path) yield { messageId: 'taken', ...where, args: { address, other } };
      else if (isReserved(address)) yield { messageId: 'reserved', ...where, args: { address } };
    }
  },
});

const isNamedSo = ({ id, path, type }: Entry): boolean => path === `${id}.${type.format}`;
