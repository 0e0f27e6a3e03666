import { describe, expect, it } from 'vitest';
import { rules } from '../../src/domain/checks/registry.ts';
import { cases } from './cases.ts';
import { check, type Files } from './folder.ts';

const origin = `imported:\n  from: wiki/a.md\n  digest: ${'0'.repeat(64)}`;
const reviewed = `${origin}\nreviewed_on: 2026-09-01`;

/** The files with lines put into the frontmatter of each document. */
const withLines = (files: Files, lines: string): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      path.endsWith('.mdx') && typeof text === 'string' && text.startsWith('---\n')
        ? text.replace('---\n', `---\n${lines}\n`)
        : text,
    ]),
  );

/** How much a message weighs in a folder; undefined where it is not given. */
const weightOf = (key: string, files: Files): string | undefined =>
  check(files).find(({ ruleId, messageId }) => `${ruleId}.${messageId}` === key)?.severity;

const messages = rules.flatMap(({ id, severity, messages: all }) =>
  Object.entries(all).map(([name, message]) => ({ key: `${id}.${name}`, severity, ...message })),
);
const errors = messages.filter(({ severity }) => severity === 'error');
const isOfDocument = ({ key }: { key: string }) => /\.mdx:/.test(cases[key]?.at ?? '');

describe.each(errors.filter(({ unfinished }) => unfinished === true))('$key', ({ key }) => {
  const bad = cases[key]?.bad ?? {};

  it('is a warning in a document that was imported', () => {
    expect(weightOf(key, withLines(bad, origin))).toBe('warning');
  });

  it('is an error in it after its first review, and in any other', () => {
    expect(weightOf(key, withLines(bad, reviewed))).toBe('error');
    expect(weightOf(key, bad)).toBe('error');
  });
});

describe('a finding of what an imported document lacks', () => {
  const isMarked = (files: Files) =>
    check(files).find(({ ruleId, messageId }) => `${ruleId}.${messageId}` === 'schema.missing')
      ?.unfinished;

  it('says so until the first review, so that reports tell it by kind', () => {
    const bad = cases['schema.missing']?.bad ?? {};
    expect(isMarked(withLines(bad, origin))).toBe(true);
    expect(isMarked(withLines(bad, reviewed))).toBeUndefined();
    expect(isMarked(bad)).toBeUndefined();
  });
});

describe('what is unsafe stays an error wherever it came from', () => {
  const never =
    /^(identifiers(?!\.contact)|secrets|hidden-characters(?!\.strayCode)|safe-content|text-encoding|audiences)\./;
  const unsafe = errors.filter(
    ({ key }) => never.test(key) || /^links\.(unsafe|user|lookAlike|disguised)$/.test(key),
  );

  it('is never unfinished', () => {
    expect(unsafe.length).toBeGreaterThan(30);
    expect(unsafe.filter(({ unfinished }) => unfinished === true)).toEqual([]);
  });

  // A byte that is no text is not there any more where a frontmatter can be put before it.
  const tried = unsafe.filter(isOfDocument).filter(({ key }) => typeof textAt(key) === 'string');

  it.each(tried)('$key', ({ key }) => {
    expect(weightOf(key, withLines(cases[key]?.bad ?? {}, origin))).toBe('error');
  });
});

const textAt = (key: string) => cases[key]?.bad[cases[key].at.replace(/:\d+$/, '')];

describe('the facts of an engagement that began with an import', () => {
  const audiences = 'audiences:\n  - name: everyone\n    description: Everybody.\n';

  it('may be missing for now', () => {
    const files = { 'engagement.yaml': `${audiences}imported:\n  on: 2026-09-01\n` };
    const found = check(files).filter(({ path }) => path === 'engagement.yaml');
    expect(found.map(({ severity }) => severity)).toEqual(Array(6).fill('warning'));
  });

  it('are asked for where it did not', () => {
    const found = check({ 'engagement.yaml': audiences }).filter(
      ({ path }) => path === 'engagement.yaml',
    );
    expect(found.map(({ severity }) => severity)).toEqual(Array(6).fill('error'));
  });
});
