import { expect, test } from 'vitest';
import { typeNamed } from '../../src/domain/documents/registry.ts';
import { withEdits } from '../../src/workspace/refactor/edit.ts';
import { type Fields, fieldsIn, valueEdit } from '../../src/workspace/refactor/edit-fields.ts';
import { listEdits } from '../../src/workspace/refactor/edit-lists.ts';

const read = (yaml: string): Fields => {
  const fields = fieldsIn(yaml, 'a.yaml');
  if (fields === null) throw new Error(`not read: ${yaml}`);
  return fields;
};

test.each([
  ['owner: old # old\n', ['owner'], 'owner: new # old\n'],
  ['a: \'old\'\nb: "old"\n', ['b'], 'a: \'old\'\nb: "new"\n'],
  ['systems: [ other,  "old" ,x]\n', ['systems', 1], 'systems: [ other,  "new" ,x]\n'],
  [
    'a:\n  # one\n  - who: old\n    why: old\n',
    ['a', 0, 'who'],
    'a:\n  # one\n  - who: new\n    why: old\n',
  ],
  ['a: >-\n  old\nb: 1\n', ['a'], 'a: >-\n  new\nb: 1\n'],
  ['a: "\\u006fld"\nb: 1\n', ['a'], 'a: new\nb: 1\n'],
])('%j', (yaml, path, after) => {
  const edit = valueEdit(read(yaml), path, 'new');
  expect(withEdits(yaml, edit ? [edit] : [])).toBe(after);
});

test.each(['1e3', 'true', 'null', '0x1f', '2026'])('a name such as %s stays a text', (name) => {
  const edit = valueEdit(read('a: old\n'), ['a'], name);
  expect(withEdits('a: old\n', edit ? [edit] : [])).toBe(`a: "${name}"\n`);
});

const runbook = typeNamed('runbook');

test.each([
  ['no aliases yet', 'title: A\nsummary: B\n', 'title: A\nsummary: B\naliases: [/o/]\n'],
  [
    'fields of the type follow',
    'title: A\ncreated: 2026-01-01 # c\n\n# of the type\nseverity: 2\n',
    'title: A\ncreated: 2026-01-01 # c\naliases: [/o/]\n\n# of the type\nseverity: 2\n',
  ],
  ['a list in a line', 'aliases: [ /x/ ] # c\n', 'aliases: [/x/, /o/] # c\n'],
  ['the new address was one', 'aliases: [/n/, /x/]\n', 'aliases: [/x/, /o/]\n'],
  ['it is there already', 'aliases: [/o/]\n', 'aliases: [/o/]\n'],
  ['lines', 'aliases:\n  - /x/ # c\ntitle: A\n', 'aliases:\n  - /x/ # c\n  - /o/\ntitle: A\n'],
  ['lines, one goes', 'aliases:\n- /n/\n- "/x/"\n', 'aliases:\n- "/x/"\n- /o/\n'],
  ['lines, the only one goes', 'aliases:\n  - /n/\nseverity: 2\n', 'aliases: [/o/]\nseverity: 2\n'],
])('an old address is kept: %s', (_, before, after) => {
  const change = { field: 'aliases', add: '/o/', remove: '/n/' };
  if (!runbook) throw new Error('no such type');
  expect(withEdits(before, listEdits(read(before), runbook, change))).toBe(after);
});
