import { toString as textOf } from 'mdast-util-to-string';
import type { MdastNode } from 'satteri';
import { childrenOf, isJsx } from '../../components/nodes.ts';
import { type Entry, entriesOf } from '../../graph/corpus.ts';
import { rowsAt, textAt } from '../../graph/fields.ts';
import { at } from '../../problems/problem.ts';
import { type CodePlace, codeIn, isRun, lineIn } from '../facts/commands.ts';
import { isSaid } from '../facts/said.ts';
import { type BodySection, sectionNamed, sectionsIn } from '../facts/sections.ts';
import { defineStandardRule } from '../rule.ts';

export const rbk03 = defineStandardRule({
  id: 'RBK-03',
  title: 'Commands can be copied as they stand',
  statement:
    'Mitigation is a numbered list. Each block to run says its language, where it is run and what a good answer looks like. Each placeholder is a declared variable.',
  why: 'At night people copy. A command without a host is run on the wrong one, one without an expected answer is run twice, and an undeclared <HOST> is typed as it stands or guessed.',
  sources: [{ source: 'prom-operator', clause: 'runbooks.help: steps, commands, expected output' }],
  appliesTo: ['runbook'],
  stages: [{ from: '-60', severity: 'warning' }],
  waivable: 'yes',
  satisfy: [
    'Number the steps of Mitigation.',
    'Put each block into `<Command on="host" expect="what a good answer looks like">`.',
    'Declare each placeholder under `variables:` with `name`, `label` and `hint`, which says where its value is found.',
  ],
  limits: 'That the command does what the text says. A drill shows it.',
  messages: {
    unnumbered: {
      message: 'Mitigation has no numbered steps, so nobody can say on the phone where they are.',
      fix: 'Write the steps as 1., 2., 3., inside <Steps>.',
    },
    language: {
      message: 'This block does not say in which language it is.',
      fix: 'Write ```bash, ```sql or ```powershell; ```text if it is an answer.',
    },
    place: {
      message: 'This block does not say where it is run.',
      fix: 'Put it into <Command on="the host" expect="a good answer">, or give the block a title with the host.',
    },
    expected: {
      message: 'Nothing says what a good answer to this command looks like.',
      fix: 'Put it into <Command on="the host" expect="a good answer">, or write below it: Expected: ...',
    },
    undeclared: {
      message: 'The placeholder {placeholder} is not declared, so nobody knows what to put in.',
      fix: 'Add under variables: - name: {name}, with its label and a hint where to find the value.',
    },
  },
  examples: {
    ok: {
      path: 'runbooks/queue-stalled.mdx',
      text: '## Mitigation\n\n1. Start the worker.\n\n   <Command on="`fax-01`" expect="`active`">\n\n   ```bash\n   fax-ctl start <QUEUE>\n   ```\n\n   </Command>\n',
    },
    notOk: {
      path: 'runbooks/queue-stalled.mdx',
      text: '## Mitigation\n\n1. Start the worker.\n\n   ```bash\n   ssh <HOST> fax-ctl start\n   ```\n',
    },
  },
  *check({ corpus, treeOf }) {
    let good = 0;
    for (const entry of entriesOf(corpus, 'runbook')) {
      if (!entry.readable || entry.data['status'] === 'retired') continue;
      const sections = sectionsIn(treeOf(entry));
      const findings = [...troubles(entry, sections)];
      yield* findings;
      if (findings.length === 0 && sections.length > 0) good++;
    }
    if (good > 0) yield { evidence: `${good} runbooks have numbered steps and complete commands` };
  },
});

function* troubles(entry: Entry, sections: readonly BodySection[]) {
  const { path } = entry;
  const mitigation = sectionNamed(sections, 'Mitigation');
  if (mitigation !== null && !mitigation.nodes.some(hasNumbers))
    yield { messageId: 'unnumbered', path, position: at(mitigation) } as const;
  const code = codeIn(sections);
  for (const place of code.filter(isRun)) {
    const here = { path, position: at(place) };
    if (place.lang === null) yield { messageId: 'language', ...here } as const;
    if (!isSaid(place.command?.['on'] ?? place.title))
      yield { messageId: 'place', ...here } as const;
    if (!saysAnswer(place)) yield { messageId: 'expected', ...here } as const;
  }
  yield* undeclared(entry, code);
}

const hasNumbers = (node: MdastNode): boolean =>
  (node.type === 'list' && node.ordered === true) ||
  (isJsx(node) && childrenOf(node).some(hasNumbers));

const ANSWER = /\b(expect\w*|you see|answers?|prints?|shows?|means?|returns?|gives?)\b/i;

/** Whether the component says what to expect, or the blocks below it do, up to the next block to run. */
function saysAnswer({ command, path, section }: CodePlace): boolean {
  if (command !== null) return isSaid(command['expect']);
  const parent = path.at(-2);
  const siblings = parent === undefined ? section.nodes : childrenOf(parent);
  const after = siblings.slice(siblings.indexOf(path.at(-1) as MdastNode) + 1);
  const next = after.findIndex((node) => node.type === 'heading');
  return after
    .slice(0, next < 0 ? undefined : next)
    .some(
      (node) =>
        node.type === 'table' ||
        (node.type === 'code' && /^(te?xt|output)$/.test(node.lang ?? '')) ||
        (isJsx(node) && (node.name === 'Verify' || node.name === 'Branch')) ||
        (node.type === 'paragraph' && ANSWER.test(textOf(node))),
    );
}

const PLACEHOLDER =
  /<([A-Za-z][A-Za-z0-9_-]*)>|\{\{\s*([A-Z][A-Z0-9_]+)\s*\}\}|\b(YOUR_[A-Z_]+)\b/g;

function* undeclared({ path, data }: Entry, code: readonly CodePlace[]) {
  const known = new Set(rowsAt(data, 'variables').map((row) => textAt(row, 'name')));
  for (const place of code.filter((one) => one.inline || isRun(one))) {
    for (const match of place.text.matchAll(PLACEHOLDER)) {
      const raw = match[1] ?? match[2] ?? match[3] ?? '';
      if (known.has(raw)) continue;
      known.add(raw);
      const name = raw.toUpperCase().replaceAll('-', '_');
      const position = at({ line: lineIn(place, match.index), column: place.column });
      yield {
        messageId: 'undeclared',
        path,
        position,
        args: { placeholder: match[0], name },
      } as const;
    }
  }
}
