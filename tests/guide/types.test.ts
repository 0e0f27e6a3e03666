import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { TypeDefinition } from '../../src/domain/documents/define.ts';
import { types } from '../../src/domain/documents/registry.ts';
import type { Entry } from '../../src/domain/graph/corpus.ts';
import { buildGraph } from '../../src/domain/graph/graph.ts';
import { relations } from '../../src/domain/graph/relations.ts';
import type { Handbook } from '../../src/site/handbook.ts';
import { fieldIndex } from '../../src/site/views/guide/field-index.ts';
import { fieldReference } from '../../src/site/views/guide/fields.ts';
import { typePageView } from '../../src/site/views/guide/type-page.ts';
import { corpusOf, entryOf } from '../domain/values.ts';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** The name of every field below a schema, found without the code that the guide uses. */
function namesBelow(schema: Schema, prefix = ''): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, child]) => {
    const name = `${prefix}${key}`;
    return [name, ...namesBelow(child, `${name}.`), ...namesBelow(child.items ?? {}, `${name}[].`)];
  });
}

const schemaOf = (type: TypeDefinition): Schema =>
  z.toJSONSchema(type.schema, { io: 'input', unrepresentable: 'any' }) as Schema;

const rowsOf = (type: TypeDefinition) => {
  const { own, common } = fieldReference(type);
  return [...own, ...common];
};

const handbookOf = (...entries: readonly Entry[]): Handbook => {
  const corpus = corpusOf(...entries);
  return { corpus, graph: buildGraph(corpus) } as Handbook;
};

const names: readonly string[] = types.map(({ name }) => name);

describe.each(types as readonly TypeDefinition[])('$name', (type) => {
  it('has guidance in whole sentences, with other types that exist', () => {
    const { when, not, titles, advice } = type.guide;
    for (const words of [when, titles.rule, titles.why, ...advice]) {
      expect(words).toMatch(/^[A-Z].*[.?!]$/s);
    }
    expect(advice.length).toBeGreaterThan(0);
    expect(not.some(({ instead }) => instead !== null)).toBe(true);
    for (const { what, instead } of not) {
      expect(what).not.toMatch(/\.$/);
      if (instead === null) continue;
      expect(names).toContain(instead);
      expect(instead).not.toBe(type.name);
    }
    expect(new Set([...titles.good, titles.bad]).size).toBe(3);
  });

  it('has every field of its schema in the reference, once', () => {
    const shown = rowsOf(type).map(({ name }) => name);
    expect(shown.toSorted()).toEqual(namesBelow(schemaOf(type)).toSorted());
    expect(new Set(rowsOf(type).map(({ anchor }) => anchor)).size).toBe(shown.length);
  });

  it('says in words what each field may be', () => {
    for (const { name, words, values, links, meaning } of rowsOf(type)) {
      expect.soft(words, name).not.toContain('fixed form');
      expect.soft(/one of$/.test(words), name).toBe(values.length > 0);
      expect.soft(/(?<!date), .* of$|slug of$/.test(words), name).toBe(links.length > 0);
      expect.soft(meaning, name).toMatch(/\.$/);
    }
  });

  it('shows every relation that begins or ends at it', () => {
    const { refersTo, referredBy } = typePageView(type, handbookOf());
    const from = relations.filter((one) => one.from === type.name);
    expect(new Set(refersTo.map(({ label }) => label))).toEqual(
      new Set(from.map(({ label }) => label)),
    );
    const to = relations.filter(({ to: ends }) => ends.includes(type.name) || ends.includes('*'));
    expect(new Set(referredBy.map(({ label }) => label))).toEqual(
      new Set(to.map(({ inverseLabel }) => inverseLabel)),
    );
  });
});

it('fields that a type changes are its own; the others are common', () => {
  const { own, common } = fieldReference(types[0]);
  expect(own.map(({ name }) => name)).toContain('systems');
  expect(common.map(({ name }) => name)).toContain('owner');
  expect(common.map(({ name }) => name)).not.toContain('systems');
});

it('the list of all fields loses none, and leads to where it is explained', () => {
  const listed = fieldIndex();
  const all = new Set(types.flatMap((type) => rowsOf(type).map(({ name }) => name)));
  expect(new Set(listed.map(({ row }) => row.name))).toEqual(all);
  expect(new Set(listed.map(({ anchor }) => anchor)).size).toBe(listed.length);
});

it('names finished and well tied documents first, and says when there is none', () => {
  const [runbook] = types;
  const finished = entryOf('runbook', 'z', { title: 'Z', status: 'current' });
  const draft = entryOf('runbook', 'a', { title: 'A', status: 'draft' });
  const { here, list } = typePageView(runbook, handbookOf(draft, finished));
  expect(here.map(({ label }) => label)).toEqual(['Z', 'A']);
  expect(list?.count).toBe(2);
  expect(typePageView(runbook, handbookOf()).here).toEqual([]);
});
