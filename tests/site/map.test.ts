import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/domain/graph/corpus.ts';
import { buildGraph } from '../../src/domain/graph/graph.ts';
import { layoutColumns } from '../../src/site/views/map/layout.ts';
import { widthOf, wrap } from '../../src/site/views/map/lettering.ts';
import { type MapView, mapPages } from '../../src/site/views/map/map.ts';
import { corpusOf, entryOf } from '../domain/values.ts';

const bookOf = (...entries: readonly Entry[]) => {
  const corpus = corpusOf(...entries);
  return { corpus, graph: buildGraph(corpus) };
};

const system = (slug: string, data: Readonly<Record<string, unknown>> = {}) =>
  entryOf('system', slug, { title: slug, ...data });

type Links = { readonly items: readonly { readonly text: string }[] };
const texts = (links: Links = { items: [] }) => links.items.map(({ text }) => text);

/** The first page, which is all of a map that is not large. */
const mapView = (book: ReturnType<typeof bookOf>) => mapPages(book)[0] as MapView;

describe('letters in boxes', () => {
  it('never run wider than the box, whatever the word', () => {
    for (const words of ['Claims, remittances and eligibility', 'W'.repeat(80), 'a-b/c'.repeat(20)])
      for (const line of wrap(words, 8, 4)) expect(widthOf(line)).toBeLessThanOrEqual(8);
  });

  it('keep all words that fit, and say where some are cut off', () => {
    expect(wrap('Booking service (write-back)', 9, 4).join(' ')).toBe(
      'Booking service (write-back)',
    );
    expect(wrap('one two three four five six seven', 5, 2).at(-1)).toMatch(/…$/);
    expect(wrap('', 8, 4)).toEqual([]);
  });
});

describe('boxes in columns', () => {
  it('do not overlap, and lines pass beside the boxes between', () => {
    const boxes = Array.from({ length: 30 }, (_, index) => ({
      id: String(index),
      column: index % 3,
      height: 20 + index,
    }));
    const lines = boxes.map(({ id }, index) => ({ from: id, to: String((index * 7 + 2) % 30) }));
    const { top, passes, height } = layoutColumns(boxes, lines);
    for (const column of [0, 1, 2]) {
      const placed = boxes
        .filter((box) => box.column === column)
        .map((box) => ({ from: top.get(box.id) ?? -1, to: (top.get(box.id) ?? -1) + box.height }))
        .sort((a, b) => a.from - b.from);
      expect(placed[0]?.from).toBeGreaterThanOrEqual(0);
      expect(placed.at(-1)?.to).toBeLessThanOrEqual(height);
      for (const [index, box] of placed.entries())
        expect(box.from).toBeGreaterThanOrEqual(placed[index - 1]?.to ?? 0);
      if (column !== 1) continue;
      for (const y of passes.flat())
        expect(placed.some(({ from, to }) => y > from && y < to)).toBe(false);
    }
  });

  it('stand still where there is nothing to arrange', () => {
    expect(layoutColumns([], []).height).toBe(0);
    expect(layoutColumns([{ id: 'a', column: 0, height: 30 }], []).top.get('a')).toBe(0);
  });
});

