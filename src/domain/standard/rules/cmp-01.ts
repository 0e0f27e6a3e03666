import { type Entry, entriesOf, slugOf, titleOf } from '../../graph/corpus.ts';
import { textAt, textsOf } from '../../graph/fields.ts';
import { field, wholeFile } from '../../problems/problem.ts';
import { applicableControls, type Shown, shownBy } from '../facts/controls.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

/** Controls that one piece of evidence can show at work; more than this and nobody looked at each. */
const MOST = 3;

export const cmp01 = defineStandardRule({
  id: 'CMP-01',
  title: 'Each control has evidence of its own',
  statement:
    'Each control that applies has at least one item of evidence with system (or the method, where it spans several), period, collector, day, digest and place; no item stands for more than three controls; each framework in scope has its controls.',
  why: 'An auditor asks for one clause at a time. One screenshot for all of them shows that somebody was in a hurry, and the search for the rest begins in fieldwork.',
  sources: [
    { source: 'soc-2', clause: 'CC2.1' },
    { source: 'hipaa-164.316', clause: '(b)(1)(ii)' },
  ],
  appliesTo: ['control', 'evidence', 'drill'],
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Write a control for each clause in scope, with `applicability` and the reason.',
    'Collect something for each that applies, write it down as evidence with all its facts, and keep the file where `location` says.',
    'A passed drill that names the control counts as well, with its log.',
  ],
  limits: 'That the file shows what the page says. Whoever reviews it looks at it.',
  messages: {
    noControls: {
      message: '{framework} is in scope, and no control of it is written down.',
      fix: 'Write its controls: npm run handbook -- new control "TITLE" --framework {slug} --clause CLAUSE',
    },
    undecided: {
      message: 'It does not say whether it applies here.',
      fix: 'Write: applicability: applicable, or not-applicable; and reason: why',
    },
    noReason: {
      message: 'It is said not to apply, without a reason.',
      fix: 'Write: reason: why it does not apply here',
    },
    none: {
      message: 'Nothing shows that this control is at work.',
      fix: 'Collect something, and write it down: npm run handbook -- new evidence "TITLE" --control {slug} --collected-on DAY',
    },
    incomplete: {
      message: 'As evidence it is not complete: it does not state {missing}.',
      fix: 'Write here: {missing}',
    },
    shared: {
      message: 'The same evidence stands for {count} controls: {controls}.',
      fix: 'Collect for each control what shows that one, and leave at most three here.',
    },
  },
  examples: {
    ok: { path: 'evidence/access-review-2026-q3.mdx', text: 'system: fax-gateway\n' },
    notOk: { path: 'controls/access-control.mdx', text: 'applicability: null\n' },
  },
  *check(context) {
    yield* frameworks(context);
    for (const { path, data } of entriesOf(context.corpus, 'control')) {
      const isOut = data['applicability'] === 'not-applicable' && data['status'] !== 'retired';
      if (isOut && textAt(data, 'reason') === null)
        yield { messageId: 'noReason', path, position: field(['applicability']) };
    }
    const byControl = shownBy(context);
    for (const control of applicableControls(context))
      yield* covering(control, byControl.get(slugOf(control)) ?? []);
    const all = [...new Set([...byControl.values()].flat())];
    for (const { entry, missing } of all) {
      if (missing.length === 0) continue;
      const args = { missing: missing.join(', ') };
      yield { messageId: 'incomplete', path: entry.path, position: field(['title']), args };
    }
    yield* shared(all);
  },
});

function* frameworks({ corpus }: StandardContext) {
  const controls = entriesOf(corpus, 'control');
  const there = new Set(controls.map(({ data }) => data['framework']));
  const charters = entriesOf(corpus, 'engagement-charter');
  for (const { path, data } of charters) {
    for (const framework of textsOf(data, 'in_scope_frameworks')) {
      if (there.has(framework)) continue;
      const args = { framework: framework.toUpperCase(), slug: framework };
      const position = field(['in_scope_frameworks']);
      yield { messageId: 'noControls', path, position, args } as const;
    }
  }
  if (
    controls.length > 0 ||
    charters.some(({ data }) => textsOf(data, 'in_scope_frameworks').length > 0)
  )
    return;
  const args = { framework: 'HIPAA', slug: 'hipaa' };
  yield { messageId: 'noControls', path: 'engagement.yaml', position: wholeFile, args } as const;
}

function* covering(control: Entry, all: readonly Shown[]) {
  const { path, data } = control;
  const at = { path, position: field(['title']) };
  const good = all.find(({ missing, on }) => missing.length === 0 && on !== null);
  if (data['applicability'] !== 'applicable') yield { messageId: 'undecided', ...at } as const;
  else if (good) {
    const evidence = `${titleOf(control)}: ${good.entry.id} of ${good.on}`;
    yield { evidence, path: good.entry.path };
  }
  // Evidence that is there and not complete is named itself.
  else if (all.every(({ on }) => on === null))
    yield { messageId: 'none', ...at, args: { slug: slugOf(control) } } as const;
}

/** Evidence, by its digest where it has one, that stands for more controls than it can. */
function* shared(all: readonly Shown[]) {
  for (const same of Map.groupBy(all, ({ digest, entry }) => digest ?? entry.id).values()) {
    const controls = [...new Set(same.flatMap((one) => one.controls))].sort();
    if (controls.length <= MOST) continue;
    const args = { count: controls.length, controls: controls.join(', ') };
    for (const { entry } of same)
      yield { messageId: 'shared', path: entry.path, position: field(['title']), args } as const;
  }
}
