import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { proseRules } from '../../src/domain/prose/rules.ts';
import { locate } from '../../src/workspace/locate.ts';
import { lintProse } from '../../src/workspace/prose/lint.ts';
import { readWorkspace } from '../../src/workspace/read-corpus.ts';

const FRONT = '---\nterm: Queue\nplain: Where messages wait.\n---\n\n';

/** What is said of a glossary page with this body, as `line:column rule.message words`. */
function said(body: string, more: Readonly<Record<string, string>> = {}): string[] {
  return saidOf({ 'glossary/a.mdx': FRONT + body, ...more });
}

function saidOf(files: Readonly<Record<string, string>>): string[] {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'handbook-prose-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const workspace = readWorkspace(root);
  return locate(
    lintProse(workspace, () => true),
    workspace,
  ).map(({ line, column, ruleId, messageId, message, severity }) => {
    expect(severity).toBe('warning');
    return `${line}:${column} ${ruleId}.${messageId} ${message}`;
  });
}

const long = (count: number) => `${Array.from({ length: count }, () => 'word').join(' a ')}.`;

// Every message of every rule, at the place of the word.
const cases: readonly [string, string, string][] = [
  [
    'spelling.near',
    'The feed was recieved late.',
    '6:14 spelling.near "recieved" is in no dictionary: did you mean "received"?',
  ],
  [
    'spelling.unknown',
    'It is called Xqzzvorp here.',
    '6:14 spelling.unknown "Xqzzvorp" is in no dictionary.',
  ],
  [
    'repeated-words.twice',
    'Restart the the sender.',
    '6:9 repeated-words.twice "the" stands twice.',
  ],
  [
    'articles.wrong',
    'Open a incident first.',
    '6:6 articles.wrong "a" before "incident" sounds wrong.',
  ],
  [
    'plain-words.simpler',
    'You must utilize the key.',
    '6:10 plain-words.simpler "utilize" has a shorter word.',
  ],
  [
    'plain-words.needless',
    'We are in the process of moving.',
    '6:8 plain-words.needless "in the process of" says nothing here.',
  ],
  [
    'plain-words.filler',
    'It is simply done.',
    '6:7 plain-words.filler "simply" hides how much, how sure or how hard.',
  ],
  [
    'inclusive-words.other',
    'Put it on the whitelist.',
    '6:15 inclusive-words.other "whitelist" can hurt or leave somebody out.',
  ],
  [
    'sentence-length.long',
    long(24),
    '6:1 sentence-length.long This sentence has 47 words; more than 45 are too many here.',
  ],
];

test.each(cases)('%s', (_, body, expected) => {
  expect(said(body)).toEqual([expected]);
});

test('every message of every rule is tripped above', () => {
  const all = proseRules.flatMap(({ id, messages }) =>
    Object.keys(messages).map((one) => `${id}.${one}`),
  );
  expect(all.toSorted()).toEqual(cases.map(([name]) => name).toSorted());
});

test('code, addresses, names of machines and abbreviations are not read', () => {
  const body = [
    'Run `systemctl strat sendr` on db-01.lakeside.exmaple, see /etc/sendr.conf and QRTX.',
    'A `x` or an `y`; the `a` the queue; sendrQueue, sendr_queue, recieve2.',
    '',
    '```bash',
    'recieve the the wrod',
    '```',
    '',
    '<Command on="db-01" expect="one `recieve` line">',
    '',
    '```bash',
    'sendr',
    '```',
    '',
    '</Command>',
    '',
    '[https://sendr.exmaple/recieve](https://sendr.exmaple/recieve)',
  ].join('\n');
  expect(said(body)).toEqual([]);
});

test('words are found in tables, lists, quotes, links, components and their attributes, at their place', () => {
  const body = [
    '> A quote with the',
    '> the wrod.',
    '',
    '| head | wrod |',
    '| --- | --- |',
    '| *wrod* | [wrod](https://a.example) |',
    '',
    '<Aside type="note" title="A wrod here">',
    '',
    'In 🚑 it: wrod.',
    '',
    '</Aside>',
  ].join('\n');
  const places = said(body).map((line) => line.replace(/ (?:Thi|").*/, ''));
  expect(places).toEqual([
    '6:16 repeated-words.twice',
    '7:7 spelling.near',
    '9:10 spelling.near',
    '11:4 spelling.near',
    '11:13 spelling.near',
    '13:29 spelling.near',
    '15:11 spelling.near',
  ]);
});

test('fields are read where they are text, and nowhere else', () => {
  const text = [
    '---',
    "term: 'Quue'",
    'plain: >-',
    '  Where mesages',
    '  wait.',
    'owner: recieve',
    'status: currnt',
    '---',
    '',
  ].join('\n');
  expect(saidOf({ 'glossary/a.mdx': text }).map((line) => line.split(' ')[0])).toEqual(['4:9']);
  const alert =
    'title: "a \\"wrod\\" b"\nsource: the wrod\nsystems: [wrod]\nexpression: |\n  wrod > 1\n';
  expect(saidOf({ 'alerts/a.yaml': alert }).map((line) => line.split(' ')[0])).toEqual([
    '1:13',
    '2:13',
    '5:3',
  ]);
});

test('names of the handbook are known by themselves, and words.txt adds others', () => {
  const body = 'Quillfeather called Zembrovia about the wumpet.';
  expect(said(body)).toHaveLength(3);
  const person = 'name: Ada Quillfeather\nemail: ada@lakeside.example\n';
  const more = { 'people/ada.yaml': person, 'words.txt': '# Places.\nZembrovia\n\nwumpet\n' };
  expect(said(body, more)).toEqual([]);
});

test('a runbook has shorter sentences', () => {
  const text = `---\ntitle: A\n---\n\n${long(19)}\n`;
  expect(saidOf({ 'runbooks/a.mdx': text })).toEqual([
    '5:1 sentence-length.long This sentence has 37 words; more than 35 are too many here.',
  ]);
});

test('a file that does not parse does not stop the others', () => {
  const files = {
    'glossary/b.mdx': '---\nterm: [\n---\n\n<Aside>\n',
    'glossary/a.mdx': `${FRONT}A wrod.`,
  };
  expect(saidOf(files)).toHaveLength(1);
});
