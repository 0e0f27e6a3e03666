import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { checkCorpus } from '../../src/domain/checks/run.ts';
import { nextOf, standingOf, stateOf } from '../../src/site/onboarding/journey.ts';
import {
  after,
  type Deed,
  FIRST_CHANGE,
  type PathRecord,
  type Progress,
  recordOf,
  stepOf,
} from '../../src/site/onboarding/progress.ts';
import { keptText, pathRecordIn, progressIn } from '../../src/site/onboarding/read-progress.ts';
import { recordFileName, recordText } from '../../src/site/onboarding/record-file.ts';
import { recordIn, yamlOptions } from '../../src/site/onboarding/record-read.ts';
import { standingWords } from '../../src/site/onboarding/words.ts';
import { pathView } from '../../src/site/views/onboarding/path.ts';
import { placesOf } from '../../src/site/views/onboarding/places.ts';
import { rolesOf } from '../../src/site/views/onboarding/roles.ts';
import { locate } from '../../src/workspace/locate.ts';
import { readWorkspace, withText } from '../../src/workspace/read-corpus.ts';
import { corpusOf, entryOf } from '../domain/values.ts';
import { factsOfLead, formOf } from './forms.ts';

const path = 'onboarding/night';
const on = '2026-11-20';
const digest = 'aaaaaaaaaaaa';
const step = (number: number, key: string, part: string | null = null) => ({
  ...{ number, key, title: key, href: `/${key}/`, minutes: 30, part, digest },
});
const route = {
  ...{ path, title: 'Nights', href: `/${path}/`, hasChange: true },
  steps: [step(1, 'systems/a', 'week-1'), step(2, 'systems/b', 'month-1')],
};
const did = (...deeds: readonly Deed[]): Progress => deeds.reduce(after, [] as Progress);
const tick = (name: string, day = on): Deed => ({
  ...{ kind: 'tick' as const, path, step: name, on: day },
  digest: name === FIRST_CHANGE ? null : digest,
});
const recordAfter = (...deeds: readonly Deed[]): PathRecord => {
  const record = recordOf(did(...deeds), path);
  if (!record) throw new Error('not started');
  return record;
};

describe('progress', () => {
  it('starts with a tick or on purpose, never by opening a page', () => {
    expect(did({ kind: 'open', path, step: 'systems/a', on })).toEqual([]);
    expect(did(tick('systems/a'))).toHaveLength(1);
    const opened = recordAfter(
      { kind: 'start', path, on },
      { kind: 'open', path, step: 'systems/a', on },
    );
    expect(stateOf(opened, step(1, 'systems/a'))).toBe('opened');
    expect(nextOf(route, opened)).toMatchObject({ kind: 'step', step: { key: 'systems/a' } });
  });

  it('leads from step to step, then to the first change, then to what changed', () => {
    const next = (...deeds: readonly Deed[]) => {
      const found = nextOf(route, recordOf(did(...deeds), path));
      return 'step' in found ? `${found.kind} ${found.step.key}` : found.kind;
    };
    expect(next()).toBe('step systems/a');
    expect(next(tick('systems/b'))).toBe('step systems/a');
    expect(next(tick('systems/a'))).toBe('step systems/b');
    expect(next(tick('systems/a'), tick('systems/b'))).toBe('change');
    const all = [tick('systems/a'), tick('systems/b'), tick(FIRST_CHANGE)];
    expect(next(...all)).toBe('finished');
    expect(
      next(...all, { kind: 'tick', path, step: 'systems/b', digest: 'bbbbbbbbbbbb', on }),
    ).toBe('again systems/b');
    expect(next(...all, { kind: 'untick', path, step: 'systems/a', on })).toBe('step systems/a');
    expect(did(...all, { kind: 'clear', path, on })).toEqual([]);
  });

  it('says what is left of the whole and of each part', () => {
    expect(standingWords(standingOf(route, recordAfter(tick('systems/a'))))).toBe(
      '1 of 2 steps done · 30 minutes left · 1 step left in month 1 (30 minutes)',
    );
    const all = recordAfter(tick('systems/a', '2026-11-22'), tick('systems/b'), tick(FIRST_CHANGE));
    expect(standingOf(route, all).completed).toBe('2026-11-22');
    expect(standingOf(route, recordAfter(tick('systems/a'))).completed).toBeNull();
  });

  it('joins what was ticked on two machines by the later day', () => {
    const there = recordAfter(tick('systems/a', '2026-11-25'), tick('systems/b'));
    const here = did(tick('systems/a', '2026-11-01'), { kind: 'bring', path, record: there, on });
    const joined = recordOf(here, path);
    expect(joined?.started).toBe('2026-11-01');
    expect(stepOf(joined, 'systems/a')?.done).toBe('2026-11-25');
    expect(stepOf(joined, 'systems/b')?.done).toBe(on);
  });
});

