import { typeNames } from '../../documents/registry.ts';
import type { Entry } from '../../graph/corpus.ts';
import { textAt, textsOf } from '../../graph/fields.ts';
import { valuesAt } from '../../graph/graph.ts';
import { type FieldPath, field } from '../../problems/problem.ts';
import { isActive, nameOf, personNamed } from '../facts/people.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

export const cmp04 = defineStandardRule({
  id: 'CMP-04',
  title: 'Who needs a document can read it',
  statement:
    'Each document can be read by its owner, backup owner, successor and reviewer, and each runbook by everybody in its escalation chain: its audience holds a group that they are in.',
  why: 'The pager rings, the link opens, and the page does not exist in the copy that this person has. Nothing is as well protected as a runbook that its own on-call cannot open.',
  sources: [{ source: 'hipaa-164.316', clause: '(b)(2)(ii)' }],
  appliesTo: typeNames,
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Write into the record of each person the groups that they are in: groups: [engineering].',
    'Where a person cannot read what they answer for, widen `audience`, or name somebody who can.',
  ],
  // Until -30 a person without groups is taken to read everything: most handbooks begin without them, and
  // an error for each page of each such person would hide the few that matter.
  limits:
    'That the group in the record is the one whose copy the person really has. Until 30 days before the exit, a person whose groups are not recorded is taken to read everything.',
  messages: {
    shut: {
      message: 'Its {role} {name} cannot read it: it is for {audience}, and {name} is in {groups}.',
      fix: 'Add one of {groups} to `audience`, or name somebody who is in {audience}.',
    },
    noGroups: {
      message:
        'It is not recorded which groups {name} is in, who has to read {count} of the documents.',
      fix: 'Write: groups: [ ], with the audiences of engagement.yaml whose copy {name} reads',
      from: '-30',
    },
  },
  examples: {
    ok: { path: 'systems/fax-gateway.mdx', text: 'audience: [engineering, leadership]\n' },
    notOk: { path: 'systems/fax-gateway.mdx', text: 'audience: [leadership]\n' },
  },
  *check(context) {
    const { corpus } = context;
    const unknown = new Map<Entry, number>();
    let met = 0;
    for (const entry of corpus.entries) {
      const audience = textsOf(entry.data, 'audience');
      // A record without an audience belongs to everybody.
      if (!entry.readable || audience.length === 0 || entry.data['status'] === 'retired') continue;
      for (const { person, role, path } of readersOf(entry, context)) {
        const groups = textsOf(person.data, 'groups');
        if (groups.length === 0) unknown.set(person, (unknown.get(person) ?? 0) + 1);
        else if (groups.some((group) => audience.includes(group))) met++;
        else {
          const name = nameOf(corpus, person.id.replace('people/', ''));
          const args = { role, name, audience: audience.join(', '), groups: groups.join(', ') };
          yield { messageId: 'shut', path: entry.path, position: field(path), args };
        }
      }
    }
    for (const [{ path, data, id }, count] of unknown) {
      const args = { name: textAt(data, 'name') ?? id, count };
      yield { messageId: 'noGroups', path, position: field(['name']), args };
    }
    if (met > 0) yield { evidence: `in ${met} cases, who answers for a document can read it` };
  },
});

const ROLES: readonly (readonly [role: string, ...path: string[]])[] = [
  ['owner', 'owner'],
  ['backup owner', 'backup_owner'],
  ['successor', 'successor'],
  ['reviewer', 'reviewed_by'],
  ['contact of the escalation chain,', 'escalation', '*', 'person'],
];

/** Everybody who is there and has to read an entry, with the field that says so. */
function* readersOf(
  { data }: Entry,
  { corpus, asOf }: StandardContext,
): Generator<{ person: Entry; role: string; path: FieldPath }> {
  const seen = new Set<Entry>();
  for (const [role, ...at] of ROLES) {
    for (const { path, value } of valuesAt(data, at)) {
      const person = personNamed(corpus, value);
      if (person === null || seen.has(person) || !isActive(person, asOf)) continue;
      seen.add(person);
      yield { person, role, path };
    }
  }
}
