import type { z } from 'zod';
import type { Entry } from '../../graph/corpus.ts';
import { ofEntry } from '../../graph/once.ts';
import { type FieldSchema, fieldName, fieldSchema } from '../../graph/relations.ts';
import { type FieldPath, field } from '../../problems/problem.ts';
import { suggest } from '../../problems/suggest.ts';
import { defineRule, type Finding, readable, withArticle } from '../rule.ts';
import {
  characters,
  entries,
  exampleOf,
  measureOf,
  nameOfValue,
  schemaAt,
} from './schema-words.ts';

type MessageId =
  | 'unknown'
  | 'unknownNear'
  | 'missing'
  | 'empty'
  | 'type'
  | 'list'
  | 'listNear'
  | 'date'
  | 'value'
  | 'size';

export const schema = defineRule<MessageId>({
  id: 'schema',
  title: 'Fields are known and well formed',
  why: 'A misspelt field is silently absent: a review date that nobody reads, an escalation that nobody calls.',
  severity: 'error',
  messages: {
    unknownNear: {
      message: '`{field}` is no field of {article}: did you mean `{expected}`?',
      fix: 'Write `{expected}`.',
    },
    unknown: {
      message: '`{field}` is no field of {article}.',
      fix: 'Delete it, or use one of: {fields}.',
    },
    missing: {
      message: '`{field}` is missing. {description}',
      fix: 'Add: {example}',
      unfinished: true,
    },
    empty: {
      message: '`{field}` is empty. {description}',
      fix: 'Write: {example}',
      unfinished: true,
    },
    type: {
      message: '`{field}` must be {expected}, and this is {actual}.',
      fix: 'Write: {example}',
    },
    listNear: {
      message: '`{field}` cannot be {actual}: did you mean {expected}?',
      fix: 'Write: {expected}',
    },
    list: { message: '`{field}` cannot be {actual}. {description}', fix: 'Write one of: {words}.' },
    date: {
      message: '`{field}` is {actual}, which is no date of the calendar.',
      fix: 'Write it as {form}.',
    },
    value: { message: '`{field}` {reason}.', fix: 'Write: {example}' },
    size: { message: '`{field}` {reason}.', fix: '{measure}' },
  },
  check: ({ corpus }) => readable(corpus.entries).flatMap(findingsOf),
});

const findingsOf = ofEntry((entry) => {
  const issues = entry.type.schema.safeParse(entry.data).error?.issues ?? [];
  const found = issues.flatMap((issue) => [...findings(entry, issue)]);
  const meant = new Set(
    found
      .filter(({ messageId }) => messageId === 'unknownNear')
      .map(({ args }) => args?.['expected']),
  );
  // A misspelt field is also missing under its right name: one mistake, one problem.
  return found.filter(
    ({ messageId, args }) => messageId !== 'missing' || !meant.has(args?.['field']),
  );
});

type Issue = z.core.$ZodIssue;

function* findings(entry: Entry, issue: Issue): Generator<Finding<MessageId>> {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) yield unknownKey(entry, path, key);
    return;
  }
  const described = schemaAt(fieldSchema(entry.type), path);
  const value = valueAt(entry.data, path);
  const args = {
    field: fieldName(path),
    description: described.description ?? '',
    example: exampleOf(path, described, value),
    actual: nameOfValue(value),
  };
  yield { path: entry.path, position: field(path), ...words(issue, value, described, args) };
}

type Args = Record<'field' | 'description' | 'example' | 'actual', string>;
type Words = Pick<Finding<MessageId>, 'messageId' | 'args'>;

function words(issue: Issue, value: unknown, described: FieldSchema, args: Args): Words {
  if (value === undefined) return { messageId: 'missing', args };
  if (value === null || (typeof value === 'string' && value.trim() === ''))
    return { messageId: 'empty', args };
  if (issue.code === 'invalid_value') return closedList(issue.values, value, args);
  if (issue.code === 'invalid_type')
    return { messageId: 'type', args: { ...args, expected: typeName(described) } };
  if (issue.code === 'invalid_format' && (issue.format === 'date' || issue.format === 'datetime')) {
    const form =
      issue.format === 'date'
        ? 'YYYY-MM-DD, such as 2026-09-01'
        : 'YYYY-MM-DDThh:mm:ssZ in UTC, such as 2026-09-01T14:30:00Z';
    return { messageId: 'date', args: { ...args, form } };
  }
  const measure = measureOf(issue, value, args.example);
  if (measure !== null)
    return { messageId: 'size', args: { ...args, reason: reason(issue), measure } };
  return { messageId: 'value', args: { ...args, reason: reason(issue) } };
}

function closedList(values: readonly unknown[], value: unknown, args: Args): Words {
  const list = values.map(String);
  const expected = suggest(String(value), list);
  return expected === null
    ? { messageId: 'list', args: { ...args, words: list.join(', ') } }
    : { messageId: 'listNear', args: { ...args, expected } };
}

function unknownKey(entry: Entry, path: FieldPath, key: string): Finding<MessageId> {
  const known = Object.keys(schemaAt(fieldSchema(entry.type), path).properties ?? {});
  const expected = suggest(key, known);
  const article = path.length > 0 ? `\`${fieldName(path)}\`` : withArticle(entry.type.label);
  return {
    messageId: expected === null ? 'unknown' : 'unknownNear',
    path: entry.path,
    position: field([...path, key], 'key'),
    args: { field: key, article, expected: expected ?? '', fields: known.join(', ') },
  };
}

/** What a value broke, in words that follow the field's name. */
function reason(issue: Issue): string {
  switch (issue.code) {
    case 'too_big':
      if (issue.origin === 'array') return `has more than ${entries(issue.maximum)}`;
      return issue.origin === 'string'
        ? `is longer than ${characters(issue.maximum)}`
        : `must be ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`;
    case 'too_small':
      if (issue.origin === 'array') return `needs at least ${entries(issue.minimum)}`;
      return issue.origin === 'string'
        ? `is shorter than ${characters(issue.minimum)}`
        : `must be ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`;
    case 'invalid_format':
      return /^must/.test(issue.message)
        ? issue.message
        : `is no ${formatNames[issue.format] ?? issue.format}`;
    default:
      return /^[a-z]/.test(issue.message) ? issue.message : 'is not well formed';
  }
}

const formatNames: Readonly<Record<string, string>> = {
  email: 'e-mail address',
  url: 'https address',
};

const typeName = (described: FieldSchema): string => {
  const names: Readonly<Record<string, string>> = {
    array: 'a list',
    boolean: 'true or false',
    integer: 'a whole number',
    number: 'a number',
    object: 'a block of fields',
    string: 'text',
  };
  return names[described.type ?? 'string'] ?? 'text';
};

function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    data,
  );
}
