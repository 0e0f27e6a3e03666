import { describe, expect, it } from 'vitest';
import { standardRules } from '../../src/domain/standard/registry.ts';
import { handbook } from '../cli/run.ts';
import { type Bundle, fixture, fixturesOf, rulesWithFixtures, withFolder } from './bundle.ts';
import { withExample } from './examples.ts';

interface Told {
  readonly status: string;
  readonly evidence: readonly unknown[];
  readonly places: readonly string[];
}

/** What `readiness` says of one rule. */
async function ask(ruleId: string, { steps }: Pick<Bundle, 'steps'>): Promise<Told> {
  return withFolder(steps, async (root) => {
    const { stdout, stderr } = await handbook(
      ['readiness', '--content', root, '--format', 'json'],
      {
        cwd: root,
      },
    );
    expect(stderr).toBe('');
    const { rules } = JSON.parse(stdout);
    const { status, evidence, problems } = rules.find(({ id }: { id: string }) => id === ruleId);
    const due = problems.filter((one: { due: boolean }) => one.due);
    const places = due.map(({ path, line }: { path: string; line: number }) => `${path}:${line}`);
    return { status, evidence, places: [...new Set<string>(places)].sort() };
  });
}

it('every rule has fixtures, and every fixture a rule', () => {
  expect(rulesWithFixtures().sort()).toEqual(standardRules.map(({ id }) => id).toSorted());
});

describe.each(standardRules.map((rule) => ({ id: rule.id, rule })))('$id', ({ id, rule }) => {
  const names = fixturesOf(id);

  it('has a passing, a failing and an evasion fixture', () => {
    for (const kind of ['pass', 'fail', 'evasion']) {
      expect(
        names.some((name) => name.startsWith(kind)),
        kind,
      ).toBe(true);
    }
  });

  it.each(names.filter((name) => name.startsWith('pass')))(
    '%s passes, with evidence',
    async (name) => {
      const told = await ask(id, fixture(id, name));
      expect(told).toMatchObject({ status: 'pass', places: [] });
      expect(told.evidence.length).toBeGreaterThan(0);
    },
  );

  it.each(names.filter((name) => /^(fail|evasion)/.test(name)))(
    '%s fails at its markers',
    async (name) => {
      const bundle = fixture(id, name);
      const marked = bundle.markers.filter((one) => one.rule === id).map(({ at }) => at);
      expect(marked.length, 'markers in the fixture').toBeGreaterThan(0);
      expect(await ask(id, bundle)).toMatchObject({
        status: 'fail',
        places: [...new Set(marked)].sort(),
      });
    },
  );

  it.each(names.filter((name) => name.startsWith('unknown')))('%s cannot be told', async (name) => {
    expect((await ask(id, fixture(id, name))).status).toBe('cannot-tell');
  });

  it('has an example that passes and one that does not', async () => {
    const pass = fixture(id, 'pass');
    const ok = await ask(id, withExample(pass, rule.examples.ok));
    expect(ok).toMatchObject({ status: 'pass', places: [] });
    const notOk = await ask(id, withExample(pass, rule.examples.notOk));
    expect(notOk.status).toBe('fail');
    expect(notOk.places.some((place) => place.startsWith(`${rule.examples.notOk.path}:`))).toBe(
      true,
    );
  });

  it('says in words what it is', () => {
    for (const words of [rule.title, rule.statement, rule.why, ...rule.satisfy]) {
      expect(words.trim()).not.toBe('');
    }
    expect(rule.satisfy.length).toBeGreaterThan(0);
    expect(rule.sources.length).toBeGreaterThan(0);
  });
});
