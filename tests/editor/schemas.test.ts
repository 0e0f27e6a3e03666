import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { typeNamed, types } from '../../src/domain/documents/registry.ts';
import type { Entry } from '../../src/domain/graph/corpus.ts';
import { readWorkspace } from '../../src/workspace/read-corpus.ts';
import { mutationsOf } from './mutations.ts';
import { validatorsOf } from './validators.ts';

const root = join(import.meta.dirname, '../..');
const read = (folder: string) => readWorkspace(join(root, folder)).corpus;
const folders = ['content', 'docs/example', 'docs/project', 'tests/fixtures/messy'];
const entries = folders.flatMap((folder) => read(folder).entries).filter((one) => one.readable);
// The names are those of another folder: a document that they do not know is right all the same.
const validatorOf = validatorsOf(read('docs/project'));

const isRight = ({ type, data }: Pick<Entry, 'type' | 'data'>) =>
  type.schema.safeParse(data).success;

test('every type has a document to try', () => {
  const tried = new Set(entries.filter(isRight).map(({ type }) => type.name));
  expect(types.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
});

describe('the editor and the check agree', () => {
  test('on every document of the handbook and of the messy one', () => {
    const verdicts = entries.map(({ path, type, data }) => {
      const validate = validatorOf(type.name);
      return { path, editor: validate(data), check: isRight({ type, data }) };
    });
    expect(verdicts.filter(({ editor, check }) => editor !== check)).toEqual([]);
    expect(verdicts.filter(({ check }) => !check).length).toBeGreaterThan(5);
  });

  test.each(types.map(({ name }) => name))('on documents of %s with one mistake', (name) => {
    const type = typeNamed(name);
    const right = entries.filter((entry) => entry.type === type && isRight(entry)).slice(0, 3);
    if (!type) throw new Error(name);
    let wrong = 0;
    const differing = right.flatMap(({ data }) =>
      mutationsOf(data).flatMap(({ what, data: mutated }) => {
        const check = isRight({ type, data: mutated });
        if (!check) wrong++;
        const editor = validatorOf(name)(mutated);
        return editor === check ? [] : [`${what}: the editor says ${editor}`];
      }),
    );
    expect(new Set(differing)).toEqual(new Set());
    expect(wrong).toBeGreaterThan(20);
  });
});

// A schema cannot call the parser of web addresses: the editor is the milder one, never the other way round.
test.each([['an address without a host', 'alert', { runbook_url: 'https://' }]])(
  'what the editor lets pass: %s',
  (_, name, change) => {
    const type = typeNamed(name);
    const entry = entries.find((one) => one.type === type && isRight(one));
    if (!type || !entry) throw new Error(name);
    const data = { ...entry.data, ...change };
    expect({ check: isRight({ type, data }), editor: validatorOf(name)(data) }).toEqual({
      check: false,
      editor: true,
    });
  },
);
