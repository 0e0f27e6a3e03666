import { type Entry, entriesOf, slugOf } from '../../graph/corpus.ts';
import { isDay } from '../../graph/days.ts';
import { rowsAt, textAt } from '../../graph/fields.ts';
import { field, wholeFile } from '../../problems/problem.ts';
import { exitPlansOf } from '../facts/exit-plans.ts';
import { isActiveCustomer, nameOf, sideNamed } from '../facts/people.ts';
import { isPlaceholder } from '../facts/words.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

export const own04 = defineStandardRule({
  id: 'OWN-04',
  title: 'Each system has a dated transfer',
  statement:
    'The exit plan has a line for every system: what its new owner is taught, and the days on which that person watches the work, does it watched, and does it alone. At -30 all three days are past.',
  why: 'A system that is in nobody’s line is handed over in the last week, in one hour, by a person who is already gone in thought.',
  sources: [
    { source: 'far-52.237-3', clause: 'training programme and a date for each division of work' },
  ],
  appliesTo: ['exit-plan', 'system'],
  stages: [{ from: '-90', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Give each system a line under `transfers`: system, from, to, training_step, observed_on, reverse_shadow_on and led_on. Days to come are the plan.',
    'A system that the vendor never ran stands under `not_transferred`, with the reason; the customer must own it.',
    'When a system is added, add its line on the same day.',
  ],
  limits: 'That somebody who led the work once can lead it on a bad day; see the drills.',
  messages: {
    noPlan: {
      message: 'There are {count} systems and no exit plan.',
      fix: 'Add one: npm run handbook -- new exit-plan "Exit plan"',
    },
    missing: {
      message: 'It has no line for {system}.',
      fix: 'Add under transfers: system: {system}, training_step, from, to, observed_on, reverse_shadow_on, led_on. If the vendor never ran it, under not_transferred: system: {system}, reason: WHY.',
    },
    notKept: {
      message: '{system} is said not to pass over, and {why}.',
      fix: 'Give it a line under `transfers`, or hand its page on first.',
    },
    taker: {
      message: 'Nobody of the customer takes {system} over: {found}.',
      fix: 'Write: to: SLUG, an active person of the customer.',
    },
    training: {
      message: 'It does not say what the new owner of {system} is taught.',
      fix: 'Write: training_step: what they do with their own hands, and where.',
    },
    undated: {
      message: 'The transfer of {system} has no day for this: {steps}.',
      fix: 'Agree on the days, also those to come, and write: {fields}',
    },
    order: {
      message: 'The days of {system} are out of order: {later} comes before {earlier}.',
      fix: 'Correct them: first observed_on, then reverse_shadow_on, then led_on.',
    },
    afterExit: {
      message: '{system} is first led alone on {day}, after the exit on {exit}.',
      fix: 'Move led_on before the exit, so that somebody can still be asked.',
    },
    open: {
      message: 'This has not happened yet for {system}: {steps}.',
      fix: 'Do it, and write the day on which it was done.',
      from: '-30',
    },
  },
  examples: {
    ok: {
      path: 'exit-plans/brookside.mdx',
      text: 'not_transferred:\n  - { system: fax-archive, reason: Brookside has always run it }\n',
    },
    notOk: { path: 'exit-plans/brookside.mdx', text: 'not_transferred: null\n' },
  },
  *check(context) {
    const systems = entriesOf(context.corpus, 'system').filter(
      ({ readable, data }) => readable && data['status'] !== 'retired',
    );
    const plans = exitPlansOf(context);
    if (plans.length === 0 && systems.length > 0) {
      const args = { count: systems.length };
      yield { messageId: 'noPlan', path: 'engagement.yaml', position: wholeFile, args };
    }
    const lines = linesOf(plans);
    const last = plans.at(-1);
    for (const system of last ? systems : []) {
      const line = lines.get(slugOf(system));
      if (!line) {
        const args = { system: slugOf(system) };
        yield {
          messageId: 'missing',
          path: last?.path ?? '',
          position: field(['transfers']),
          args,
        };
      } else if (line.list === 'transfers') yield* transfer(line, context);
      else yield* kept(line, system, context);
    }
  },
});

/** What a plan says of one system. */
interface Line {
  readonly path: string;
  readonly list: 'transfers' | 'not_transferred';
  readonly index: number;
  readonly system: string;
  readonly row: Entry['data'];
}

/** The line of each system; a transfer counts before a word that there is none. */
const linesOf = (plans: readonly Entry[]): Map<string, Line> =>
  new Map(
    (['not_transferred', 'transfers'] as const).flatMap((list) =>
      plans.flatMap(({ path, data }) =>
        rowsAt(data, list).map((row, index) => {
          const system = textAt(row, 'system') ?? '';
          return [system, { path, list, index, system, row }] as const;
        }),
      ),
    ),
  );

const positionOf = ({ path, list, index }: Line, name: string) => ({
  path,
  position: field([list, index, name]),
});

function* kept(line: Line, { data }: Entry, { corpus }: StandardContext) {
  const { system, row } = line;
  const owner = textAt(data, 'owner') ?? 'nobody';
  const why = isPlaceholder(textAt(row, 'reason') ?? '')
    ? 'no reason is given'
    : sideNamed(corpus, owner) !== 'customer'
      ? `${nameOf(corpus, owner)}, who owns it, is not of the customer`
      : null;
  if (why !== null)
    yield { messageId: 'notKept', ...positionOf(line, 'system'), args: { system, why } } as const;
  else yield { evidence: `${system} stays with ${nameOf(corpus, owner)}`, path: line.path };
}

const STEPS = [
  { name: 'observed_on', words: 'watching' },
  { name: 'reverse_shadow_on', words: 'doing it watched' },
  { name: 'led_on', words: 'doing it alone' },
] as const;

function* transfer(line: Line, context: StandardContext) {
  const { corpus, asOf } = context;
  const { system, row, path } = line;
  const to = textAt(row, 'to');
  if (!isActiveCustomer(corpus, to, asOf)) {
    const found =
      to === null ? 'the field is empty' : `${nameOf(corpus, to)} is not an active person of it`;
    yield { messageId: 'taker', ...positionOf(line, 'to'), args: { system, found } } as const;
  }
  if (isPlaceholder(textAt(row, 'training_step') ?? ''))
    yield {
      messageId: 'training',
      ...positionOf(line, 'training_step'),
      args: { system },
    } as const;
  yield* days(line, context);
  const done = STEPS.every(({ name }) => isDay(row[name]) && row[name] <= asOf);
  if (done && to !== null)
    yield {
      evidence: `${nameOf(corpus, to)} has led ${system} alone since ${row['led_on']}`,
      path,
    };
  else if (isDay(row['led_on']))
    yield { evidence: `${system} is led alone on ${row['led_on']}`, path };
}

function* days(line: Line, { asOf, exitOn }: StandardContext) {
  const { system, row } = line;
  const dated = STEPS.filter(({ name }) => isDay(row[name]));
  const undated = STEPS.filter(({ name }) => !isDay(row[name]));
  if (undated.length > 0) {
    const steps = undated.map(({ words }) => words).join(', ');
    const fields = undated.map(({ name }) => `${name}: YYYY-MM-DD`).join(', ');
    yield {
      messageId: 'undated',
      ...positionOf(line, 'system'),
      args: { system, steps, fields },
    } as const;
  }
  const wrong = dated.find(({ name }, index) => {
    const before = dated[index - 1];
    return before !== undefined && String(row[name]) < String(row[before.name]);
  });
  if (wrong) {
    const earlier = dated[dated.indexOf(wrong) - 1]?.words ?? '';
    const args = { system, later: wrong.words, earlier };
    yield { messageId: 'order', ...positionOf(line, wrong.name), args } as const;
  }
  const led = row['led_on'];
  if (isDay(led) && exitOn !== null && led > exitOn) {
    const args = { system, day: led, exit: exitOn };
    yield { messageId: 'afterExit', ...positionOf(line, 'led_on'), args } as const;
  }
  const ahead = dated.filter(({ name }) => String(row[name]) > asOf);
  if (ahead.length === 0) return;
  const args = {
    system,
    steps: ahead.map(({ name, words }) => `${words} (${row[name]})`).join(', '),
  };
  yield { messageId: 'open', ...positionOf(line, ahead[0]?.name ?? 'led_on'), args } as const;
}
