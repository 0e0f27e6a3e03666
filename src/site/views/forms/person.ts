import { type Entry, engagementData } from '../../../domain/graph/corpus.ts';
import { textAt } from '../../../domain/graph/fields.ts';
import { sideOf } from '../../../domain/graph/sides.ts';
import type { Fact, Value } from '../values.ts';
import { linkTo } from '../values.ts';
import { dayOf } from '../words.ts';
import type { Form, FormInput, FormOf, Notice } from './form.ts';
import { linkList, markedLink } from './links.ts';
import { owedSection } from './owed.ts';
import { fact, factAt, words } from './read.ts';

/** A person: whose, how to reach, and what rests on them. */
export const personForm: FormOf = (input): Form => {
  const owed = owedSection(input);
  return {
    shown: ['email', 'side', 'roles', 'active_from', 'active_to'],
    notices: gone(input),
    lead: [
      {
        kind: 'facts',
        facts: [
          ...fact('Belongs to', sideWords(input)),
          ...factAt(input, 'email'),
          ...factAt(input, 'roles'),
          ...factAt(input, 'active_from', 'Here since'),
          ...factAt(input, 'active_to', 'Until'),
        ],
      },
    ],
    owes: owed.length > 0,
    sections: [
      ...owed,
      {
        id: '_resting',
        title: 'What rests on this person',
        blocks: [{ kind: 'facts', facts: resting(input) }],
      },
    ],
  };
};

function sideWords({ entry, corpus }: FormInput): Value | null {
  const side = sideOf(entry, corpus);
  if (side === null) return null;
  const name = textAt(engagementData(corpus), `${side}.name`);
  return words(name === null ? `The ${side}` : `${name} (${side})`);
}

function gone({ entry, asOf }: FormInput): Notice[] {
  const last = textAt(entry.data, 'active_to');
  const left = last !== null && asOf !== null && last < asOf.slice(0, 10);
  return left
    ? [{ tone: 'attention', title: `No longer here: the last day was ${dayOf(last)}.`, text: null }]
    : [];
}

const called = 'Is called in';

/** Fields by which something rests on a person, and how the page says it. */
const duties: Readonly<Record<string, string>> = {
  owner: 'Owns',
  backup_owner: 'Backup owner of',
  successor: 'Is named successor of',
  'escalation.*.person': called,
  'auth.key_custody': 'Holds credentials of',
  'phi.key_custodian': 'Holds encryption keys of',
  'actions.*.owner': 'Has actions in',
};

function resting(input: FormInput): Fact[] {
  const found = Map.groupBy(input.graph.incoming(input.entry), ({ relation }) =>
    relation.field.join('.'),
  );
  const facts = Object.entries(duties).flatMap(([field, label]) => {
    const entries = [...new Set((found.get(field) ?? []).map(({ from }) => from))];
    if (field === 'owner') return ownedByType(label, entries);
    return labelled(label, entries);
  });
  return facts.length > 0 ? facts : fact('Owns', words('Nothing yet'));
}

/** Owned documents are many: one line for each type. */
const ownedByType = (label: string, entries: readonly Entry[]): Fact[] =>
  [...Map.groupBy(entries, ({ type }) => type)].flatMap(([type, owned]) =>
    fact(`${label} ${lower(type.plural)} (${owned.length})`, linkList(owned)),
  );

/** A label within a sentence; abbreviations keep their capitals. */
const lower = (label: string): string =>
  /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);

const labelled = (label: string, entries: readonly Entry[]): Fact[] =>
  fact(
    entries.length > 1 ? `${label} (${entries.length})` : label,
    linkList(entries, label === called ? markedLink : linkTo),
  );
