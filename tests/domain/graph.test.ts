import { describe, expect, it } from 'vitest';
import { types } from '../../src/domain/documents/registry.ts';
import { addressOf, aliasesOf } from '../../src/domain/graph/addresses.ts';
import {
  engagementData,
  slugOf,
  summaryOf,
  titleOf,
  unreadIds,
} from '../../src/domain/graph/corpus.ts';
import { cyclesOf } from '../../src/domain/graph/cycles.ts';
import {
  buildGraph,
  idNamed,
  mention,
  pageIndex,
  resolveReference,
  soleTarget,
  valuesAt,
} from '../../src/domain/graph/graph.ts';
import {
  fieldName,
  fieldSchema,
  fileFields,
  relations,
  vocabularyUses,
} from '../../src/domain/graph/relations.ts';
import { reviewOf } from '../../src/domain/standard/facts/reviews.ts';
import { corpusOf, entryOf } from './values.ts';

const link = (url: string) => ({ links: [{ url, text: 'a', line: 9, column: 1 }] });

describe('the graph', () => {
  const ann = entryOf('person', 'ann', { name: 'Ann' });
  const engine = entryOf('system', 'engine', { owner: 'ann' });
  const stalled = entryOf(
    'runbook',
    'stalled',
    {
      owner: 'ann',
      systems: ['engine', 'nowhere', 7, ''],
      escalation: [{ person: 'ann' }, { role: 'x' }, { person: 'zoe' }],
    },
    link('../systems/engine.mdx#a'),
  );
  const graph = buildGraph(corpusOf(ann, engine, stalled));
  const seen = (
    edges: readonly {
      from: { id: string };
      to: { id: string };
      relation: { label: string; inverseLabel: string };
    }[],
  ) =>
    edges.map(
      ({ from, to, relation }) => `${from.id} ${relation.label} ${to.id} ${relation.inverseLabel}`,
    );

  it('reads each reference once and shows it from both ends', () => {
    expect(seen(graph.outgoing(stalled))).toEqual([
      'runbooks/stalled Owned by people/ann Owns',
      'runbooks/stalled Operates systems/engine Runbooks',
      'runbooks/stalled Escalates to people/ann Escalation contact in',
      'runbooks/stalled Mentions systems/engine Mentioned in',
    ]);
    expect(graph.incoming(engine)).toEqual(
      graph.outgoing(stalled).filter(({ to }) => to === engine),
    );
    expect(graph.incoming(ann)).toHaveLength(3);
    expect(graph.incoming(stalled)).toEqual([]);
    expect(graph.edges).toHaveLength(5);
  });

  it('gives back what leads nowhere, with its place', () => {
    expect(graph.dangling.map(({ path, value }) => [fieldName(path), value])).toEqual([
      ['systems[1]', 'nowhere'],
      ['escalation[2].person', 'zoe'],
    ]);
  });

  it('takes one of several types, and any, by folder and slug', () => {
    const one = { to: ['system'] };
    const several = { to: ['evidence', 'adr'] };
    const any = { to: ['*'] };
    const corpus = corpusOf(engine, entryOf('adr', '0001-a'));
    expect(resolveReference(corpus, one, 'engine')).toBe(engine);
    expect(resolveReference(corpus, one, 'systems/engine')).toBeNull();
    expect(resolveReference(corpus, several, 'adrs/0001-a')?.id).toBe('adrs/0001-a');
    expect(resolveReference(corpus, several, 'systems/engine')).toBeNull();
    expect(resolveReference(corpus, any, 'systems/engine')).toBe(engine);
    expect(resolveReference(corpus, any, 'engine')).toBeNull();
    expect(soleTarget(several)).toBeNull();
    expect(idNamed(one, 'constructor')).toBe('systems/constructor');
    expect(resolveReference(corpus, one, '__proto__')).toBeNull();
  });

  it('follows links by file, by address and by old address, and none to itself', () => {
    const old = entryOf('glossary', 'old', { aliases: ['/was/here/'] });
    const from = (url: string) => {
      const entry = entryOf('glossary', 'from', {}, link(url));
      return buildGraph(corpusOf(old, entry)).edges.map(({ to, relation }) => [
        to.id,
        relation === mention,
      ]);
    };
    for (const url of [
      'old.mdx',
      './old.mdx?a#b',
      '/glossary/old/',
      '/glossary/old',
      '/was/here',
    ]) {
      expect(from(url)).toEqual([['glossary/old', true]]);
    }
    for (const url of ['from.mdx', '#a', '../old.mdx', 'https://glossary/old/', '/glossary/']) {
      expect(from(url)).toEqual([]);
    }
  });

  it('prefers a page to an old address of another', () => {
    const page = entryOf('glossary', 'a');
    const thief = entryOf('glossary', 'b', { aliases: ['/glossary/a/', '/c/'] });
    const pages = pageIndex(corpusOf(page, thief));
    expect(pages.get('/glossary/a/')).toBe(page);
    expect(pages.get('/c/')).toBe(thief);
  });

  it('reads values at a path, whatever stands there', () => {
    const data = { a: [{ b: 1 }, null, { b: 2 }, 'x', [{ b: 3 }]] };
    expect(valuesAt(data, ['a', '*', 'b'])).toEqual([
      { path: ['a', 0, 'b'], value: 1 },
      { path: ['a', 2, 'b'], value: 2 },
    ]);
    for (const bad of [null, undefined, 1, 'a', [], { a: null }])
      expect(valuesAt(bad, ['a', '*'])).toEqual([]);
    expect(valuesAt({}, ['constructor'])).toEqual([]);
  });
});

