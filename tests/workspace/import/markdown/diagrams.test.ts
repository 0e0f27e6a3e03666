import { describe, expect, test } from 'vitest';
import { inventoryOf } from '../../../../src/domain/import/proof/inventory.ts';
import { prove } from '../../../../src/domain/import/proof/prove.ts';
import { readMarkdown } from '../../../../src/workspace/import/markdown/read-markdown.ts';
import { mdxOf } from '../../../../src/workspace/import/mdx/mdx-of.ts';
import { parseMdx } from '../../../../src/workspace/mdx.ts';

const read = (text: string) => readMarkdown(text, { path: 'guide.md', dialect: 'github' });
const fence = (...lines: string[]) => ['```mermaid', ...lines, '```'].join('\n');
const head = (text: string) =>
  [...mdxOf(read(text).tree).matchAll(/<Diagram title="([^"]*)" description="([^"]*)">/g)].map(
    ([, title, description]) => [title, description],
  );

describe('Mermaid', () => {
  test.each([
    [
      'a flowchart',
      fence(
        'flowchart LR',
        '  ehr[EHR] -->|HL7| b[Engine]',
        '  subgraph Site',
        '  b --- c',
        '  end',
      ),
      'EHR → Engine: HL7. Engine – c. Site: c.',
    ],
    [
      'a sequence',
      fence('sequenceDiagram', '  participant A as Alice', '  A->>Bob: Hello', '  Bob-->>A: Hi!'),
      'Alice → Bob: Hello. Bob → Alice: Hi!',
    ],
    ['states', fence('stateDiagram-v2', '  Open --> Closed : done'), 'Open → Closed: done.'],
    ['entities', fence('erDiagram', '  A ||--o{ B : places'), 'A – B: places.'],
    ['classes', fence('classDiagram', '  A <|-- B'), 'A – B.'],
  ])('%s is drawn, described in its own words', (_name, text, description) => {
    expect(head(`# Queue\n\n${text}\n`)).toEqual([['Queue', description]]);
  });

  test('the heading above or the diagram itself gives the title, and no title twice', () => {
    const graph = fence('flowchart LR', '  a --> b');
    const chart = fence('xychart-beta', '  title "Sales"', '  x-axis [jan, feb]', '  bar [1, 2]');
    const text = `${graph}\n\n## Talk\n\n- item\n\n${graph}\n\n${graph}\n\n${chart}\n`;
    expect(head(text).map(([title]) => title)).toEqual(['Flowchart', 'Talk', 'Talk (2)', 'Sales']);
  });

  test('its code is kept byte for byte, and the proof finds it', () => {
    const text = `# Q\n\n${fence('flowchart LR', '    a["x {y}"]  -->  b', '', '  %% why')}\n`;
    const { tree, inventory, listed } = read(text);
    const result = inventoryOf(parseMdx(mdxOf(tree), 'a.mdx').tree as never);
    expect(result.codes.map(({ value }) => value)).toEqual(
      inventory.codes.map(({ value }) => value),
    );
    expect(prove(inventory, listed, result, {}, {}).counts.codes).toMatchObject({
      kept: 1,
      lost: 0,
    });
  });

  test.each([
    ['another kind', fence('gantt', '  title x')],
    [
      'a diagram that runs something',
      fence('flowchart LR', '  a --> b', '  click a "https://x.test"'),
    ],
  ])('%s stays code and is listed', (_name, text) => {
    const { tree, listed } = read(text);
    expect(mdxOf(tree).trim()).toBe(text);
    expect(listed).toEqual([
      expect.objectContaining({
        kind: 'diagram',
        line: 1,
        became: expect.stringMatching(/^Kept as code\. \S/),
      }),
    ]);
  });

  test('where no drawing may stand it stays code', () => {
    expect(
      head(`> [!NOTE]\n> ${fence('flowchart LR', '  a --> b').replaceAll('\n', '\n> ')}\n`),
    ).toEqual([]);
  });
});
