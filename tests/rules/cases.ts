import { bodyOf, document, type Files, term } from './folder.ts';

/** A folder in which a message is given, the place of it, and a folder as near to it in which it is not. */
export interface Case {
  readonly bad: Files;
  /** Path and line. */
  readonly at: string;
  readonly good: Files;
}

const MRN = 'glossary/mrn.mdx';
const BODY = 7;

/** A body whose problem is on its line `line`, and one without. */
const body = (bad: string, good: string, line = 1): Case => ({
  bad: { [MRN]: term(bad) },
  at: `${MRN}:${BODY + line}`,
  good: { [MRN]: term(good) },
});

/** A field of a term that stands on line 4 of the file. */
const fields = (bad: string, good: string, line = 4): Case => ({
  bad: { [MRN]: term('Words.\n', bad) },
  at: `${MRN}:${line}`,
  good: { [MRN]: term('Words.\n', good) },
});

const file = (path: string, bad: string | Uint8Array, good: Files, line = 1): Case => ({
  bad: { [path]: bad },
  at: `${path}:${line}`,
  good,
});

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

const adr = (extra = '') =>
  document('adr', `title: A\nsummary: B.\ndate: 2026-02-01\nstatus: accepted\n${extra}`);
const runbookWith = (text: string) =>
  document('runbook', 'title: A\nsummary: B.\nsystems: [engine]', text);
const A = 'runbooks/a.mdx';
const runbook = (change: (text: string) => string, line: number): Case => ({
  bad: { [A]: runbookWith(change(bodyOf('runbook'))) },
  at: `${A}:${line}`,
  good: { [A]: runbookWith(bodyOf('runbook')) },
});
const alertOpens = (bad: string, good: string): Case => {
  const alert = (slug: string) =>
    `title: A\nsystems: [engine]\nrunbook_url: https://handbook.example/runbooks/${slug}\n`;
  const path = 'alerts/a.yaml';
  return { bad: { [path]: alert(bad) }, at: `${path}:3`, good: { [path]: alert(good) } };
};
const drill = (log: string) =>
  document(
    'drill',
    `title: A\nsummary: B.\nrunbook: queue-stalled\non: 2026-02-01\nexecutor: ann-lee\nresult: pass\nlog_ref: ${log}`,
  );
const charter = (exit: string) =>
  document('engagement-charter', `title: A\nsummary: B.\nexit_on: ${exit}`);
const exitOn = (day: string) =>
  `customer: {name: A, domains: [a.example]}\nvendor: {name: B, domains: [b.example]}\nsponsor: ann-lee\nvendor_lead: ann-lee\nkickoff_on: 2026-01-05\nexit_on: ${day}\naudiences: [{name: engineering, description: E.}]\n`;
const madeUp = `${exitOn('2026-12-18')}synthetic: {reason: Made up., numbers: [SYN*]}\n`;
/** A term that only leadership may read, beside those that only engineering may. */
const forLeadership = (text: string) =>
  term(text).replace('audience: [engineering]', 'audience: [leadership]');
const forBoth = (text: string) =>
  term(text).replace('audience: [engineering]', 'audience: [engineering, leadership]');
const closeNorth = (text: string) => text.replace(/^term: .*$/m, 'term: Close North');
const renamed = (bad: string, good: string, content = term('Words.\n')): Case =>
  file(bad, content, { [good]: content });

const tab = (label: string) => `<Tab label="${label}">\n\na\n\n</Tab>\n`;
const tabs = (bad: string, good: string, line = 1): Case =>
  body(`<Tabs>\n\n${bad}\n</Tabs>\n`, `<Tabs>\n\n${good}\n</Tabs>\n`, line);
const command = '<Command on="a" expect="b">\n\n```\nc\n```\n\n</Command>\n';
const drawing = (source: string) =>
  `<Diagram title="a" description="b">\n\n\`\`\`mermaid\n${source}\n\`\`\`\n\n</Diagram>\n`;
const boxes = (count: number) =>
  Array.from({ length: count }, (_, index) => `b${index}[B]`).join('\n');

const bo = (side: string) => `name: Bo Reyes\nemail: bo@anchor.example\nside: ${side}\n`;