describe('an entry', () => {
  it('has a name, also without a title', () => {
    expect(titleOf(entryOf('glossary', 'mrn', { term: 'MRN' }))).toBe('MRN');
    expect(titleOf(entryOf('glossary', 'mrn', { term: ' ' }))).toBe('mrn');
    expect(titleOf(entryOf('glossary', 'mrn', { term: 7 }))).toBe('mrn');
    expect(summaryOf(entryOf('glossary', 'mrn', { plain: '' }))).toBeNull();
    expect(summaryOf(entryOf('person', 'ann', { title: 'Nurse' }))).toBe('Nurse');
    expect(slugOf(entryOf('glossary', 'deep/er'))).toBe('deep/er');
    expect(slugOf(entryOf('engagement', 'engagement'))).toBe('engagement');
  });

  it('has an address and old addresses in one form', () => {
    expect(addressOf({ id: 'glossary/mrn' })).toBe('/glossary/mrn/');
    expect(aliasesOf(entryOf('glossary', 'a', { aliases: ['/x', 'y/', 3, null] }))).toEqual([
      '/x/',
      '/y/',
    ]);
    expect(aliasesOf(entryOf('glossary', 'a', { aliases: 'x' }))).toEqual([]);
  });

  it('may be there and not be read', () => {
    const problem = {
      ruleId: 'a',
      messageId: 'b',
      severity: 'error',
      message: '',
      fix: '',
      position: { kind: 'file' },
    } as const;
    const corpus = corpusOf(entryOf('glossary', 'a'));
    const problems = ['glossary/a.mdx', 'glossary/b.mdx', 'people/c.d.yaml'].map((path) => ({
      ...problem,
      path,
    }));
    expect([...unreadIds({ ...corpus, problems })]).toEqual(['glossary/b', 'people/c.d']);
    expect(engagementData(corpus)).toEqual({});
  });
});