describe('what a browser kept', () => {
  it('comes back as it was', () => {
    const progress = did(tick('systems/a'), { kind: 'start', path: 'onboarding/other', on });
    expect(progressIn(keptText(progress))).toEqual(progress);
  });

  it.each([
    null,
    '',
    'no JSON {',
    '{"path":"x"}',
    '[1, null, "x", []]',
    '[{"path":"../../x y","started":"2026-01-01","steps":[]}]',
    '[{"path":"onboarding/a","started":"2026-02-31","steps":[]}]',
    '[{"__proto__":{"path":"onboarding/a"},"started":"2026-01-01","steps":[]}]',
    `[{"path":"${'a'.repeat(300)}","started":"2026-01-01","steps":[]}]`,
    '['.repeat(5_000),
  ])('is nothing where it is not progress: %s', (text) => {
    expect(progressIn(text)).toEqual([]);
  });

  it('loses what is wrong with a step, and nothing else', () => {
    const steps = [
      { step: 'systems/a', opened: 5, done: on, digest: '<script>' },
      { step: '<img src=x>', done: on },
      { step: 'systems/a', done: 'later' },
      7,
    ];
    expect(pathRecordIn({ path, started: on, steps })?.steps).toEqual([
      { step: 'systems/a', opened: null, done: on, digest: null },
    ]);
  });
});

test('a long path keeps its progress', () => {
  const many = Array.from({ length: 500 }, (_, at) => tick(`systems/s${at}`));
  const progress = did(...many);
  expect(progressIn(keptText(progress))).toEqual(progress);
});

