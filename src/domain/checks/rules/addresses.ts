import { addressOf, reservedAddresses } from '../../graph/addresses.ts';
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
    const seen = new Map<string, string>();
    for (const entry of corpus.entries) {
      const address = addressOf(entry);
      const other = seen.get(address);
      const where = { path: entry.path, position: wholeFile };
      if (other !== undefined) yield { messageId: 'taken', ...where, args: { address, other } };
      else if (reservedAddresses.has(address))
        yield { messageId: 'reserved', ...where, args: { address } };
      else seen.set(address, entry.path);
    }
  },
});