describe('the tables read from the schemas', () => {
  const names: readonly string[] = types.map(({ name }) => name);
  const key = ({ from, field }: { from: string; field: readonly string[] }) =>
    `${from}.${fieldName(field)}`;

  it('hold each field once, of types that exist', () => {
    for (const table of [relations, vocabularyUses, fileFields]) {
      const keys = table.map(key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(table.filter(({ from }) => !names.includes(from))).toEqual([]);
    }
    expect(
      relations.flatMap(({ to }) => to).filter((to) => to !== '*' && !names.includes(to)),
    ).toEqual([]);
  });

  it('hold every reference that a schema has', () => {
    const count = (schema: object): number =>
      Object.entries(schema).reduce((sum, [name, value]) => {
        if (typeof value !== 'object' || value === null) return sum;
        return sum + (name === 'reference' ? 1 : count(value));
      }, 0);
    const all = types.reduce((sum, type) => sum + count(fieldSchema(type)), 0);
    expect(relations).toHaveLength(all);
    expect(all).toBeGreaterThan(50);
  });

  it('know how many a field may hold, and which may not run in a circle', () => {
    const of = (name: string) => relations.find((relation) => key(relation) === name);
    expect(of('runbook.owner')?.cardinality).toBe('one');
    expect(of('runbook.escalation[].person')?.cardinality).toBe('many');
    expect(of('onboarding-path.steps[].doc')?.to).toEqual(['*']);
    expect(relations.filter(({ acyclic }) => acyclic).map(key)).toEqual(
      expect.arrayContaining(['adr.supersedes[]', 'adr.amends[]', 'system.depends_on[]']),
    );
    expect(vocabularyUses.map(key)).toContain('runbook.audience[]');
    expect(fileFields.map(key)).toContain('drill.log_ref');
  });
});

describe('circles', () => {
  const of = (edges: Readonly<Record<string, readonly string[]>>) =>
    cyclesOf(new Map(Object.entries(edges)));

  it.each<[string, Readonly<Record<string, readonly string[]>>, string[][]]>([
    ['none', { a: ['b', 'c'], b: ['c'], c: [] }, []],
    ['to itself', { a: ['a'] }, [['a']]],
    ['of two', { b: ['a'], a: ['b'] }, [['a', 'b']]],
    ['of three, from its smallest', { c: ['a'], a: ['b'], b: ['c'] }, [['a', 'b', 'c']]],
    ['the shortest of several', { a: ['b', 'c'], b: ['c'], c: ['a'] }, [['a', 'c']]],
    ['two apart', { a: ['a'], b: ['c'], c: ['b'] }, [['a'], ['b', 'c']]],
    ['with a tail', { x: ['a'], a: ['b'], b: ['a', 'y'] }, [['a', 'b']]],
    ['to what is not there', { a: ['gone'] }, []],
  ])('%s', (_, edges, circles) => expect(of(edges).sort()).toEqual(circles));

  it('of any length, without recursion', () => {
    const long = (length: number, end: string[]) =>
      Object.fromEntries(
        Array.from({ length }, (_, n) => [`n${n}`, n === length - 1 ? end : [`n${n + 1}`]]),
      );
    expect(of(long(50_000, []))).toEqual([]);
    expect(of(long(50_000, ['n0']))[0]).toHaveLength(50_000);
  });
});

describe('freshness', () => {
  const of = (data: Record<string, unknown>, asOf: string) =>
    reviewOf(entryOf('glossary', 'a', { reviewed_by: 'ann', reviewed_hash: 'h', ...data }), {
      asOf,
      hashOf: () => 'h',
    });
  const [on, today] = ['2026-08-01', '2026-09-01'];
  it.each<[Record<string, unknown>, Record<string, unknown>]>([
    [{ reviewed_on: on }, { state: 'current', dueOn: null }],
    [
      { reviewed_on: on, review_every_days: 31 },
      { state: 'current', dueOn: '2026-09-01' },
    ],
    [
      { reviewed_on: on, review_every_days: 30 },
      { state: 'due', dueOn: '2026-08-31' },
    ],
    [{ reviewed_on: '2026-10-01', review_every_days: 30 }, { state: 'invalid' }],
    [{ reviewed_on: '2026-8-1', review_every_days: 30 }, { state: 'invalid' }],
    [{ reviewed_on: '2026-02-30' }, { state: 'invalid' }],
    [{ reviewed_on: '2026-13-01' }, { state: 'invalid' }],
    [{ reviewed_on: 20_260_801 }, { state: 'invalid' }],
    [
      { reviewed_on: on, review_every_days: '30' },
      { state: 'current', dueOn: null },
    ],
    [
      { reviewed_on: on, review_every_days: Number.POSITIVE_INFINITY },
      { state: 'current', dueOn: null },
    ],
    [
      { reviewed_on: on, review_every_days: 1e12 },
      { state: 'current', dueOn: null },
    ],
    [
      { reviewed_on: on, reviewed_hash: 'other' },
      { state: 'changed', on, by: 'ann' },
    ],
    [{ reviewed_on: on, reviewed_hash: undefined }, { state: 'invalid' }],
    [{ reviewed_on: on, reviewed_by: 7 }, { state: 'invalid' }],
  ])('%j is %j', (data, expected) => expect(of(data, today)).toMatchObject(expected));

  it.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-28', 2, '2026-03-30'],
  ])('after %s and %i days comes %s', (day, days, due) => {
    expect(of({ reviewed_on: day, review_every_days: days }, day)).toMatchObject({ dueOn: due });
  });
});
