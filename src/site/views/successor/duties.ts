import { addressOf } from '../../../domain/graph/addresses.ts';
import { type Entry, engagementData } from '../../../domain/graph/corpus.ts';
import { rowsAt, textAt } from '../../../domain/graph/fields.ts';
import { sideOf } from '../../../domain/graph/sides.ts';
import { compareText } from '../../../domain/problems/problem.ts';
import { countsOf } from '../../../domain/readiness/counts.ts';
import { actionsView } from '../actions.ts';
import { counted, dueMark, endMark } from '../days.ts';
import { evaluations, gateMark } from '../evaluations.ts';
import { overviews } from '../overviews.ts';
import { exitPlanOf } from '../ramp.ts';
import { dayOf, nameOf, toneOf } from '../words.ts';
import { type Book, bounded, lookAt, of, type Part, type Reading, reading } from './parts.ts';
import { bears } from './systems.ts';

/** What models are trusted with: the last run on each set of data, and its gate. */
export function baselines(book: Book): Part {
  const last = new Map<string, ReturnType<typeof evaluations>[number]>();
  for (const run of evaluations(book)) {
    const { data, id } = run.entry;
    last.set(textAt(data, 'dataset.id') ?? textAt(data, 'dataset.name') ?? run.gatePath ?? id, run);
  }
  const runs = [...last.values()].reverse().map((run) => ({ run, entry: run.entry }));
  const marks = new Map(runs.map(({ run, entry }) => [entry, gateMark(run)]));
  return {
    id: 'evaluations',
    title: 'What the models are held to',
    question: 'The last run on each set of cases, and the gate that it has to pass.',
    ...bounded(
      runs.map(({ entry }) => entry),
      (entry) => reading(entry, { mark: marks.get(entry) ?? null }),
      { href: '/evals/', name: 'evaluations' },
    ),
    missing:
      runs.length > 0
        ? null
        : 'No evaluation is in this copy: if a model answers anything here, ask what it was measured on before you let it go on.',
  };
}

/** Who is paid, and until when: what ends first comes first. */
export function contracts(book: Book): Part {
  const end = ({ data }: Entry) => textAt(data, 'contract.term_end') ?? '9999';
  const vendors = of(book, 'vendor')
    .filter(({ data }) => data['status'] !== 'retired')
    .toSorted((a, b) => compareText(end(a), end(b)) || compareText(a.id, b.id));
  const toReading = (entry: Entry): Reading => {
    const until = textAt(entry.data, 'contract.term_end');
    const notice = textAt(entry.data, 'contract.termination');
    const terms = [
      until === null
        ? 'No end of its term is written down'
        : `The term ends or renews on ${dayOf(until)}`,
      notice === null ? 'how it is ended is not written down' : `to end it: ${notice}`,
    ];
    const mark = until === null ? null : endMark(until, book.asOf);
    return reading(entry, { why: `${terms.join('; ')}.`, mark });
  };
  return {
    id: 'contracts',
    title: 'Contracts and vendors',
    question: 'What ends or renews by itself, and how each is left.',
    ...bounded(vendors, toReading, { href: '/vendors/', name: 'vendors' }),
    missing:
      vendors.length > 0
        ? null
        : 'No vendor is in this copy: ask finance for every invoice of a product that systems need.',
  };
}

/** Who knows what, and who is being looked for. */
export function people(book: Book): Part {
  const { corpus, asOf } = book;
  const here = of(book, 'person')
    .filter((person) => sideOf(person, corpus) !== 'vendor')
    .filter(({ data }) => !isOver(textAt(data, 'active_to'), asOf))
    .map((person) => ({ person, systems: bears(person, book) }))
    .filter(({ systems }) => systems.length > 0)
    .toSorted(
      (a, b) => b.systems.length - a.systems.length || compareText(a.person.id, b.person.id),
    );
  const known = new Map(here.map(({ person, systems }) => [person, systems]));
  const roles = of(book, 'hiring')
    .filter(({ data }) => !['filled', 'dropped'].includes(textAt(data, 'state') ?? ''))
    .slice(0, 4);
  const found = bounded(
    here.map(({ person }) => person),
    (person) => reading(person, { minutes: 1, why: knows(known.get(person) ?? []) }),
    { href: overviews.ownership.address, name: 'people' },
  );
  return {
    id: 'people',
    title: 'People',
    question: 'Who knows what, and who is still to be found.',
    more: found.more,
    readings: [...found.readings, ...roles.map((role) => hiringReading(role, book))],
    missing:
      here.length > 0
        ? null
        : 'Nobody is named for a system in this copy: ask who is called at night, and begin with them.',
  };
}

