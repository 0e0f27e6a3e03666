import { describe, expect, test } from 'vitest';
import { codeFrame } from '../../../src/cli/reporters/code-frame.ts';
import { reportText } from '../../../src/cli/reporters/text.ts';
import { widthOf } from '../../../src/cli/table.ts';
import { at, wholeFile } from '../../../src/domain/problems/problem.ts';
import { finding, lacking, reportOf, surroundings } from './findings.ts';

const frame = (text: string | null, line: number, column: number) =>
  codeFrame({ position: at({ line, column }), line, column }, text);

/** Whether the caret stands below the text that begins with these words. */
function caretBelow(rows: readonly string[], words: string): boolean {
  const mark = rows.findIndex((row) => /^ +\| *\^$/.test(row));
  const source = rows[mark - 1] ?? '';
  return widthOf(source.slice(0, source.indexOf(words))) === (rows[mark] ?? '').indexOf('^');
}

describe('a code frame', () => {
  test('shows the line with its neighbours and a caret', () => {
    expect(frame('one\ntwo words\nthree\n', 2, 5)).toEqual([
      '  1 | one',
      '> 2 | two words',
      '    |     ^',
      '  3 | three',
    ]);
  });

  test('leaves out neighbours that are empty or not there', () => {
    expect(frame('one', 1, 1)).toEqual(['> 1 | one', '    | ^']);
    expect(frame('\n\t\ntwo\n\n', 3, 1)).toEqual(['> 3 | two', '    | ^']);
    expect(frame(`${'x\n'.repeat(9)}ten`, 10, 1)[0]).toBe('   9 | x');
  });

  test('is nothing for a file as a whole, without text, or past its end', () => {
    expect(codeFrame({ position: wholeFile, line: 1, column: 1 }, 'text')).toEqual([]);
    expect(frame(null, 1, 1)).toEqual([]);
    expect(frame('one', 5, 1)).toEqual([]);
  });

  test('puts the caret under the word behind tabs, wide letters and pictures', () => {
    const rows = frame('\t引き継ぎ 👩‍🚒 here', 1, '\t引き継ぎ 👩‍🚒 '.length + 1);
    expect(caretBelow(rows, 'here')).toBe(true);
    expect(rows[0]).toBe('> 1 |   引き継ぎ 👩‍🚒 here');
  });

  test.each([
    ['plain', 'x'.repeat(5000)],
    ['wide', '引'.repeat(5000)],
    ['pictures', '😀'.repeat(5000)],
  ])('cuts a long line around the problem: %s', (_, filler) => {
    const line = `${filler} here ${filler}`;
    const rows = frame(line, 1, line.indexOf('here') + 1);
    expect(rows[0]).toMatch(/^> 1 \| ….* here .*…$/u);
    expect(caretBelow(rows, 'here')).toBe(true);
    for (const row of rows) expect(widthOf(row)).toBeLessThan(110);
    expect(rows[0]?.isWellFormed()).toBe(true);
  });

  test('cuts at the end alone where the problem is near the beginning', () => {
    const [row = ''] = frame(`here ${'x'.repeat(3000)}`, 1, 1);
    expect(row).toMatch(/^> 1 \| here x+…$/);
    expect(widthOf(row)).toBeLessThan(110);
  });

  test('shows no code that a terminal obeys, and nothing that turns text around', () => {
    const shown = frame('a\u001b[31m\u202eb\u0007\u200bc', 1, 1).join('\n');
    expect(shown).not.toMatch(/[^\P{Cc}\n]|[\u202e\u200b]/u);
    expect(shown).toContain('a\ufffd[31m\ufffdb');
  });
});

