/** A line of a diagram that is neither empty nor a comment. */
export interface Line {
  readonly text: string;
  /** Lines below the opening fence. */
  readonly below: number;
}

/** A kind of diagram that is drawn. */
export interface DiagramKind {
  /** The first line that authors are told to write. */
  readonly header: string;
  readonly first: RegExp;
  /** A line in a form that is drawn. */
  readonly form: string;
  /** Its boxes and arrows can be counted before it is drawn, and each line read by itself. */
  readonly isGraph: boolean;
  /** Lines that link, run or colour; the first group is the word. */
  readonly directive: RegExp;
  /** Lines that open, part or close a group: they mean nothing by themselves. */
  readonly group: RegExp | null;
  /** Forms of Mermaid that the library passes over, and how it reads them. */
  readonly repair?: readonly [RegExp, string];
  /** Words that are told by their place, not written into the drawing. */
  readonly keywords: ReadonlySet<string>;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** The kinds of diagrams that are drawn. */
export const diagramKinds: readonly DiagramKind[] = [
  {
    header: 'flowchart LR',
    first: /^(?:graph|flowchart)\s+(?:TD|TB|LR|BT|RL)$/i,
    form: 'A[First] -->|then| B[Second]',
    // Without a space the arrow is read as a part of the name.
    repair: [/(?<=[\w\])}])(?=(?:-->|---|-\.->|-\.-|==>|===)(?:[\s\w|]))/g, ' '],
    isGraph: true,
    directive: /^(click|style|classDef|linkStyle|class|%%(?=\{))(?=[\s{]|$)/,
    group: /^(?:subgraph\s|end$|direction\s)/,
    keywords: words('subgraph end direction td tb lr bt rl'),
  },
  {
    header: 'sequenceDiagram',
    first: /^sequenceDiagram$/i,
    form: 'A->>B: what is said',
    // The name below the figure of an actor stands in the way of the first message.
    repair: [/^(\s*)actor(?=\s)/gm, '$1participant'],
    isGraph: false,
    directive: /^(links?|properties|details|%%(?=\{))(?=[\s{]|$)/,
    group: /^(?:note|loop|alt|opt|par|critical|break|rect|else|and|end)(?:\s|$)/i,
    keywords: words(
      'participant actor as note over left right of loop alt opt par critical break rect else and end',
    ),
  },
  {
    header: 'stateDiagram-v2',
    first: /^stateDiagram(?:-v2)?$/i,
    form: 'First --> Second : what happens',
    isGraph: true,
    directive: /^(click|style|classDef|class|%%(?=\{))(?=[\s{]|$)/,
    group: /^(?:state\s.*\{|\}|direction\s.*)$/,
    keywords: words('state as direction td tb lr bt rl'),
  },
  {
    header: 'classDiagram',
    first: /^classDiagram$/i,
    form: 'First --> Second : label',
    isGraph: false,
    directive: /^(click|link|callback|style|classDef|cssClass|%%(?=\{))(?=[\s{]|$)/,
    group: null,
    keywords: words('class direction td tb lr bt rl'),
  },
  {
    header: 'erDiagram',
    first: /^erDiagram$/i,
    form: 'FIRST ||--o{ SECOND : label',
    repair: [/}o(?=--|\.\.)/g, 'o{'],
    isGraph: false,
    directive: /^(style|classDef|class|%%(?=\{))(?=[\s{]|$)/,
    group: null,
    keywords: words('direction td tb lr bt rl'),
  },
  {
    header: 'xychart-beta',
    first: /^xychart(?:-beta)?(?:\s+horizontal)?$/i,
    form: 'bar [1, 2, 3]',
    isGraph: false,
    directive: /^(%%)(?=\{)/,
    group: null,
    keywords: words('title x y axis bar line'),
  },
];

/** The kind of a diagram by its first line, or null. */
export const kindOf = (lines: readonly Line[]): DiagramKind | null =>
  diagramKinds.find(({ first }) => first.test(lines.find(isHeader)?.text ?? '')) ?? null;

/** The lines of a diagram that mean something; settings in `%%{` are no comment. */
export const linesOf = (source: string): Line[] =>
  source
    .split('\n')
    .map((text, index) => ({ text: text.trim(), below: index + 1 }))
    .filter(({ text }) => text !== '' && (!text.startsWith('%%') || text.startsWith('%%{')));

/** Settings may stand before the first line. */
const isHeader = ({ text }: Line): boolean => !text.startsWith('%%');
