import { expect, test } from 'vitest';
import { clockAt } from '../../src/site/runbook/clock.ts';
import { dangersOf, doubtsOf, fill, shownValue } from '../../src/site/runbook/fill.ts';
import { emptyLog, readLog, withCopy, withTick } from '../../src/site/runbook/log.ts';
import { noteText } from '../../src/site/runbook/note.ts';
import { placeholdersIn } from '../../src/site/runbook/placeholders.ts';
import { typedIn } from '../../src/site/runbook/session.ts';
import { variablesOf } from '../../src/site/views/forms/variables.ts';
import { parseMdx } from '../../src/workspace/mdx.ts';

test.each([
  ['kubectl -n <NAMESPACE> logs <POD>', 'bash', ['NAMESPACE', 'POD']],
  [
    'oc -n <namespace> get <vm-name>/<value of the label>',
    'console',
    ['namespace', 'vm-name', 'value of the label'],
  ],
  ['select 1 where a <b and c> 2 and id = <ID>', 'sql', ['ID']],
  ['sort <in > out; cat << EOF', 'sh', []],
  ['<MSG><ID>1</ID></MSG>', 'xml', []],
  ['echo "<a>x</a>" > <FILE>', 'sh', ['FILE']],
  ['node   <none>   <READY>', '', ['READY']],
])('the placeholders of %j', (code, language, names) => {
  expect(placeholdersIn(code, language).map(({ name }) => name)).toEqual(names);
});

test('a value goes in once, as it is, and what is missing is named', () => {
  const values = new Map([
    ['A', '<B> $& $1 <img src=x onerror=alert(1)>'],
    ['B', 'two'],
  ]);
  expect(fill('x <A> <B> <C> <C>', 'sh', values)).toEqual({
    text: 'x <B> $& $1 <img src=x onerror=alert(1)> two <C> <C>',
    open: ['C'],
  });
});

test('names that hold each other, and values that look like patterns or fill the page', () => {
  const long = 'x'.repeat(100_000);
  const values = new Map([
    ['POD', '$& $\' $` $$ "a"\n<POD_NAME>'],
    ['POD_NAME', long],
  ]);
  const code = '<POD_NAME> <POD> <POD_NAME_2> <<POD>>';
  expect(fill(code, 'sh', values)).toEqual({
    text: `${long} $& $' $\` $$ "a"\n<POD_NAME> <POD_NAME_2> <$& $' $\` $$ "a"\n<POD_NAME>>`,
    open: ['POD_NAME_2'],
  });
  expect(dangersOf(long)).toEqual(['more than 300 characters']);
  expect(shownValue(long, false)).toBe(`${'x'.repeat(300)} … (99700 more characters)`);
});

test('a form has a bound, and what lies beyond it is named', () => {
  const names = Array.from({ length: 30 }, (_, index) => `N${index}`);
  const lines = names.map((name) => `<${name}>`).join(' ');
  const { tree } = parseMdx(`\`\`\`sh\nls ${lines}\n\`\`\`\n`, 'r.mdx');
  const found = variablesOf({ data: {} }, tree);
  expect(found.variables.map(({ name }) => name)).toEqual(names.slice(0, 24));
  expect(found.unlisted).toEqual(names.slice(24));
});

test.each([
  ['a1b2-c3_d4.example:8443/x@y', 0],
  ['Köln-2,5%=+_', 0],
  ['  web-1\t', 0],
  ['2026-10-29 14:05:00+00', 1],
  ['web-1 --all', 1],
  ['web-1\u00a0x', 1],
  ['f(x', 1],
  ['a^b', 1],
  ['$(reboot)', 1],
  ['`reboot`', 1],
  ['$$', 1],
  ["x' y", 1],
  ['a; rm b', 1],
  ['a\nb', 1],
  ['-rf', 1],
  ['a\u202eb', 1],
  ['a\u001bb', 1],
  ['*', 1],
])('a value that a shell takes for more than letters is named: %j', (value, least) => {
  expect(Math.min(1, dangersOf(value).length)).toBe(least);
});

test('a copied command says what its values hold, and is without the blanks around them', () => {
  const values = new Map([
    ['HOST', ' web-1 --all '],
    ['POD', 'a-1'],
    ['FREE', 'a b'],
    ['NONE', '  '],
  ]);
  const code = 'rm <HOST> <POD> <HOST> <NONE>';
  expect(fill(code, 'sh', values)).toEqual({
    text: 'rm web-1 --all a-1 web-1 --all <NONE>',
    open: ['NONE'],
  });
  expect(doubtsOf(code, 'sh', values)).toEqual(['<HOST> holds a blank, a hyphen before a word.']);
});

