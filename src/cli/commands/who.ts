import { discretionOf } from '../../domain/checks/discretion.ts';
import { who as definition } from '../../domain/commands/who.ts';
import { type Corpus, type Entry, entriesOf, slugOf, titleOf } from '../../domain/graph/corpus.ts';
import { isDay } from '../../domain/graph/days.ts';
import { textAt, textsOf } from '../../domain/graph/fields.ts';
import { buildGraph } from '../../domain/graph/graph.ts';
import { fieldName } from '../../domain/graph/relations.ts';
import {
  type Responsibility,
  type RoleHeld,
  responsibilitiesOf,
} from '../../domain/graph/responsibilities.ts';
import { sideOf } from '../../domain/graph/sides.ts';
import { suggest } from '../../domain/problems/suggest.ts';
import { identityOf } from '../../domain/standard/facts/people.ts';
import { type Command, type Invocation, optionValue } from '../command.ts';
import { openWorkspace, shownPath } from '../open.ts';
import { wordsAsked } from '../record/asked.ts';
import { noDay } from '../record/day.ts';
import { Refusal } from '../refusal.ts';
import { discreetly } from '../reporters/discreet.ts';
import { cell, table } from '../table.ts';

export const who: Command = {
  ...definition,
  run: (invocation) => {
    const { io, given } = invocation;
    const [word = ''] = wordsAsked(invocation, definition);
    const workspace = openWorkspace(invocation);
    const { corpus } = workspace;
    const discretion = discretionOf(corpus);
    const on = dayAsked(invocation);
    const graph = buildGraph(corpus);
    for (const person of peopleNamed(word, corpus)) {
      const roles = responsibilitiesOf(person, graph, on);
      const show = (path: string) => shownPath(io, workspace.root, path);
      const isJson = optionValue(invocation, 'format') === 'json';
      const written = isJson
        ? asJson(person, roles, on, show)
        : asText(person, roles, corpus, given.has('all'));
      io.stdout(discreetly(written, isJson, discretion));
    }
    return 0;
  },
};

function dayAsked(invocation: Invocation): string {
  const asked = optionValue(invocation, 'on');
  if (asked === undefined) return invocation.io.today;
  if (isDay(asked)) return asked;
  throw noDay('on', asked);
}

/** The records of the person that a word names: by slug, name or address; several where the address is one. */
function peopleNamed(word: string, corpus: Corpus): Entry[] {
  const people = entriesOf(corpus, 'person');
  const wanted = word.trim().toLowerCase();
  const bare = wanted.replace(/^.*\//, '').replace(/\.yaml$/, '');
  const found = people.filter(
    (person) =>
      slugOf(person) === bare ||
      titleOf(person).toLowerCase() === wanted ||
      textAt(person.data, 'email')?.toLowerCase() === wanted,
  );
  const [first] = found;
  if (!first) throw unknown(word, people);
  const same = people.filter(
    (one) => identityOf(corpus, slugOf(one)) === identityOf(corpus, slugOf(first)),
  );
  return [...new Set([...found, ...same])];
}

function unknown(word: string, people: readonly Entry[]): Refusal {
  const near =
    suggest(word, people.map(titleOf)) ??
    suggest(
      word,
      people.flatMap(({ data }) => textAt(data, 'email') ?? []),
    ) ??
    suggest(word, people.map(slugOf));
  const parts = people.filter((one) =>
    titleOf(one).toLowerCase().split(/\s+/).includes(word.toLowerCase()),
  );
  const meant = parts.length > 0 ? parts.map(slugOf).join(' or ') : near;
  const hint = meant
    ? ` Did you mean ${meant}?`
    : ` There are: ${people.map(slugOf).join(', ') || 'none yet'}.`;
  return new Refusal(`No person is called "${word}".${hint}`);
}

function asText(person: Entry, roles: readonly RoleHeld[], corpus: Corpus, isAll: boolean): string {
  const { data } = person;
  const last = textAt(data, 'active_to');
  const facts = [
    textAt(data, 'title'),
    ...textsOf(data, 'roles'),
    sideOf(person, corpus),
    textAt(data, 'email'),
    last && `until ${last}`,
  ];
  const head = `${titleOf(person)} (${[slugOf(person), ...facts].filter(Boolean).join(', ')})\n`;
  const shown = roles.filter(({ isStanding }) => isAll || isStanding);
  const rest = roles.filter((role) => !shown.includes(role));
  const history = rest.map(({ label, held }) => `${label} ${held.length}`).join(', ');
  const parts = shown.map(
    ({ label, held }) => `\n${label}: ${held.length}${overdueIn(held)}\n${table(held.map(lineOf))}`,
  );
  const none = shown.length === 0 ? ['\nNothing falls to somebody else.\n'] : [];
  return [head, ...parts, ...none, ...(history ? [`\nHistory: ${history}\n`] : [])].join('');
}

function overdueIn(held: readonly Responsibility[]): string {
  const late = held.filter(({ isOverdue }) => isOverdue).length;
  return late === 0 ? '' : `, ${late} overdue`;
}

const lineOf = ({ entry, what, due, isOverdue }: Responsibility): string[] => [
  `  ${entry.id}`,
  due === null ? '' : `${isOverdue ? 'overdue since' : 'due'} ${due}`,
  cell(what ?? titleOf(entry), 80),
];

function asJson(
  person: Entry,
  roles: readonly RoleHeld[],
  on: string,
  show: (path: string) => string,
): string {
  const rows = roles.map(({ label, isStanding, held }) => ({
    label,
    standing: isStanding,
    documents: held.map(({ entry, path, what, due, isOverdue }) => ({
      id: entry.id,
      path: show(entry.path),
      title: titleOf(entry),
      field: fieldName(path),
      what,
      due,
      overdue: isOverdue,
    })),
  }));
  const identity = { id: person.id, path: show(person.path), name: titleOf(person) };
  return `${JSON.stringify({ person: identity, on, roles: rows }, null, 2)}\n`;
}