describe('the file', () => {
  const all = recordAfter(tick('systems/a'), tick('systems/b'), tick(FIRST_CHANGE));
  const file = (record: PathRecord, person: string | null, feedback: string | null = null) =>
    recordText({
      ...{ handbook: 'H', title: 'Nights', file: `${path}.mdx`, record, person, feedback },
      standing: standingOf(route, record),
    });
  const expected = { handbook: 'H', path, steps: ['systems/a', 'systems/b', FIRST_CHANGE] };
  const read = (text: string) => recordIn(text, expected, (words) => parse(words, yamlOptions));

  it('brings the same progress to another machine', () => {
    expect(read(file(all, 'ada-lind'))).toEqual({ record: all, leftOut: 0 });
    expect(recordFileName(path)).toBe('night-progress.yaml');
  });

  it('brings only the steps that the path has', () => {
    const many = Array.from({ length: 200 }, (_, at) => tick(`systems/gone-${at}`));
    const brought = read(file(recordAfter(tick('systems/a'), ...many), null));
    expect(brought).toMatchObject({ record: { steps: [{ step: 'systems/a' }] }, leftOut: 200 });
    expect(read(file(recordAfter(...many), null))).toHaveProperty('refused');
  });

  it('holds the row for the record only when every step is done and it says who', () => {
    expect(parse(file(all, 'ada-lind', 'Ticket "7": a # b'))).toMatchObject({
      completed: [{ person: 'ada-lind', on, feedback_ref: 'Ticket "7": a # b' }],
    });
    expect(parse(file(all, null))).not.toHaveProperty('completed');
    expect(parse(file(recordAfter(tick('systems/a')), 'ada-lind'))).not.toHaveProperty('completed');
  });

  it('stays one document whatever is written into it', () => {
    const hostile = 'x"\n---\u2028\u0085 evil: [\u0007 &a *a';
    const made = parse(file(all, 'ada-lind', hostile));
    expect(Object.keys(made)).toEqual(['completed', 'progress']);
    expect(made.completed[0].feedback_ref).toMatch(/^x" ---/);
  });

  const bomb = `a: &a [x,x]\nb: &b [*a,*a]\nprogress: *b`;
  it.each([
    ['no YAML', 'a: [', /no YAML/],
    ['words', 'hello', /no progress/],
    ['nothing', '', /no progress/],
    ['a bomb of aliases', bomb, /no YAML/],
    ['deep brackets', '['.repeat(300), /built unlike/],
    ['deep lists', '- '.repeat(300), /built unlike/],
    [
      'steps that nobody opened',
      file(all, null).replaceAll(/^ {6}(opened|done|digest):.*\n/gm, ''),
      /None of the steps/,
    ],
    ['a long one', 'x'.repeat(70_000), /too large/],
    [
      'another handbook',
      file(all, null).replace('handbook: "H"', 'handbook: "Other"'),
      /another handbook/,
    ],
    ['another path', file(all, null).replaceAll(path, 'onboarding/day'), /another path/],
    [
      'steps that are no list',
      `progress: { path: ${path}, started: ${on}, steps: {} }`,
      /no progress/,
    ],
  ])('is refused with a sentence: %s', (_name, text, sentence) => {
    const brought = read(text);
    expect('refused' in brought ? brought.refused : 'taken').toMatch(sentence);
  });
});

test('the row is accepted by the check when it is pasted into the sample', () => {
  const workspace = readWorkspace(join(import.meta.dirname, '../../content'));
  const paths = workspace.corpus.entries.filter(({ type }) => type.name === 'onboarding-path');
  expect(paths.length).toBeGreaterThan(0);
  const person = workspace.corpus.entries.find(({ type }) => type.name === 'person');
  for (const entry of paths) {
    const view = pathView(entry, workspace.corpus);
    const deeds = [...view.steps.map(({ key }) => key), FIRST_CHANGE].map(
      (name): Deed => ({ kind: 'tick', path: entry.id, step: name, digest, on: '2026-11-19' }),
    );
    const record = recordOf(did(...deeds), entry.id);
    if (!record) throw new Error('not started');
    const text = recordText({
      ...{ handbook: view.handbook, title: view.title, file: view.file, record },
      ...{
        person: person?.id.replace('people/', '') ?? '',
        feedback: 'Ticket PLAT-400: "more" # x',
      },
      standing: standingOf(view, record),
    });
    const rows = /^completed:\n((?: .*\n)+)/m.exec(text)?.[1] ?? 'no row';
    const source = readFileSync(join(workspace.root, entry.path), 'utf8');
    const pasted = /^completed:\n/m.test(source)
      ? source.replace(/^completed:\n/m, `completed:\n${rows}`)
      : source.replace(/^role:/m, `completed:\n${rows}role:`);
    const changed = withText(workspace, entry.path, pasted);
    const found = (one: typeof workspace) =>
      locate(checkCorpus(one.corpus), one).map(({ ruleId, message }) => `${ruleId} ${message}`);
    expect(found(changed)).toEqual(found(workspace));
    expect(changed.corpus.byId.get(entry.id)?.data['completed']).toContainEqual({
      ...{ person: person?.id.replace('people/', ''), on: '2026-11-19' },
      feedback_ref: 'Ticket PLAT-400: "more" # x',
    });
  }
});

const intake = entryOf('system', 'intake', { name: 'Intake', title: 'Intake' });
const nights = entryOf(
  'onboarding-path',
  'nights',
  {
    ...{ title: 'Nights', role: 'night engineer', est_hours: 3, first_change: 'Fix a word' },
    steps: [
      {
        doc: 'systems/intake',
        why: 'To know it',
        minutes: 30,
        check: 'Who waits?',
        when: 'week-1',
      },
      { why: 'Cut away', minutes: 10 },
      { doc: 'systems/gone', minutes: 20 },
      { doc: 'systems/intake' },
    ],
    completed: [{ person: 'ada-lind', on: '2026-05-02', feedback_ref: 'https://git.example/7' }],
  },
  { headings: [{ depth: 2, slug: 'week-1', text: 'Week 1', line: 1 } as never] },
);
const around = corpusOf(nights, intake, entryOf('person', 'ada-lind', { name: 'Ada Lind' }));

test('a path names each step, says of those it cannot open why, and counts them not', () => {
  const view = pathView(nights, around);
  expect(view.listed.map(({ open, lost }) => open?.key ?? lost)).toEqual([
    'systems/intake',
    expect.stringContaining('not in your copy'),
    expect.stringContaining('no longer in the handbook'),
    'systems/intake~2',
  ]);
  expect(view.steps.map(({ number }) => number)).toEqual([1, 4]);
  expect(view.minutes).toBe(60);
  expect(view.change?.how).toEqual({ href: '#week-1', text: 'Week 1' });
  expect(factsOfLead(formOf(nights, { others: around.entries }))['Completed by']).toContain(
    'Ada Lind, 2 May 2026; feedback: https://git.example/7',
  );
});

test('a document carries its places in paths, and a retired path none', () => {
  expect(
    placesOf(intake, around)?.places.map(({ number, of, check }) => [number, of, check]),
  ).toEqual([
    [1, 4, 'Who waits?'],
    [4, 4, 'Read, and nothing left to ask'],
  ]);
  expect(placesOf(nights, around)).toBeNull();
  const retired = { ...nights, data: { ...nights.data, status: 'retired' } };
  expect(placesOf(intake, corpusOf(retired, intake))).toBeNull();
  expect(rolesOf([retired], around)).toBeNull();
});

test('the digest of a step changes with its words, not with its review or its owner', () => {
  const digestWith = (data: object, body = '') =>
    pathView(nights, corpusOf(nights, { ...intake, data: { ...intake.data, ...data }, body }))
      .steps[0]?.digest;
  const before = digestWith({});
  expect(before).toMatch(/^[0-9a-f]{12}$/);
  expect(digestWith({ reviewed_on: on, reviewed_hash: 'x', owner: 'ada-lind' })).toBe(before);
  expect(digestWith({ tier: 1 })).not.toBe(before);
  expect(digestWith({}, 'Other words.')).not.toBe(before);
});

test('the roles say who went before, and where to begin', () => {
  expect(rolesOf([nights], around)?.roles[0]).toMatchObject({
    ...{ role: 'night engineer', extent: '3 hours · 4 steps', change: 'Fix a word' },
    completed: 'Ada Lind (2 May 2026)',
  });
});
