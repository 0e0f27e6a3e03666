import type { Entry } from '../../graph/corpus.ts';
import { numberAt, rowsAt, textAt } from '../../graph/fields.ts';
import { at, field } from '../../problems/problem.ts';
import { inForce } from '../facts/in-force.ts';
import { sectionOf } from '../facts/passages.ts';
import { exemptionsOf, isStated, saysSomething } from '../facts/substance.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

/** Attempts above which a limit is none. */
const MOST_ATTEMPTS = 100;

const wanted = [
  ['operation', 'what is written at the other end'],
  ['idempotency_key', 'the value that makes a repeated write harmless'],
  ['duplicates', 'how a write that arrived twice is noticed and undone'],
] as const;

export const int03 = defineStandardRule({
  id: 'INT-03',
  title: 'Every write can be repeated, limited and compared',
  statement:
    'Every write path names its idempotency key, how often it is tried and what happens after the last attempt, how duplicates are found, and the runbook that compares both sides; the page says how they are compared.',
  why: 'A time-out tells nobody whether the visit was booked. Without a key a repeated write books it twice, without a limit it does so all night, and without a comparison the patient finds out first.',
  sources: [{ source: 'engagement', clause: 'idempotency of a scheduling write' }],
  appliesTo: ['integration', 'runbook'],
  stages: [{ from: '-60', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'List below `write_paths:` everything that changes data at the other end, with `idempotency_key`, `retry` and `duplicates`.',
    'Write the runbook that compares both sides and repairs them, and name it in `reconcile_runbook:`.',
    'Say in the section "Reconciliation" which two lists are compared, how often, and who repairs a difference.',
  ],
  limits: 'That the code does it: tests and the comparison itself show that.',
  messages: {
    noPaths: {
      message: 'It sends data ({direction}) and lists no write path.',
      fix: 'List each write below `write_paths:`. If nothing changes at the other end, write: not_applicable: [{ what: write_paths, reason: why }]',
    },
    missing: {
      message: 'This write path does not state `{name}`.',
      fix: 'Write: {name}: {write}',
    },
    unlimited: {
      message: 'This write is repeated without a limit that anybody can read.',
      fix: 'Write: retry: { attempts: 5, wait: how long between them, after_last: what happens then }',
    },
    noWait: {
      message: 'This write is repeated and does not say how long it waits in between.',
      fix: 'Write below `retry:` the line wait: such as 30 s, 2 min, 8 min',
    },
    noEnd: {
      message: 'It does not say what happens to this write after the last attempt.',
      fix: 'Write below `retry:` the line after_last: such as "row is parked and central scheduling is told"',
    },
    noRunbook: {
      message:
        'No current runbook is named that compares both sides of this write and repairs them.',
      fix: 'Write: reconcile_runbook: SLUG of a runbook whose status is current',
    },
    noProcedure: {
      message: 'The page does not say how both sides are compared.',
      fix: 'Write below "## Reconciliation" which two lists are compared, how often, and who repairs a difference.',
    },
  },
  examples: {
    ok: {
      path: 'integrations/lab-orders.mdx',
      text: 'write_paths: [{ operation: send an order, idempotency_key: order number, retry: { attempts: 1, after_last: the order is printed }, duplicates: "the laboratory refuses a known number", reconcile_runbook: compare-orders }]\n',
    },
    notOk: {
      path: 'integrations/lab-orders.mdx',
      text: 'write_paths: [{ operation: send an order, idempotency_key: order number, retry: { attempts: unlimited, after_last: none }, duplicates: "the laboratory refuses a known number", reconcile_runbook: compare-orders }]\n',
    },
  },
  *check(context) {
    for (const entry of inForce(context.corpus, 'integration')) {
      const { path, data } = entry;
      const writes = rowsAt(data, 'write_paths');
      const direction = String(data['direction']);
      const sends = direction === 'outbound' || direction === 'both';
      if (writes.length === 0) {
        if (!sends || exemptionsOf(data).has('write_paths')) continue;
        const position = field(['write_paths']);
        yield { messageId: 'noPaths', path, position, args: { direction } };
        continue;
      }
      const findings = [
        ...writes.flatMap((_, index) => [...writeFindings(entry, index, context)]),
        ...procedure(entry),
      ];
      yield* findings;
      if (findings.length > 0) continue;
      const count = writes.length === 1 ? '1 write path' : `${writes.length} write paths`;
      yield { evidence: `${count} with key, limit, duplicates and a runbook that compares`, path };
    }
  },
});

function* writeFindings({ path, data }: Entry, index: number, { corpus }: StandardContext) {
  const write = rowsAt(data, 'write_paths')[index] ?? {};
  const here = (...names: string[]) => ({
    path,
    position: field(['write_paths', index, ...names]),
  });
  for (const [name, words] of wanted) {
    if (isStated(write, name)) continue;
    yield { messageId: 'missing', ...here(name), args: { name, write: words } } as const;
  }
  const attempts = numberAt(write, 'retry.attempts');
  const isLimit =
    attempts !== null && Number.isInteger(attempts) && attempts >= 1 && attempts <= MOST_ATTEMPTS;
  if (!isLimit) yield { messageId: 'unlimited', ...here('retry', 'attempts') } as const;
  else if (attempts > 1 && !isStated(write, 'retry.wait'))
    yield { messageId: 'noWait', ...here('retry') } as const;
  if (!isStated(write, 'retry.after_last'))
    yield { messageId: 'noEnd', ...here('retry', 'after_last') } as const;
  const runbook = corpus.byId.get(`runbooks/${textAt(write, 'reconcile_runbook')}`);
  if (runbook?.data['status'] !== 'current')
    yield { messageId: 'noRunbook', ...here('reconcile_runbook') } as const;
}

function* procedure(entry: Entry) {
  const section = sectionOf(entry, 'Reconciliation');
  if (section !== null && saysSomething(section.opening)) return;
  const position = section === null ? field(['title']) : at(section);
  yield { messageId: 'noProcedure', path: entry.path, position } as const;
}
