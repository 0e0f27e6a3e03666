import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { reportMarkdown } from '../../../src/cli/reporters/markdown.ts';
import { code, codeInCell, inCell, literal } from '../../../src/cli/reporters/markdown-text.ts';
import type { ChangeSummary } from '../../../src/domain/changes/summary.ts';
import { finding, lacking, reportOf, surroundings } from './findings.ts';

const parse = (text: string) => unified().use(remarkParse).use(remarkGfm).parse(text);

/** The kinds of nodes in a Markdown text. */
function kindsIn(text: string): Set<string> {
  const kinds = new Set<string>();
  visit(parse(text), ({ type }) => void kinds.add(type));
  return kinds;
}

const attacks = [
  '@sam-okafor and @larkfen/all',
  'see #12, GH-12, !34, &5, ~label, %3, $6',
  '<img src=x onerror=alert(1)> <!-- --> <https://evil.example>',
  '![x](https://evil.example/p.png) [y](javascript:alert(1)) [z]: https://evil.example',
  'https://evil.example www.evil.example mailto:a@b.example',
  '**bold** _em_ ~~gone~~ `code` ``two` ticks`` \\`',
  'a | b \\| c `d | e` `f \\| g`',
  '# heading',
  '- item',
  '1. item',
  '> quote',
  '```\nfence\n```',
  '---',
  'line\nbreak\r\n\u2028and \u202eturned',
  '[^1] and footnote[^1]',
  '\\| out of the cell | <b>',
  '`unclosed | tick',
  '`\\`|`',
];

const plainKinds = ['root', 'paragraph', 'text', 'inlineCode'];

describe('text of a document in Markdown', () => {
  test.each(attacks)('is nothing but text and code: %j', (text) => {
    for (const form of [literal(text), `- x ${literal(text)}`])
      for (const kind of kindsIn(form)) expect([...plainKinds, 'list', 'listItem']).toContain(kind);
    expect(literal(text)).not.toMatch(/\n/);
  });

  test.each(attacks)('stays in its cell: %j', (text) => {
    for (const cell of [inCell(text), codeInCell(text), codeInCell(`${text}\\`)]) {
      const table = `| a | b | c |\n| --- | --- | --- |\n| 1 | ${cell} | 3 |`;
      const rows: unknown[][] = [];
      visit(parse(table), 'tableRow', ({ children }) => void rows.push(children));
      expect(rows.map((cells) => cells.length)).toEqual([3, 3]);
      const kinds = [...plainKinds, 'table', 'tableRow', 'tableCell'];
      for (const kind of kindsIn(table)) expect(kinds).toContain(kind);
      expect(JSON.stringify(rows[1]?.[2])).toContain('"3"');
    }
  });

  test('pings nobody and refers to nothing', () => {
    const text = literal('@ann #12 !3 GH-4 https://x.example www.x.example a@b.example');
    expect(text).not.toMatch(/[@#!]\w|GH-\d|:\/\/|www\./);
  });

  test.each(attacks)('as code is one piece of code: %j', (text) => {
    expect([...kindsIn(code(text))]).toEqual(['root', 'paragraph', 'inlineCode']);
  });
});

const named = (title: string) => ({
  id: 'runbooks/a',
  path: 'runbooks/a.mdx',
  type: 'Runbook',
  title,
});

const change = (more: Partial<ChangeSummary> = {}): ChangeSummary => ({
  revision: 'main',
  documents: [],
  otherFiles: 0,
  references: [],
  fixed: [],
  standard: { asOf: '2026-09-15', gates: [], rules: [], voided: [], due: [] },
  ...more,
});

const markdown = (report: ReturnType<typeof reportOf>) => reportMarkdown(report, surroundings);

describe('markdown', () => {
  test('without a change is a table of findings', () => {
    const text = markdown(
      reportOf([finding({ severity: 'warning' }), finding({ message: 'a | b' })]),
    );
    expect(text).toContain('7 files, 1 error, 1 warning.');
    expect(text).toContain(
      '| `content/runbooks/a.mdx:2` | error | links | a \\| b | Correct the path. |',
    );
    expect(text.indexOf('| error |')).toBeLessThan(text.indexOf('| warning |'));
  });

  test('tells what many imported documents lack in one row behind all others', () => {
    const problems = [
      ...lacking(300, { message: 'No owner.' }),
      finding({ severity: 'warning', path: 'x.mdx', message: 'A heading.' }),
    ];
    const rows = reportMarkdown(reportOf(problems), surroundings)
      .split('\n')
      .filter((row) => /^\| `/.test(row));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('A heading.');
    expect(rows[1]).toMatch(
      /`content\/pages\/page-0.mdx:2` and 299 more imported documents .*No owner/,
    );
  });

  test('without anything to say is a heading', () => {
    expect(markdown(reportOf([], { change: change() }))).toBe('## Handbook: no new problems\n');
  });

  test('says which records the edit voided, and what to type', () => {
    const voided = (['review', 'acceptance', 'drill'] as const).map((what) => ({
      ...named('Fax'),
      what,
    }));
    const standard = {
      ...change().standard,
      voided,
      due: [{ ...named('Old'), dueOn: '2026-09-01' }],
    };
    const text = markdown(reportOf([], { change: change({ standard } as Partial<ChangeSummary>) }));
    expect(text).toContain('### Voided by the edit');
    expect(text).toContain('`npm run handbook -- review runbooks/a --by PERSON`');
    expect(text).toContain('`npm run handbook -- accept runbooks/a --by PERSON`');
    expect(text).toContain('`npm run handbook -- drill runbooks/a --by PERSON');
    expect(text).toContain('### Due for review on');
    expect(text).toContain('since 2026-09-01');
  });

  test('of ten thousand findings and documents fits into a comment, and counts what was cut', () => {
    const problems = Array.from({ length: 10_000 }, (_, line) =>
      finding({ line: line + 1, message: `<${'&'.repeat(500)}> ${line}`, fix: '|'.repeat(900) }),
    );
    const documents = problems.map(() => ({
      ...named('@'.repeat(300)),
      kind: 'added' as const,
      before: 'x',
    }));
    const text = markdown(reportOf(problems, { change: change({ documents, fixed: problems }) }));
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/\band 99\d\d more\b/);
    expect(text).toMatch(/And 99\d\d more\.|10000 of them\./);
  });

  test.each(attacks)('lets no title out of its line: %j', (title) => {
    const documents = [{ ...named(title), kind: 'renamed' as const, before: title }];
    const references = [
      { kind: 'removed' as const, from: named(title), label: 'Mentions', to: named(title) },
    ];
    const text = markdown(reportOf([], { change: change({ documents, references }) }));
    const kinds = [...plainKinds, 'list', 'listItem', 'heading'];
    for (const kind of kindsIn(text)) expect(kinds).toContain(kind);
    let items = 0;
    visit(parse(text), 'listItem', () => void items++);
    expect(items).toBe(2);
  });
});