describe('text', () => {
  test('tells once what is the same on several lines of a file', () => {
    const problems = [2, 5, 9].map((line) => finding({ line, column: 1 }));
    const text = reportText(reportOf(problems), surroundings);
    expect(text.match(/There is no file/g)).toHaveLength(1);
    expect(text).toContain('  The same at 5:1, 9:1.\n');
    expect(text).toMatch(/\n3 errors in 1 of 7 files\.\n$/);
  });

  test('shows the lines of the first few findings of a rule in a file only', () => {
    const problems = Array.from({ length: 40 }, (_, index) =>
      finding({ line: 2, message: `Finding ${index}.` }),
    );
    const text = reportText(reportOf(problems), surroundings);
    expect(text.match(/\^/g)).toHaveLength(3);
    expect(text.match(/Finding \d+\./g)).toHaveLength(40);
  });

  test('marks what was there before', () => {
    const [old, fresh] = [finding({ line: 1 }), finding({ line: 2 })];
    const text = reportText(
      reportOf([old, fresh], { isOlder: (one) => one === old, unlisted: 'Three more.' }),
      surroundings,
    );
    expect(text).toContain('content/runbooks/a.mdx:1:3  error  links  not new\n');
    expect(text).toContain('content/runbooks/a.mdx:2:3  error  links\n');
    expect(text).toMatch(/\n2 errors in 1 of 7 files\. 1 of them new\.\nThree more\.\n$/);
  });

  test('tells once what many imported documents lack, and how to see all of it', () => {
    const problems = [
      ...lacking(40, { ruleId: 'schema', message: '`owner` is missing.', fix: 'Add: owner' }),
      finding({ path: 'runbooks/page-7.mdx', message: 'A page is dead.' }),
    ];
    const text = reportText(reportOf(problems), surroundings);
    expect(text.match(/`owner` is missing/g)).toHaveLength(1);
    expect(text).toContain(
      [
        '40 imported documents  warning  schema',
        '  `owner` is missing.',
        '  Add: owner',
        '    content/pages/page-0.mdx:2:3',
        '    content/pages/page-1.mdx:2:3',
        '    content/pages/page-2.mdx:2:3',
        '    and 37 more',
        '',
      ].join('\n'),
    );
    expect(text.indexOf('A page is dead.')).toBeLessThan(text.indexOf('40 imported'));
    expect(text).toMatch(
      /\n1 error, 40 warnings in 41 of 7 files\.\n40 of them are told by kind: .*\n.*check PATH\n.*check --format json\n$/,
    );
  });

  test('shows the first three with their own words where what to write differs', () => {
    const problems = Array.from({ length: 5 }, (_, index) =>
      lacking(2, { message: `There is no page ${index}.` }, index * 2),
    ).flat();
    const text = reportText(reportOf(problems), surroundings);
    expect(text).toContain('10 imported documents  warning  links\n');
    expect(text.match(/There is no page/g)).toHaveLength(3);
    expect(text).toContain('    and 7 more of this kind\n');
  });

  test('tells each one of what few documents lack, of a reviewed one, and of a single document', () => {
    const few = lacking(3, { message: 'Few.' });
    const reviewed = Array.from({ length: 9 }, (_, index) =>
      finding({ path: `pages/page-${index}.mdx`, message: 'Reviewed.' }),
    );
    const one = Array.from({ length: 9 }, (_, index) =>
      finding({ path: 'a.mdx', unfinished: true, message: `One ${index}.` }),
    );
    const text = reportText(reportOf([...few, ...reviewed, ...one]), surroundings);
    expect(text.match(/Few\./g)).toHaveLength(3);
    expect(text.match(/Reviewed\./g)).toHaveLength(9);
    expect(text.match(/One \d\./g)).toHaveLength(9);
    expect(text).not.toContain('told by kind');
  });

  test('keeps what is not new apart', () => {
    const problems = [...lacking(4, {}), ...lacking(4, {}, 4)];
    const text = reportText(
      reportOf(problems, { isOlder: ({ path }) => path > 'pages/page-3.mdx' }),
      surroundings,
    );
    expect(text).toContain('4 imported documents  warning  links\n');
    expect(text).toContain('4 imported documents  warning  links  not new\n');
  });
});
