import { describe, expect, it } from 'vitest';
import { drawingOf } from '../../src/workspace/diagrams.ts';
import { html } from './body.ts';

const drawing = (source: string) =>
  html(
    `<Diagram title="T & <t>" description="D">\n\n\`\`\`mermaid\n${source}\n\`\`\`\n\n</Diagram>\n`,
  );
const svgOf = (page: string): string => /<svg.*<\/svg>/s.exec(page)?.[0] ?? '';

const EVIL = '<script>alert(1)</script><img src=x onerror=alert(1)>&lt;script&gt;';

const hostile = {
  'a label': `flowchart LR\na["${EVIL}"] --> b`,
  'a label of an arrow': `flowchart LR\na -->|${EVIL}| b`,
  'a group': `flowchart LR\nsubgraph s [${EVIL}]\na --> b\nend`,
  'a message': `sequenceDiagram\nparticipant a as ${EVIL}\na->>b: ${EVIL}\nNote over a: ${EVIL}`,
  'a state': `stateDiagram-v2\na : ${EVIL}\na --> b : ${EVIL}`,
  'a class': `classDiagram\nclass a {\n+${EVIL}\n}\na --> b : ${EVIL}`,
  'an attribute': `erDiagram\nA ||--o{ B : "x"\nA {\nstring id "${EVIL}"\n}`,
  'a chart': `xychart-beta\ntitle "${EVIL}"\nx-axis ["${EVIL}", b]\nbar [1, 2]`,
  'the end of an attribute': `flowchart LR\na["x&quot; onload=&quot;alert(1)"] --> b`,
  'an address': 'flowchart LR\na["javascript:alert(1)"] --> b["https://a.example/x.png"]',
};

describe('text in a drawing never becomes markup', () => {
  it.each(Object.entries(hostile))('%s', async (_name, source) => {
    const svg = svgOf(await drawing(source));
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    const tags = new Set([...svg.matchAll(/<([\w-]+)/g)].map(([, tag]) => tag));
    const allowed = new Set(
      'svg title desc defs marker g rect circle ellipse polygon polyline line path text tspan'.split(
        ' ',
      ),
    );
    expect([...tags].filter((tag) => !allowed.has(tag ?? ''))).toEqual([]);
    const attributes = [...svg.matchAll(/<[\w-]+((?: [\w-]+="[^"]*")*)/g)].join('');
    expect(attributes).not.toMatch(/ (?:on\w+|href|style|src|data-\w+)=/);
    expect(attributes).not.toMatch(/https?:|javascript:|var\(--/);
  });

  it('colours, links and code are refused, and would not reach the page', async () => {
    for (const line of [
      'style a fill:#f00',
      'click a "javascript:alert(1)"',
      'click a callback',
      'classDef red fill:url(https://a.example/)',
      'linkStyle 0 stroke:#f00',
      '%%{init: {"theme": "dark"}}%%',
    ]) {
      const source = `flowchart LR\na --> b\n${line}`;
      expect(drawingOf(source).trouble, line).toMatchObject({ messageId: 'directive', line: 3 });
      expect(svgOf(await drawing(source))).toBe('');
    }
  });
});

it('a drawing has a name, a description, and its text beside it', async () => {
  const page = await drawing('flowchart LR\na[First] -->|then| b[Second]');
  const id = /aria-labelledby="([^"]+)-title"/.exec(page)?.[1];
  expect(page).toContain(`<title id="${id}-title">T &#x26; &#x3C;t></title>`);
  expect(page).toContain(`<desc id="${id}-desc">D</desc>`);
  expect(page).toContain(`marker-end="url(#${id}-arrowhead)"`);
  expect(page).toContain(`id="${id}-arrowhead"`);
  expect(page).toMatch(/<details><summary>[^<]+<\/summary><p>D<\/p><figure class="code">/);
  expect(svgOf(page)).toContain('First');
});

it('what cannot be drawn is shown as text', async () => {
  const page = await drawing('gantt\na');
  expect(page).not.toContain('<svg');
  expect(page).toContain('<p>D</p>');
  expect(page).toContain('gantt');
});

it('in a sequence, the lifelines stand behind the labels and the boxes make room', async () => {
  const svg = svgOf(
    await drawing(
      'sequenceDiagram\na->>c: one\nalt two\nc->>b: three\nelse four\na->>b: five\nend',
    ),
  );
  const lifeline = svg.lastIndexOf('y1="58"');
  expect(lifeline).toBeGreaterThan(0);
  expect(lifeline).toBeLessThan(svg.indexOf('alt [two]'));
  expect(svg.match(/<g transform="translate\(0 -12\)">/g)).toHaveLength(3);
});

it.each([
  ['a sequence', 'sequenceDiagram\na->>b: c'],
  ['a graph', 'flowchart LR\na --> b\nb -.->|c| a'],
])('%s has no empty space below it', async (_name, source) => {
  const svg = svgOf(await drawing(source));
  const height = Number(/viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(svg)?.[1]);
  const ends = [...svg.matchAll(/<rect [^>]*y="([\d.]+)"[^>]*height="([\d.]+)"/g)].map(
    ([, y, tall]) => Number(y) + Number(tall),
  );
  const lines = [...svg.matchAll(/ y2="([\d.]+)"/g)].map(([, y]) => Number(y));
  expect(height - Math.max(...ends, ...lines)).toBeCloseTo(12, 0);
});

it('a form of note that is not drawn is told how to be written', () => {
  const expected = 'Note over A,B: what is known';
  expect(drawingOf('sequenceDiagram\na->>b: c\nNote: d').trouble).toMatchObject({
    messageId: 'line',
    args: { expected },
  });
});

describe('nothing of a diagram is lost in silence', () => {
  it.each([
    ['flowchart LR\na --> b\nb --x c', 'x'],
    ['sequenceDiagram\na->>b: c\nactivate b', 'activate'],
    ['sequenceDiagram\nautonumber\na->>b: c', 'autonumber'],
    ['stateDiagram-v2\na --> b\nnote right of a : hello', 'note'],
    ['classDiagram\na --> b\nnote "hello"', 'note'],
  ])('%s', (source, word) => {
    expect(drawingOf(source).trouble).toMatchObject({ messageId: 'line', args: { word } });
  });

  it.each([
    'flowchart TD\n  a[One<br/>two] --> b{Three?}\n  b -->|yes| c([Four])\n  b -.->|no| d[(Five)]\n  subgraph e [Six]\n    direction LR\n    f & g ==> h\n  end\n  %% seven',
    'flowchart LR\na-->b-->|yes|c[x]-.->d{y}==>e\nf---g',
    'sequenceDiagram\n  participant a as One\n  actor b\n  a->>+b: two\n  alt three\n    b-->>-a: four\n  else five\n    b-xa: six\n  end\n  loop seven\n    a-)b: eight\n  end\n  Note over a,b: nine',
    'stateDiagram-v2\n  [*] --> One\n  One --> Two : three\n  state Two {\n    a --> b\n  }\n  state "Four five" as s\n  Two --> s\n  s --> [*]',
    'classDiagram\n  class One {\n    <<interface>>\n    +int two\n    +three(four) bool\n  }\n  One <|-- Five : six',
    'erDiagram\n  ONE ||--o{ TWO : three\n  TWO }o--|| SIX : at\n  ONE {\n    string four PK "five"\n  }',
    'xychart-beta\n  title "One"\n  x-axis [two, three]\n  y-axis "Four" 0 --> 10\n  bar [5, 6.5]\n  line [1, 2]',
  ])('%s', (source) => {
    expect(drawingOf(source).trouble).toBeNull();
  });
});