const isOver = (until: string | null, asOf: string | null): boolean =>
  until !== null && asOf !== null && until < asOf;

/** Systems named behind a person; their own page has the others. */
const NAMED = 4;

function knows(systems: readonly Entry[]): string {
  const names = systems.slice(0, NAMED).map(nameOf);
  const left = systems.length - names.length;
  return `Answers for ${names.join(', ')}${left > 0 ? ` and ${left} more` : ''}.`;
}

function hiringReading(role: Entry, { asOf }: Book): Reading {
  const state = textAt(role.data, 'state');
  const start = textAt(role.data, 'start_target');
  const due = start === null ? null : dueMark(start, asOf);
  return reading(role, {
    mark: due ?? (state === null ? null : { text: state, tone: toneOf(state) }),
  });
}

/** What was promised and is not done, by whom the newcomer is asked about it. */
export function promises(book: Book): Part {
  const { asOf } = book;
  const waivers = of(book, 'waiver').filter(
    ({ data }) => !isOver(textAt(data, 'expires_on'), asOf),
  );
  const accepted = of(book, 'postmortem').filter(({ data }) =>
    rowsAt(data, 'actions').some(({ state }) => state === 'risk-accepted'),
  );
  const readings: Reading[] = [
    ...states(book),
    ...waivers.slice(0, 4).map((waiver) => waiverReading(waiver, asOf)),
    ...accepted.slice(0, 4).map((entry) =>
      reading(entry, {
        href: `${addressOf(entry)}#_actions`,
        minutes: 1,
        why: 'A risk was accepted here instead of an action.',
      }),
    ),
  ];
  return {
    id: 'promises',
    title: 'Promises that are open',
    question: 'What was put off, accepted or not done, and will be asked of you.',
    readings,
    more:
      waivers.length > 4
        ? { href: overviews.readiness.address, text: `${waivers.length - 4} more waivers` }
        : null,
    missing:
      readings.length > 0
        ? null
        : 'Nothing open is in this copy: no waiver, no action, no accepted risk.',
  };
}

/** The lists of what is open, each with how much of it is late. */
function states({ corpus, asOf, readiness }: Book): Reading[] {
  const { open, overdue } = actionsView({ corpus, asOf });
  const failing = readiness ? countsOf(readiness).errors : 0;
  const { readiness: exit, actions } = overviews;
  const count = open.rows.length;
  const late = overdue > 0 ? ({ text: `${overdue} overdue`, tone: 'bad' } as const) : null;
  return [
    ...(failing === 0
      ? []
      : [
          lookAt(exit.address, exit.title, 'What the exit asks for and does not get.', {
            text: counted(failing, 'error'),
            tone: 'bad',
          }),
        ]),
    ...(count === 0
      ? []
      : [lookAt(actions.address, counted(count, 'open action'), actions.purpose, late)]),
  ];
}

function waiverReading(waiver: Entry, asOf: string | null): Reading {
  const until = textAt(waiver.data, 'expires_on');
  return reading(waiver, {
    minutes: 1,
    why: textAt(waiver.data, 'reason'),
    mark: until === null ? null : endMark(until, asOf),
  });
}

/** The plan for the days after, part by part. */
export function firstDays(book: Book): Part {
  const plan = exitPlanOf(book.corpus);
  const exit = textAt(engagementData(book.corpus), 'exit_on');
  const sections = plan?.outline?.sections ?? [];
  return {
    id: 'first-days',
    title: 'Your first 30, 60 and 90 days',
    question:
      exit === null
        ? 'What is dated already, and what is promised to whom.'
        : `What is dated already, around the exit on ${dayOf(exit)}.`,
    readings: plan
      ? [
          reading(plan, {
            parts: sections.map(({ slug, text }) => ({
              href: `${addressOf(plan)}#${slug}`,
              text,
            })),
          }),
          lookAt(
            overviews.timeline.address,
            overviews.timeline.title,
            'Gates, drills and dates that lie ahead, and how it came to this.',
          ),
        ]
      : [],
    more: null,
    missing: plan
      ? null
      : 'No exit plan is in this copy: ask who leaves, on which day, and what only they can do.',
  };
}
