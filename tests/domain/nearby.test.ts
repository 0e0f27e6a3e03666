import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/domain/graph/corpus.ts';
import { buildGraph } from '../../src/domain/graph/graph.ts';
import { nearbyOf } from '../../src/domain/graph/nearby.ts';
import { corpusOf, entryOf } from './values.ts';

const system = (slug: string) => entryOf('system', slug, { title: slug });
const runbook = (slug: string, systems: readonly string[], data = {}) =>
  entryOf('runbook', slug, { title: slug, systems, owner: 'ann', ...data });
const ann = entryOf('person', 'ann', { name: 'Ann' });
const [rare, common] = [system('rare'), system('common')];
const here = runbook('here', ['rare', 'common']);

const near = (...others: readonly Entry[]) =>
  nearbyOf(here, buildGraph(corpusOf(here, rare, common, ann, ...others)));
const ids = (...others: readonly Entry[]) => near(...others).map(({ entry }) => entry.id);
const crowd = Array.from({ length: 8 }, (_, at) => runbook(`crowd-${at}`, ['common']));

describe('what is close to a document', () => {
  it('shares what is rare before what is common, and says what', () => {
    const found = near(runbook('kin', ['rare']), runbook('both', ['rare', 'common']), ...crowd);
    expect(found.map(({ entry }) => entry.id)).toEqual(['runbooks/both', 'runbooks/kin']);
    expect(found[0]?.shared.map(({ id }) => id)).toEqual(['systems/rare', 'systems/common']);
  });

  it('is nearer by one thing that few share than by two that many do, whatever its name', () => {
    const [second, from] = [system('second'), runbook('here', ['rare', 'common', 'second'])];
    const many = Array.from({ length: 8 }, (_, at) => runbook(`m${at}`, ['common', 'second']));
    const kin = runbook('z-kin', ['rare']);
    const found = nearbyOf(from, buildGraph(corpusOf(from, rare, common, second, kin, ...many)), 9);
    expect(found[0]?.entry.id).toBe('runbooks/z-kin');
    expect(found).toHaveLength(9);
    const both = runbook('z-both', ['rare', 'common']);
    expect(ids(runbook('a-kin', ['rare']), both)).toEqual(['runbooks/z-both', 'runbooks/a-kin']);
  });

  it('is not what it is linked with, itself, a record, or kin by its owner alone', () => {
    const link = { line: 1, column: 1, url: './here.mdx', text: 'here' };
    const linked = entryOf('runbook', 'linked', { systems: ['rare'] }, { links: [link] });
    const owned = runbook('owned', []);
    const drill = entryOf('drill', 'first', { runbook: 'here', systems: ['rare'] });
    expect(ids(linked, owned, drill)).toEqual([]);
  });

  it('is named last where it is out of force', () => {
    const old = runbook('a-old', ['rare', 'common'], { status: 'retired' });
    expect(ids(old, runbook('kin', ['rare']))).toEqual(['runbooks/kin', 'runbooks/a-old']);
  });

  it('is never looked for through what thousands are linked with', () => {
    const many = Array.from({ length: 3000 }, (_, at) => runbook(`n${at}`, ['common']));
    let asked = 0;
    const graph = buildGraph(corpusOf(here, rare, common, ann, ...many));
    const counted = {
      ...graph,
      outgoing: (entry: Entry) => {
        asked++;
        return graph.outgoing(entry);
      },
    };
    expect(nearbyOf(here, counted)).toEqual([]);
    expect(asked).toBeLessThan(10);
  });

  it('is at most six', () => {
    const kin = Array.from({ length: 9 }, (_, at) => runbook(`kin-${at}`, ['rare', 'common']));
    expect(ids(...kin)).toHaveLength(6);
  });
});
