import { expect, it } from 'vitest';
import { check, document } from '../rules/folder.ts';

/** Limit for each of these, in milliseconds of work. */
const LIMIT = 2000;
/** Work done so far: unlike the clock, it does not run while other programs have the processor. */
const now = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
it('thousands of documents that name nobody cost no more than a few', () => {
  const files = Object.fromEntries(
    Array.from({ length: 1500 }, (_, n) => [
      `glossary/term-number-${n}.mdx`,
      document(
        'glossary',
        `term: T${n}\nplain: P.\nsee_also: [trem-numbr-${n}, nobody-${n}]\nsuccessor: nobody-${n}`,
        `[a](../runbooks/nowhere-${n}.mdx) ![b](no-${n}.png)\n`,
      ),
    ]),
  );
  const began = now();
  expect(check(files).length).toBeGreaterThan(5000);
  expect(now() - began).toBeLessThan(2 * LIMIT);
});

it.each([1, 2, 3, 500])('a circle of %i', (length) => {
  const name = (n: number) => `s${String(n % length).padStart(4, '0')}`;
  const files = Object.fromEntries(
    Array.from({ length }, (_, n) => [
      `systems/${name(n)}.mdx`,
      document('system', `title: S\nsummary: S.\ntier: 3\ndepends_on: [${name(n + 1)}]`),
    ]),
  );
  const [problem, ...others] = check(files);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    path: 'systems/s0000.mdx',
    line: 5,
    column: 14,
    ruleId: 'reference-cycles',
  });
  const shown = length === 500 ? '(492 more) -> s0000' : '-> s0000';
  expect(problem?.message.endsWith(`${shown}.`)).toBe(true);
});
