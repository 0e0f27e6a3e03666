import { typeNames } from '../../documents/registry.ts';
import { field } from '../../problems/problem.ts';
import { isActive, nameOf, personNamed } from '../facts/people.ts';
import { defineStandardRule } from '../rule.ts';

export const own01 = defineStandardRule({
  id: 'OWN-01',
  title: 'Every document has an owner who is there',
  statement:
    'Every document has an owner who exists and is active on the day; none is owned by somebody who has left.',
  why: 'A page whose owner left is right until the first change that nobody tells it about. Whoever finds the mistake has nobody to call.',
  sources: [
    { source: 'iso-27001', clause: 'A.5.9' },
    { source: 'readers', clause: 'pages with no active owner' },
  ],
  appliesTo: typeNames,
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Write `owner:` with the slug of a person of `people/`.',
    'When somebody leaves, write `active_to:` in their record, then hand each page on: the page of the person lists what they still own.',
  ],
  limits: 'That the owner knows of it, and reads it.',
  messages: {
    none: {
      message: 'It has no owner.',
      fix: 'Write: owner: SLUG, a person of people/.',
    },
    unknown: {
      message: 'Its owner {owner} is no person of the handbook.',
      fix: 'Correct the slug, or add people/{owner}.yaml.',
    },
    left: {
      message: 'Its owner {name} left on {day}.',
      fix: 'Hand it on: write the slug of somebody who is there after `owner:`.',
    },
    notYet: {
      message: 'Its owner {name} begins on {day}.',
      fix: 'Name who answers for it until then after `owner:`.',
    },
  },
  examples: {
    ok: { path: 'systems/fax-gateway.mdx', text: 'owner: dana-pruett\n' },
    notOk: { path: 'systems/fax-gateway.mdx', text: 'owner: leo-marsh\n' },
  },
  *check({ corpus, asOf }) {
    let owned = 0;
    for (const entry of corpus.entries) {
      if (!entry.readable || !('owner' in entry.type.schema.shape)) continue;
      const { path, data } = entry;
      const owner = data['owner'];
      const at = { path, position: field(['owner']) };
      const person = personNamed(corpus, owner);
      if (typeof owner !== 'string' || owner === '') yield { messageId: 'none', ...at };
      else if (person === null) yield { messageId: 'unknown', ...at, args: { owner } };
      else if (isActive(person, asOf)) owned++;
      else {
        const { active_to: to, active_from: from } = person.data;
        const left = typeof to === 'string' && to < asOf;
        const args = { name: nameOf(corpus, owner), day: String(left ? to : from) };
        yield { messageId: left ? 'left' : 'notYet', ...at, args };
      }
    }
    if (owned > 0) yield { evidence: `${owned} documents have an owner who is active on ${asOf}` };
  },
});
