import { relativePath, resolvePath } from '../../body/target.ts';
import { entriesOf } from '../../graph/corpus.ts';
import { valuesAt } from '../../graph/graph.ts';
import { fieldName, fileFields } from '../../graph/relations.ts';
import { field } from '../../problems/problem.ts';
import { suggester } from '../../problems/suggest.ts';
import { defineRule, readable } from '../rule.ts';

export const files = defineRule({
  id: 'files',
  title: 'Files named in fields exist',
  why: 'A report whose results file is missing cannot be checked by anybody.',
  severity: 'error',
  messages: {
    none: {
      message: '`{field}`: there is no file {path}.',
      fix: 'Correct the path, or add the file. Paths are relative to this document.',
      unfinished: true,
    },
    near: {
      message: '`{field}`: there is no file {path}; did you mean {expected}?',
      fix: 'Write: {expected}',
      unfinished: true,
    },
  },
  *check({ corpus }) {
    const suggestion = suggester(corpus.assets);
    for (const use of fileFields) {
      for (const entry of readable(entriesOf(corpus, use.from))) {
        for (const { path, value } of valuesAt(entry.data, use.field)) {
          if (typeof value !== 'string' || value === '') continue;
          const target = resolvePath(entry.path, value);
          if (target !== null && corpus.assets.has(target)) continue;
          const near = target === null ? null : suggestion(target);
          const expected = near === null ? '' : relativePath(entry.path, near);
          yield {
            messageId: near === null ? 'none' : 'near',
            path: entry.path,
            position: field(path),
            args: { field: fieldName(path), path: value, expected },
          };
        }
      }
    }
  },
});