test('a secret is shown as dots of one length, and what cannot be seen by its number', () => {
  expect(shownValue('hunter2', true)).toBe(shownValue('x', true));
  expect(shownValue('hunter2', true)).not.toContain('h');
  expect(shownValue('a\u202eb', false)).toBe('a\\u{202e}b');
});

test.each([
  [
    'console',
    '$ get pods\nNAME READY\na    1/1\n$ logs a \\\n>   --tail 3\nline',
    'get pods\nlogs a \\\n  --tail 3',
    3,
  ],
  ['bash', '# a comment\nls\n', '# a comment\nls\n', 0],
  ['console', '# systemctl restart x\nok', 'systemctl restart x', 1],
  ['console', '# List the pods first.\nget pods', '# List the pods first.\nget pods', 0],
  ['bash', '[root@db-1 ~]# df -h\n/dev/sda 97%\nann@jump:~$ ls', 'df -h\nls', 1],
  ['powershell', 'PS C:\\Users> Get-Service x\nRunning', 'Get-Service x', 1],
  [
    'bash',
    '$ cat > f <<\'EOF\'\n$HOME > x\nEOF\n$ echo "a\nb"\nb',
    'cat > f <<\'EOF\'\n$HOME > x\nEOF\necho "a\nb"',
    1,
  ],
  ['sql', '$ 1\n2', '$ 1\n2', 0],
  ['bash', '$ one\r\nout\r\n$ two', 'one\r\ntwo', 1],
])('%s: what is typed of %j', (language, text, typed, left) => {
  expect(typedIn(text, language)).toEqual({ text: typed, left });
});

test('a line made to be slow is read at once', () => {
  const text = `${'a@'.repeat(20_000)}\n${'x'.repeat(50_000)}\n$ ls`;
  expect(typedIn(text, 'bash').text).toBe('ls');
});

const calls = [
  { minutes: 0, who: 'Ann', route: '555-0101', href: 'tel:5550101' },
  { minutes: 40, who: 'Cy', route: 'radio 4', href: null },
  { minutes: 15, who: 'Bo', route: '555-0102', href: 'tel:5550102' },
];

test.each([
  [0, '0 of 30 min', 'Bo', 'in 15 minutes', false],
  [14.5, '14 of 30 min', 'Bo', 'in 1 minute', false],
  [15, '15 of 30 min', 'Cy', 'in 25 minutes', false],
  [90, '90 of 30 min', 'Cy', 'now (since minute 40)', true],
  [-5, '0 of 30 min', 'Bo', 'in 15 minutes', false],
])('after %d minutes', (minutes, words, who, when, late) => {
  const clock = clockAt(1_000_000, 1_000_000 + minutes * 60_000, 30, calls);
  expect(clock).toMatchObject({ words, late, call: { who, words: when } });
});

test('a page without an aim and without an escalation has a clock all the same', () => {
  expect(clockAt(0, 120_000, null, [])).toEqual({
    elapsed: 2,
    late: false,
    words: '2 min',
    call: null,
  });
});

const at = Date.UTC(2026, 10, 20, 2, 14, 5);
const input = {
  title: 'Queue\n# stalled',
  address: 'https://h.example/runbooks/queue/',
  version: 'content abc',
  deeds: [],
  now: at,
  zone: { name: 'America/New_York', ahead: -300 },
  filled: [],
  undone: 0,
  words: '',
};

test('a note tells in the order of time what was done, and no value', () => {
  const text = noteText({
    ...input,
    deeds: [
      { kind: 'step', at: at + 60_000, what: 'Step 1: Stop\nit', where: 'Mitigation' },
      { kind: 'copy', at, what: 'echo ```\nrm <ID>', where: 'jump-01' },
    ],
    filled: ['ID'],
    undone: 2,
    words: 'Called Bo.',
  });
  expect(text).toBe(`# Queue # stalled

Runbook: https://h.example/runbooks/queue/
Text: content abc
Times: UTC, from 2026-11-20. Local zone of the writer: America/New_York (UTC-05:00).

- 02:14:05 Copied, to run on jump-01:
  \`\`\`\`
  echo \`\`\`
  rm <ID>
  \`\`\`\`
- 02:15:05 Done: Step 1: Stop it (Mitigation)

Not ticked: 2 steps.

Filled in, values left out on purpose: <ID>.

What else:

Called Bo.
`);
});

test('a log is kept and read back, and nonsense in its place is an empty one', () => {
  const log = withCopy(withTick(emptyLog, '_m-1', at), 'ls', 'a', at);
  expect(withCopy(log, 'ls', 'a', at + 1)).toBe(log);
  expect(readLog(JSON.stringify(log))).toEqual(log);
  expect(withTick(log, '_m-1', null).ticks).toEqual({});
  for (const text of [null, '', '[', '1', '{"ticks":{"a":"x"},"copies":[{"at":1e99}]}'])
    expect(readLog(text)).toEqual(emptyLog);
});