describe('the system map', () => {
  const chain = [
    system('base'),
    system('middle', { depends_on: ['base'] }),
    system('upper', { depends_on: ['middle', 'base'] }),
    entryOf('vendor', 'maker', { title: 'Maker' }),
    entryOf('vendor', 'reader', { title: 'Reader' }),
    entryOf('vendor', 'bystander', { title: 'Bystander' }),
    entryOf('integration', 'feed', {
      title: 'Feed',
      counterparty: 'maker',
      systems: ['middle'],
      kind: 'hl7v2',
      direction: 'inbound',
    }),
    entryOf('data-flow', 'out', {
      title: 'Out',
      from: 'systems/upper',
      to: 'vendors/reader',
      payload_class: 'phi',
      decision: 'blocked',
    }),
  ];
  const view = mapView(bookOf(...chain));
  const node = (name: string) => view.drawing?.nodes.find((one) => one.name === name);

  it('sets everything from left to right by what it stands on', () => {
    const names = ['Maker', 'Feed', 'base', 'middle', 'upper', 'Reader'];
    const places = names.map((name) => node(name)?.x ?? Number.NaN);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBe(names.length);
    expect(node('Bystander')).toBeUndefined();
  });

  it('leaves out of the drawing what follows, and not out of the words', () => {
    const drawn = view.drawing?.lines.filter(({ kind }) => kind === 'depends');
    expect(drawn).toHaveLength(2);
    const upper = view.systems.find(({ text }) => text === 'upper');
    expect(texts(upper?.dependsOn)).toEqual(['middle', 'base']);
  });

  it('says in words what it draws', () => {
    const [base, middle, upper] = view.systems;
    expect(texts(base?.neededBy)).toEqual(['middle', 'upper']);
    expect(middle?.integrations.items).toMatchObject([
      { text: 'Feed', counterparty: { text: 'Maker' }, words: 'HL7 v2, to us' },
    ]);
    expect(upper?.flows.items).toMatchObject([
      { from: null, to: { text: 'Reader' }, dataClass: 'PHI', decision: 'blocked', tone: 'bad' },
    ]);
    expect(texts(view.vendors)).toEqual(['Bystander']);
    expect(view.drawing?.lines.filter(({ kind }) => kind === 'blocked')).toMatchObject([
      { heads: [expect.any(String), expect.any(String)] },
    ]);
  });

  it('keeps flows and integrations that name no system', () => {
    const other = mapView(
      bookOf(
        entryOf('vendor', 'a', { title: 'A' }),
        entryOf('vendor', 'b', { title: 'B' }),
        entryOf('integration', 'loose', { title: 'Loose', counterparty: 'a' }),
        entryOf('data-flow', 'ab', { title: 'AB', from: 'vendors/a', to: 'vendors/b' }),
      ),
    );
    expect(texts(other.integrations)).toEqual(['Loose']);
    expect(texts(other.flows)).toEqual(['AB']);
  });

  it('draws nothing where there is nothing, one box for one system, and comes out of a circle', () => {
    expect(mapView(bookOf()).drawing).toBeNull();
    expect(mapView(bookOf(system('only'))).drawing?.nodes).toHaveLength(1);
    const circle = [system('a', { depends_on: ['b'] }), system('b', { depends_on: ['a'] })];
    expect(mapView(bookOf(...circle)).drawing?.nodes).toHaveLength(2);
    const retired = mapView(bookOf(system('old', { status: 'retired' })));
    expect(retired).toMatchObject({ drawing: null, systems: [] });
  });

  it('draws sixty systems inside its frame', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        system(`s${index}`, {
          title: `A system with a rather long name, number ${index}`,
          depends_on: index === 0 ? [] : [`s${Math.floor(index / 2)}`, `s${Math.floor(index / 3)}`],
        }),
      );
    const { drawing } = mapView(bookOf(...many(60)));
    expect(drawing?.nodes).toHaveLength(60);
    for (const { x, y, width, height } of drawing?.nodes ?? []) {
      expect(x + width).toBeLessThanOrEqual(drawing?.width ?? 0);
      expect(y + height).toBeLessThanOrEqual(drawing?.height ?? 0);
    }
  });

  it('draws of a thousand systems those of the first tier, and has all on its pages', () => {
    const many = Array.from({ length: 1000 }, (_, index) =>
      system(`s${index}`, { tier: index < 50 ? 1 : 2 }),
    );
    const pages = mapPages(bookOf(...many));
    const [first, second] = pages;
    expect(first?.drawn).toEqual({ shown: 70, all: 1000 });
    const drawn = new Set(first?.drawing?.nodes.map(({ name }) => name));
    for (let index = 0; index < 50; index++) expect(drawn).toContain(`s${index}`);
    expect(second?.drawing).toBeNull();
    expect(Math.max(...pages.map(({ systems }) => systems.length))).toBe(40);
    const words = pages.flatMap(({ systems }) => systems.map(({ text }) => text));
    expect(new Set(words).size).toBe(1000);
  });

  it('shows the first of what a system has much of, and counts the rest', () => {
    const needed = Array.from({ length: 30 }, (_, at) =>
      system(`n${at}`, { depends_on: ['base'] }),
    );
    const loose = Array.from({ length: 30 }, (_, at) =>
      entryOf('integration', `i${at}`, { title: `I${at}` }),
    );
    const view = mapView(bookOf(system('base'), ...needed, ...loose));
    const base = view.systems.find(({ text }) => text === 'base');
    expect(base?.neededBy).toMatchObject({ more: 24, href: '/systems/base/' });
    expect(base?.neededBy.items).toHaveLength(6);
    expect(view.integrations).toMatchObject({ more: 10, href: '/integrations/' });
  });
});
