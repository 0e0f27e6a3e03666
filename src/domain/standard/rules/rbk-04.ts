import { toString as textOf } from 'mdast-util-to-string';
import type { MdastNode } from 'satteri';
import { isJsx } from '../../components/nodes.ts';
import { type Entry, entriesOf } from '../../graph/corpus.ts';
import { at, field } from '../../problems/problem.ts';
import { type CodePlace, codeIn, isRun, lineIn, stepOf } from '../facts/commands.ts';
import { destructionsIn } from '../facts/destructive.ts';
import { blocksBefore, guards, isRollback, partsOf, tellsWayBack, warns } from '../facts/guards.ts';
import { isWritten } from '../facts/said.ts';
import { type BodySection, sectionNamed, sectionsIn, wordsOf } from '../facts/sections.ts';
import { defineStandardRule } from '../rule.ts';

export const rbk04 = defineStandardRule({
  id: 'RBK-04',
  title: 'Destructive steps are announced, guarded and reversible',
  statement:
    'A step that can lose data or cut people off (drop, delete, truncate, rm, force, failover, purge) has a warning before it, a condition to check first, and a way back or the words that there is none. The runbook says `destructive: true`.',
  why: 'The one command that cannot be taken back looks like the others when it is copied at night. Who read the warning before has a second to stop.',
  sources: [
    { source: 'sre', clause: 'production readiness review' },
    { source: 'prom-operator', clause: 'runbooks.help' },
  ],
  appliesTo: ['runbook'],
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Write `destructive: true`.',
    'Before the step: `<Aside type="danger" title="Step 3 deletes a message">`, with what must be true before anybody goes on.',
    'In the step `<Rollback>`, or in the section Rollback its number and the way back, or "no way back".',
  ],
  limits:
    'It knows the usual destructive words of shells, databases and web calls, not what a program of your own does. Mark such a runbook with `destructive: true`.',
  messages: {
    unmarked: {
      message: 'It runs `{words}` (line {line}) and does not say that it is destructive.',
      fix: 'Write: destructive: true',
    },
    warning: {
      message: 'Nothing warns of `{words}` before it is reached.',
      fix: 'Add before the step: <Aside type="danger" title="This step cannot be taken back"> with what is lost.',
    },
    precondition: {
      message: 'Nothing says what to check before `{words}`.',
      fix: 'Write before the command what must be true to go on: Only if ..., or a <Verify> in the step before.',
    },
    wayBack: {
      message: 'Nothing says how `{words}` is taken back.',
      fix: 'Add <Rollback> to the step, or write in the section Rollback: Step {step} has no way back; then what to do instead.',
    },
  },
  examples: {
    ok: {
      path: 'runbooks/queue-stalled.mdx',
      text: '## Rollback\n\nStep 2 cannot be undone. Ask the sender for the fax again.\n',
    },
    notOk: {
      path: 'runbooks/queue-stalled.mdx',
      text: '## Rollback\n\nStep 1 is undone with `fax-ctl start`.\n',
    },
  },
  *check({ corpus, treeOf }) {
    for (const entry of entriesOf(corpus, 'runbook')) {
      if (!entry.readable || entry.data['status'] === 'retired') continue;
      const sections = sectionsIn(treeOf(entry));
      const steps = destructiveSteps(sections);
      if (steps.length === 0 && entry.data['destructive'] !== true) continue;
      const findings = [...troubles(entry, sections, steps)];
      yield* findings;
      const evidence = `${Math.max(steps.length, 1)} destructive steps have a warning, a condition and a way back`;
      if (findings.length === 0) yield { evidence, path: entry.path };
    }
  },
});

interface Step {
  /** The command in short, or what stands for it. */
  readonly words: string;
  readonly line: number;
  readonly place: CodePlace;
}

/** Commands of a body that destroy, in whatever they stand; inside a line only where it is a step. */
function destructiveSteps(sections: readonly BodySection[]): Step[] {
  return codeIn(sections)
    .filter((place) => isRun(place) || isStepInline(place))
    .flatMap((place) => {
      const isSql = /sql/i.test(place.lang ?? '');
      const [first] = destructionsIn(place.text, isSql);
      return first ? [{ words: first.words, line: lineIn(place, first.offset), place }] : [];
    });
}

const isStepInline = (place: CodePlace): boolean =>
  place.inline &&
  /\s/.test(place.text) &&
  stepOf(place) !== null &&
  !place.path.some((node) => isJsx(node) && node.name === 'Aside') &&
  !/\b(never|not|don.t|instead of)\b/i.test(
    textOf(place.path.at(-2) ?? (place.path[0] as MdastNode)),
  );

function* troubles(entry: Entry, sections: readonly BodySection[], steps: readonly Step[]) {
  const { path, data } = entry;
  const [first] = steps;
  if (first && data['destructive'] !== true) {
    const args = { words: first.words, line: first.line };
    yield { messageId: 'unmarked', path, position: field(['destructive']), args } as const;
  }
  for (const step of steps) {
    const before = blocksBefore(step.place);
    const number = stepOf(step.place)?.number ?? null;
    const here = { path, position: at({ line: step.line, column: step.place.column }) };
    const args = { words: step.words, step: number ?? 'N' };
    if (!before.some(warns)) yield { messageId: 'warning', ...here, args } as const;
    if (!before.some(guards)) yield { messageId: 'precondition', ...here, args } as const;
    if (!tellsWayBack(step.place, sections)) yield { messageId: 'wayBack', ...here, args } as const;
  }
  if (!first) yield* marked(path, sections);
}

/** A runbook that says of itself that it destroys, by commands that nobody but its author knows. */
function* marked(path: string, sections: readonly BodySection[]) {
  const position = field(['destructive']);
  const args = { words: 'what it destroys', step: 'N' };
  const all = sections.flatMap(({ nodes }) => nodes.flatMap(partsOf));
  if (!all.some(warns)) yield { messageId: 'warning', path, position, args } as const;
  if (!all.some(guards)) yield { messageId: 'precondition', path, position, args } as const;
  const back = sectionNamed(sections, 'Rollback');
  if (!all.some(isRollback) && (back === null || !isWritten(wordsOf(back))))
    yield { messageId: 'wayBack', path, position, args } as const;
}
