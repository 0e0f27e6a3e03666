import { pageAddress } from '../../body/target.ts';
import { addressOf, isReserved } from '../../graph/addresses.ts';
import { valuesAt } from '../../graph/graph.ts';
import { field } from '../../problems/problem.ts';
import { defineRule, readable } from '../rule.ts';

export const aliases = defineRule({
  id: 'aliases',
  title: 'Old addresses lead to one document',
  why: 'Alerts, tickets and bookmarks keep old addresses for years; each must still open the right page.',
  severity: 'error',
  messages: {
    form: {
      message: 'The alias "{alias}" is no address of this site.',
      fix: 'Write the old address with a slash at both ends: {expected}',
    },
    page: {
      message:
        'The alias {alias} is the address of a page that exists ({other}), so it can never lead here.',
      fix: 'Delete the alias, or rename the other page.',
    },
    taken: {
      message: 'The alias {alias} already leads to {other}.',
      fix: 'Keep it in one of the two documents.',
    },
  },
  *check({ corpus }) {
    const pages = new Map([...corpus.byId.values()].map((entry) => [addressOf(entry), entry.path]));
    const seen = new Map<string, string>();
    for (const entry of readable(corpus.entries)) {
      for (const { path, value } of valuesAt(entry.data, ['aliases', '*'])) {
        if (typeof value !== 'string') continue;
        const where = { path: entry.path, position: field(path) };
        const alias = pageAddress(value);
        const other = pages.get(alias) ?? (isReserved(alias) ? 'the handbook itself' : undefined);
        const taken = seen.get(alias);
        if (!isAddress(value))
          yield {
            messageId: 'form',
            ...where,
            args: { alias: value, expected: suggestion(value) },
          };
        else if (other !== undefined)
          yield { messageId: 'page', ...where, args: { alias: value, other } };
        else if (taken !== undefined)
          yield { messageId: 'taken', ...where, args: { alias: value, other: taken } };
        seen.set(alias, entry.path);
      }
    }
  },
});

const isAddress = (value: string): boolean =>
  /^\/([\p{L}\p{N}._~-]+\/)+$/u.test(value) && !/\/\.{1,2}\//.test(value);

const suggestion = (value: string): string =>
  pageAddress(
    value
      .replace(/^https?:\/\/[^/]+/, '')
      .replace(/\.(mdx?|html)$/, '')
      .replaceAll(/[^\p{L}\p{N}./_~-]+/gu, '-')
      .replaceAll('..', ''),
  );