/** One case for each message that a file can carry, by rule and message. */
export const cases: Readonly<Record<string, Case>> = {
  'file-readable.tooLarge': file(MRN, term('word '.repeat(300_000)), {
    [MRN]: term('word '.repeat(1000)),
  }),
  'file-readable.empty': file(MRN, ' \n\t\n', { [MRN]: term('') }),
  'file-readable.utf16': file(MRN, Buffer.from(`\uFEFF${term('Words.\n')}`, 'utf16le'), {}),
  'file-readable.binary': file(MRN, bytes('\x89PNG', [0, 0, 0, 13, 0, 1]), {}),

  'file-name.slug': renamed('glossary/Master Index.mdx', 'glossary/master-index.mdx'),
  'file-name.noSlug': renamed('glossary/用語.mdx', 'glossary/yogo.mdx'),
  'file-name.index': renamed('glossary/index.mdx', 'glossary/card-index.mdx'),
  'file-name.ending': renamed('glossary/adt.md', 'glossary/adt.mdx'),
  'file-name.top': renamed('adt.mdx', 'glossary/adt.mdx'),
  'file-name.folder': renamed('recipes/soup.mdx', 'glossary/soup.mdx'),
  'file-name.folderNear': renamed('glosary/adt.mdx', 'glossary/adt.mdx'),
  'file-name.number': renamed('adrs/one-engine.mdx', 'adrs/0001-one-engine.mdx', adr()),
  'file-name.numberTaken': {
    bad: { 'adrs/0001-a.mdx': adr(), 'adrs/0001-b.mdx': adr() },
    at: 'adrs/0001-b.mdx:1',
    good: { 'adrs/0001-a.mdx': adr(), 'adrs/0002-b.mdx': adr() },
  },

  'text-encoding.notUtf8': file(
    MRN,
    bytes(term('Ren'), [0xe9], '\n'),
    { [MRN]: term('René \uFFFD\n') },
    8,
  ),
  'text-encoding.bom': file(MRN, `\uFEFF${term('Words.\n')}`, { [MRN]: term('Words.\uFEFF\n') }),
  'text-encoding.crlf': file(MRN, term('Words.\r\n'), {}, 8),
  'text-encoding.cr': file(MRN, term('Words.\rMore.\n'), {}, 8),
  'text-encoding.nul': file(MRN, term('Wor\0ds.\n'), {}, 8),

  'hidden-characters.code': body(
    '```sh\nls \u202e# gpj.a\n```\n',
    'שלום `a` \u200f\u200d\u00ad\n\n```sh\nls # שלום, 漢字 ✅\ufe0f\n```\n',
    2,
  ),
  'hidden-characters.strayCode': body(
    '```sh\nls \u200b-a\n```\n',
    '```sh\nls می\u200cخواهم 👩\u200d💻\n```\n',
    2,
  ),
  'hidden-characters.field': fields('expansion: eng\u200bine', 'expansion: می\u200cخواهم שלום'),
  'hidden-characters.lookAlike': body(
    '`kubectl dеlete`\n',
    '`kubectl delete` под Ω `μg ΔT` TNFα\n',
  ),
  'hidden-characters.prose': body(
    'a \u202eb\n',
    'שלום, مرحبا 👩‍⚕️ a\u00ADb \u{1f3f4}\u{e0067}\u{e0062}\u{e007f}\n',
  ),
  'hidden-characters.name': {
    bad: { 'drills/log\u202etxt.exe': 'x' },
    at: 'drills/log\u202etxt.exe:1',
    good: { 'drills/שלום.txt': 'x' },
  },

  'yaml-syntax.syntax': fields('expansion: HL7: feed', 'expansion: "HL7: feed"'),
  'yaml-syntax.duplicate': fields('term: ADT', 'expansion: ADT'),
  'yaml-syntax.key': fields('? [a]\n: b', 'expansion: a'),
  'yaml-syntax.directive': file(
    'people/ann-bee.yaml',
    '%YAML 1.1\n---\nname: Ann Bee\nemail: ann.bee@brookside.example\n',
    { 'people/ann-bee.yaml': 'name: Ann Bee\nemail: ann.bee@brookside.example\n' },
  ),
  'yaml-syntax.noMapping': file(MRN, '---\n- term\n---\nWords.\n', {}, 2),
  'yaml-syntax.tag': fields('expansion: !!js/function x', 'expansion: "!!js/function x"'),
  'yaml-syntax.anchor': fields('expansion: &more text', 'expansion: R&D text'),
  'yaml-syntax.alias': fields('expansion: *text', 'expansion: "*text"'),
  'yaml-syntax.tooDeep': file(
    MRN,
    term('Words.\n', `expansion: ${'['.repeat(400)}`),
    { [MRN]: term('Words.\n', `expansion: "${'[x] '.repeat(400)}"`) },
    4,
  ),
  'yaml-syntax.noFrontmatter': file(MRN, 'Words.\n', {}),
  'yaml-syntax.unclosed': file(MRN, '---\nterm: MRN\n\nWords.\n', {}),

  'identifiers.real': body('MRN 4471902 was merged.\n', 'The MRN was merged.\n'),
  'identifiers.undeclared': {
    bad: { [MRN]: term('Open MRN SYN900417.\n'), 'engagement.yaml': madeUp },
    at: `${MRN}:8`,
    good: { [MRN]: term('Open the synthetic MRN SYN900417.\n'), 'engagement.yaml': madeUp },
  },
  'identifiers.contact': body('Call 617-555-2284.\n', 'Call 617-555-0142.\n'),

  'secrets.value': body(
    '```sh\ncurl -u intake:wet-Harbor-91 https://lab.example\n```\n',
    '```sh\ncurl -u intake:<password> https://lab.example\n```\n',
    2,
  ),

  'mdx-syntax.lessThan': body('a <5\n', 'a < 5\n'),
  'mdx-syntax.comment': body('a <!-- b --> c\n', 'a `<!-- b -->` c\n'),
  'mdx-syntax.unclosedTag': body('<Aside>\n\nA\n', '<Aside>\n\nA\n\n</Aside>\n'),
  'mdx-syntax.voidTag': body('a<br>b\n', 'a<br />b\n'),
  'mdx-syntax.noTag': body('ssh <host>\n', 'ssh `<host>`\n'),
  'mdx-syntax.strayClosing': body('a\n\n</Aside>\n', 'a\n', 3),
  'mdx-syntax.mismatch': body('<Aside>\n\na\n\n</Steps>\n', '<Aside>\n\na\n\n</Aside>\n', 5),
  'mdx-syntax.brace': body('a { b\n', 'a \\{ b\n'),
  'mdx-syntax.line': body('export const a = (\n', 'We export a.\n'),
  'mdx-syntax.crossed': body('<Aside>\na\n\n- </Aside>\n', '<Aside>\na\n\n- b\n\n</Aside>\n'),
  'mdx-syntax.unclosedFence': body('a\n\n```sh\nls\n', 'a\n\n```sh\nls\n```\n', 3),
  'mdx-syntax.tooDeep': body(`${'> '.repeat(60)}a\n`, `${'> '.repeat(6)}a\n`),
  'mdx-syntax.tooManyMarks': body(`${'{'.repeat(1200)}\n`, `\`\`\`\n${'{'.repeat(1200)}\n\`\`\`\n`),
  'mdx-syntax.more': body('a <5\n'.repeat(60), 'a < 5\n'.repeat(60), 51),

  'safe-content.esm': body('import a from "b"\n', 'We import a from b.\n'),
  'safe-content.expression': body('a {1 + 1} b\n', 'a `{1 + 1}` b\n'),
  'safe-content.spread': body('<Aside {...a}>b</Aside>\n', '<Aside>b</Aside>\n'),
  'safe-content.attributeExpression': body(
    '<Aside title={a}>b</Aside>\n',
    '<Aside title="a">b</Aside>\n',
  ),
  'safe-content.pictureBroken': file(
    'glossary/a.svg',
    '<svg xmlns="http://www.w3.org/2000/svg">\n<path>\n</svg>\n',
    { 'glossary/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>\n' },
    3,
  ),
  'safe-content.pictureElement': file(
    'glossary/a.svg',
    '<svg xmlns="http://www.w3.org/2000/svg">\n<a href="#a"><path/></a>\n</svg>\n',
    { 'glossary/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><g><path/></g></svg>\n' },
    2,
  ),
  'safe-content.pictureCopies': file(
    'glossary/a.svg',
    '<svg xmlns="http://www.w3.org/2000/svg">\n<g id="a"><use href="#b"/></g>\n<use href="#a"/></svg>\n',
    {
      'glossary/a.svg':
        '<svg xmlns="http://www.w3.org/2000/svg"><g id="a"/><use href="#a"/></svg>\n',
    },
    3,
  ),
  'safe-content.repository': {
    bad: { 'drills/HEAD': 'ref: refs/heads/main\n', 'drills/objects/a': 'x', 'drills/refs/a': 'x' },
    at: 'drills/HEAD:1',
    good: { 'drills/HEAD': 'ref: refs/heads/main\n', 'drills/refs/a': 'x' },
  },
  'safe-content.picture': file(
    'glossary/a.svg',
    '<svg xmlns="http://www.w3.org/2000/svg">\n<script>alert(1)</script>\n</svg>\n',
    { 'glossary/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>\n' },
    2,
  ),
  'safe-content.component': body('<Spinner />\n', '`<Spinner />`\n'),
  'safe-content.componentNear': body('<Asdie>a</Asdie>\n', '<Aside>a</Aside>\n'),
  'safe-content.element': body('<marquee>a</marquee>\n', '<kbd>a</kbd>\n'),
  'safe-content.attribute': body('<kbd onclick="a()">a</kbd>\n', '<kbd title="a">a</kbd>\n'),
  'safe-content.attributeNear': body(
    '<Aside titel="a">b</Aside>\n',
    '<Aside title="a">b</Aside>\n',
  ),
  'safe-content.attributeValue': body(
    '<Aside type="loud">b</Aside>\n',
    '<Aside type="danger">b</Aside>\n',
  ),
  'safe-content.attributeMissing': body(
    '<Branch when=" ">\n\na\n\n</Branch>\n',
    '<Branch when="a">\n\na\n\n</Branch>\n',
  ),

  'components.inline': body('a <Verify>b</Verify>\n', 'a <Badge>b</Badge>\n'),
  'components.outside': body(
    '<Tab label="a">\n\nb\n\n</Tab>\n',
    '<Tabs>\n\n<Tab label="a">\n\nb\n\n</Tab>\n\n<Tab label="b">\n\nb\n\n</Tab>\n\n</Tabs>\n',
  ),
  'components.itself': body(
    `<Branch when="a">\n\n${command}\n<Branch when="b">\n\nc\n\n</Branch>\n\n</Branch>\n`,
    `<Branch when="a">\n\n${command}\n</Branch>\n\n<Branch when="b">\n\nc\n\n</Branch>\n`,
    11,
  ),
  'components.nested': body(
    '<Aside>\n\n<Steps>\n\n1. a\n\n</Steps>\n\n</Aside>\n',
    '<Aside>\n\n<Badge>a</Badge>\n\n</Aside>\n\n<Steps>\n\n1. a\n\n   <Aside>b</Aside>\n\n</Steps>\n',
    3,
  ),
  'components.empty': body('<Rollback>\n\n</Rollback>\n', '<Rollback>\n\na\n\n</Rollback>\n'),
  'components.child': tabs(`${tab('a')}\nwords\n\n${tab('b')}`, `${tab('a')}\n${tab('b')}`, 9),
  'components.few': tabs(tab('a'), `${tab('a')}\n${tab('b')}`),
  'components.twice': tabs(`${tab('a')}\n${tab('a')}`, `${tab('a')}\n${tab('b')}`, 9),
  'components.code': body(
    '<Command on="a" expect="b">\n\n```\nc\n```\n\n```\nd\n```\n\n</Command>\n',
    '<Command on="a" expect="b">\n\n```\nc\n```\n\n</Command>\n',
  ),
  'components.language': body(
    drawing('a --> b').replace('mermaid', 'text'),
    drawing('flowchart LR\na --> b'),
    3,
  ),
  'components.list': body(
    '<FileTree>\n\na.conf\n\n</FileTree>\n',
    '<FileTree>\n\n- a.conf\n\n</FileTree>\n',
  ),
  'components.unordered': body(
    '<Steps>\n\n- a\n\n</Steps>\n',
    '<Steps>\n\n1. a\n\n   - b\n\n</Steps>\n',
    3,
  ),
  'components.time': body(
    '<Timeline>\n\n- 11:04 a\n\n</Timeline>\n',
    '<Timeline>\n\n- 11:04 — a\n- **11:05** b\n\n</Timeline>\n',
    3,
  ),
  'components.entry': body(
    '<FileTree>\n\n- a/\n-\n\n</FileTree>\n',
    '<FileTree>\n\n- a/\n  - b\n\n</FileTree>\n',
    4,
  ),
  'components.folder': body(
    '<FileTree>\n\n- a\n  - b\n\n</FileTree>\n',
    '<FileTree>\n\n- `a/` words\n  - b\n\n</FileTree>\n',
    3,
  ),
  'components.number': body(
    '<Metric label="a" value="1" target="below 5" />\n',
    '<Metric label="a" value="1,204.5" previous="-3" target="0" unit="min" />\n',
  ),
  'components.mermaid': body(
    '```mermaid\nflowchart LR\na --> b\n```\n',
    drawing('flowchart LR\na --> b'),
  ),
  'components.kind': body(drawing('gantt\na'), drawing('graph TD\na --> b'), 4),
  'components.line': body(drawing('flowchart LR\na --x b'), drawing('flowchart LR\na --> b'), 5),
  'components.note': body(
    drawing('sequenceDiagram\nNote over a: b\na->>c: d'),
    drawing('sequenceDiagram\na->>c: d\nNote over a: b'),
    5,
  ),
  'components.directive': body(
    drawing('flowchart LR\na --> b\nclick a "https://a.example"'),
    drawing('flowchart LR\na --> b[click here]'),
    6,
  ),
  'components.size': body(
    drawing(`flowchart LR\n${boxes(61)}`),
    drawing(`flowchart LR\n${boxes(60)}`),
    3,
  ),
  'components.drawing': body(drawing('sequenceDiagram'), drawing('sequenceDiagram\na->>b: c'), 3),

  'engagement.missing': { bad: { 'engagement.yaml': null }, at: 'engagement.yaml:1', good: {} },
  'engagement.disagrees': {
    bad: { 'charters/a.mdx': charter('2026-12-19') },
    at: 'charters/a.mdx:4',
    good: { 'charters/a.mdx': charter('2026-12-18') },
  },
  'engagement.side': {
    bad: { 'people/bo-reyes.yaml': bo('customer') },
    at: 'people/bo-reyes.yaml:3',
    good: { 'people/bo-reyes.yaml': bo('vendor') },
  },
  'engagement.backwards': file(
    'engagement.yaml',
    exitOn('2026-01-05'),
    { 'engagement.yaml': exitOn('2026-01-06') },
    6,
  ),
  'engagement.broad': file(
    'engagement.yaml',
    `${exitOn('2026-12-18')}synthetic: {reason: Made up., numbers: [0000000-9999999]}\n`,
    {
      'engagement.yaml': `${exitOn('2026-12-18')}synthetic: {reason: Made up., numbers: [9000000-9009999]}\n`,
    },
    8,
  ),

  'schema.unknown': fields('colour: red', 'expansion: red'),
  'schema.unknownNear': fields('expantion: red', 'expansion: red'),
  'schema.missing': file(MRN, document('glossary', 'term: MRN', 'Words.\n'), {}, 2),
  'schema.empty': fields('expansion:', 'expansion: a'),
  'schema.type': fields('expansion: 2026', 'expansion: "2026"'),
  'schema.list': fields('status: marvellous', 'status: retired'),
  'schema.listNear': fields('status: curent', 'status: current'),
  'schema.date': fields('created: 2026-02-30', 'created: 2026-02-28'),
  'schema.value': {
    bad: { 'people/ann-lee.yaml': 'name: Ann Lee\nemail: ann at brookside\n' },
    at: 'people/ann-lee.yaml:2',
    good: { 'people/ann-lee.yaml': 'name: Ann Lee\nemail: ann.lee@brookside.example\n' },
  },
  'schema.size': fields('review_every_days: 4000', 'review_every_days: 40'),

  'references.near': fields('successor: ann-le', 'successor: ann-lee'),
  'references.none': fields('successor: zoe', 'successor: bo-reyes'),
  'references.wordNear': file(MRN, term('').replace('[engineering]', '[enginering]'), {}, 6),
  'references.word': file(
    MRN,
    term('').replace('[engineering]', '[gardeners]'),
    { [MRN]: term('').replace('[engineering]', '[leadership]') },
    6,
  ),

  'files.none': {
    bad: { 'drills/a.mdx': drill('absent.txt') },
    at: 'drills/a.mdx:8',
    good: { 'drills/a.mdx': drill('log.txt'), 'drills/log.txt': 'x' },
  },
  'files.near': {
    bad: { 'drills/a.mdx': drill('transcirpt.txt'), 'drills/transcript.txt': 'x' },
    at: 'drills/a.mdx:8',
    good: { 'drills/a.mdx': drill('./transcript.txt'), 'drills/transcript.txt': 'x' },
  },
  'reference-cycles.circle': {
    bad: {
      'adrs/0001-a.mdx': adr('supersedes: [0002-b]'),
      'adrs/0002-b.mdx': adr('supersedes: [0001-a]'),
    },
    at: 'adrs/0001-a.mdx:6',
    good: { 'adrs/0001-a.mdx': adr(), 'adrs/0002-b.mdx': adr('supersedes: [0001-a]') },
  },
  'addresses.taken': {
    bad: { 'glossary/MRN.mdx': term('') },
    at: 'glossary/MRN.mdx:1',
    good: { 'glossary/mrn-2.mdx': term('') },
  },
  'aliases.form': fields('aliases: [old-name]', 'aliases: [/old-name/]'),
  'aliases.page': fields(
    'aliases: [/runbooks/queue-stalled/]',
    'aliases: [/runbooks/queue-stuck/]',
  ),
  'aliases.taken': {
    bad: { [MRN]: term('', 'aliases: [/old/]'), 'glossary/z.mdx': term('', 'aliases: [/old/]') },
    at: 'glossary/z.mdx:4',
    good: { [MRN]: term('', 'aliases: [/old/]'), 'glossary/z.mdx': term('', 'aliases: [/older/]') },
  },

  'alerts.gone': alertOpens('nothing-like-it', 'queue-stalled'),
  'alerts.near': alertOpens('queue-stallde', 'queue-stalled/#diagnosis'),

  'sections.missing': runbook((text) => text.replace('## Access\n\nWords.\n\n', ''), 17),
  'sections.missingSeveral': runbook(
    (text) => text.replace(/## Access.*## Verify/s, '## Verify'),
    17,
  ),
  'sections.misspelt': runbook((text) => text.replace('## Escalate', '## Escalte'), 37),
  'sections.order': runbook(
    (text) => text.replace('## Access\n\nWords.\n\n', '').concat('\n## Access\n\nWords.\n'),
    41,
  ),
  'sections.empty': runbook((text) => text.replace('## Verify\n\nWords.', '## Verify\n\nTBD'), 29),
  'sections.twice': runbook((text) => `${text}\n## Verify\n\nAgain.\n`, 45),

  'template-words.draft': runbook(
    (text) => text.replace('## Verify\n\nWords.', '## Verify\n\nTo write: how to know.'),
    29,
  ),
  'template-words.finished': {
    bad: {
      [A]: document(
        'runbook',
        'title: A\nsummary: "To write: b."\nstatus: current\nsystems: [engine]',
      ),
    },
    at: `${A}:3`,
    good: {
      [A]: document('runbook', 'title: A\nsummary: B.\nstatus: current\nsystems: [engine]'),
    },
  },

  'headings.title': body('# MRN\n', '## MRN\n'),
  'headings.skipped': body('## A\n\n#### B\n', '## A\n\n### B\n', 3),
  'headings.empty': body('##\n\na\n', '## A\n\na\n'),

  'links.file': body(
    '[a](../runbooks/nothing-like-it.mdx)\n',
    '[a](../runbooks/queue-stalled.mdx)\n',
  ),
  'links.fileNear': body(
    '[a](../runbooks/queue-staled.mdx)\n',
    '[a](../runbooks/queue-stalled.mdx)\n',
  ),
  'links.ending': body(
    '[a](../runbooks/queue-stalled.md)\n',
    '[a](../runbooks/queue-stalled.mdx)\n',
  ),
  'links.page': body('[a](/nothing/like/it/)\n', '[a](/runbooks/queue-stalled/)\n'),
  'links.pageNear': body('[a](/runbooks/queue-staled/)\n', '[a](/runbooks/)\n'),
  'links.moved': {
    bad: { [MRN]: term('[a](/old/)\n'), 'glossary/z.mdx': term('', 'aliases: [/old/]') },
    at: `${MRN}:8`,
    good: { [MRN]: term('[a](z.mdx)\n'), 'glossary/z.mdx': term('', 'aliases: [/old/]') },
  },
  'links.outside': body('[a](../../secret.txt)\n', '[a](https://example.org/)\n'),
  'links.unsafe': body('[a](javascript:alert(1))\n', '[a](mailto:ann@brookside.example)\n'),
  'links.unpublished': {
    bad: { [MRN]: term('[a](a.html)\n'), 'glossary/a.html': '<p>a</p>' },
    at: `${MRN}:${BODY + 1}`,
    good: { [MRN]: term('[a](a.pdf)\n'), 'glossary/a.pdf': 'a' },
  },
  'links.user': body('[a](https://brookside.example@b.example/)\n', '[a](https://b.example/@a)\n'),
  'links.lookAlike': body('[a](https://аnchor.example/)\n', '[a](https://müller.example/)\n'),
  'links.disguised': body(
    '[https://a.example/x](https://b.example/x)\n',
    '[a.example](https://www.a.example/x) [conf.io.json](https://b.example/)\n',
  ),
  'links.empty': body('[a]()\n', '[a](#b)\n\n## B\n\nc\n'),
  'anchors.near': body('[a](#numbres)\n\n## Numbers\n\nb\n', '[a](#numbers)\n\n## Numbers\n\nb\n'),
  'anchors.none': body(
    '[a](../systems/engine.mdx#nothing-like-it)\n',
    '[a](../systems/engine.mdx#context)\n',
  ),
  'audiences.link': {
    bad: { [MRN]: term('[a](z.mdx)\n'), 'glossary/z.mdx': forLeadership('') },
    at: `${MRN}:${BODY + 1}`,
    good: { [MRN]: term('[a](z.mdx)\n'), 'glossary/z.mdx': forBoth('') },
  },
  'audiences.reference': {
    bad: { [MRN]: term('a\n', 'see_also: [z]'), 'glossary/z.mdx': forLeadership('') },
    at: `${MRN}:4`,
    good: { [MRN]: term('a\n', 'see_also: [z]'), 'glossary/z.mdx': term('') },
  },
  'audiences.named': {
    bad: { [MRN]: term('As `glossary/z` says.\n'), 'glossary/z.mdx': forLeadership('') },
    at: `${MRN}:${BODY + 1}`,
    good: { [MRN]: term('As `glossary/z` says.\n'), 'glossary/z.mdx': forBoth('') },
  },
  'audiences.titled': {
    bad: { [MRN]: term('As Close North says.\n'), 'glossary/z.mdx': closeNorth(forLeadership('')) },
    at: `${MRN}:${BODY + 1}`,
    good: { [MRN]: term('As Close North says.\n'), 'glossary/z.mdx': closeNorth(forBoth('')) },
  },
  'images.none': body('![a](missing.png)\n', '![a](../runbooks/queue.png)\n'),
  'images.near': body('![a](../runbooks/queeu.png)\n', '![a](../runbooks/queue.png)\n'),
  'images.remote': body('![a](https://example.org/a.png)\n', '[a](https://example.org/a.png)\n'),
  'images.kind': {
    bad: { [MRN]: term('![a](a.txt)\n'), 'glossary/a.txt': 'x' },
    at: `${MRN}:8`,
    good: { [MRN]: term('[a](a.txt)\n'), 'glossary/a.txt': 'x' },
  },
  'images.data': body(
    '![a](data:image/svg+xml;base64,PHN2Zz4=)\n',
    '![a](data:image/gif;base64,R0lGODlhAQABAAAAACw=)\n',
  ),
  'images.alt': body('![](../runbooks/queue.png)\n', '![a](../runbooks/queue.png)\n'),
};
