import { type Entry, entriesOf, titleOf } from '../../graph/corpus.ts';
import { isDay } from '../../graph/days.ts';
import { entryAt, rowsAt, textAt, textsOf } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import { type Flow, flowsOf, sameWords } from '../facts/flows.ts';
import { defineStandardRule, type StandardContext } from '../rule.ts';

export const dat02 = defineStandardRule({
  id: 'DAT-02',
  title: 'PHI flows under an agreement, or is stopped by code',
  statement:
    'Each data flow that takes PHI to a vendor is covered by a business associate agreement with that vendor, in force on the day, whose scope lists the same surface, configuration and model; otherwise it is blocked, by code that is named.',
  why: 'An agreement covers the surfaces in its annex and nothing else. The next endpoint of the same vendor can keep every request, and then it is a breach that has to be reported for each patient.',
  sources: [
    { source: 'hipaa-164.308', clause: '(b)(1)' },
    { source: 'hipaa-164.504', clause: '164.314(a), 164.502(e), 164.504(e)' },
    { source: 'vendor-terms' },
  ],
  appliesTo: ['data-flow', 'baa', 'vendor'],
  stages: [{ from: 'K', severity: 'error' }],
  waivable: 'no',
  satisfy: [
    'Write `baa:` into the data flow, and copy surface, configuration and model id from the scope of the agreement.',
    'Where the agreement does not list them, write `decision: blocked` until it does, and name in `enforced_by` the code that refuses.',
    'A limited data set counts as PHI here: it needs an agreement as well.',
  ],
  limits:
    'That the agreement means what its page says: only that a named person wrote its scope down. Its legal reach is a question for counsel.',
  messages: {
    noBaa: {
      message: 'It lets PHI go to {vendor} and names no agreement.',
      fix: 'Write: baa: SLUG of the agreement; without one, write: decision: blocked',
    },
    otherParty: {
      message: 'It goes to {vendor}, but {baa} is the agreement with {other}.',
      fix: 'Name the agreement with {vendor}, which is `baa:` of its page, or write: decision: blocked',
    },
    notInForce: {
      message: 'It lets PHI go to {vendor}, and {baa} {why}.',
      fix: 'Write: decision: blocked, until an agreement is in force; then correct its dates.',
    },
    notInScope: {
      message: 'The scope of {baa} does not list {what}.',
      fix: 'Copy surface, configuration and model from its scope, word for word; if they are not there, write: decision: blocked',
    },
    unguarded: {
      message: 'It is blocked, and no code is named that stops it.',
      fix: 'Write: enforced_by: repository, path and function that refuses, such as care/intake, egress.py, function refuse',
    },
    undecided: {
      message: 'It takes PHI to {vendor} and is not decided.',
      fix: 'Write: decision: blocked, or decision: allowed with the agreement that covers it.',
    },
    notKept: {
      message: 'PHI flows under it, and its page has no `{name}`.',
      fix: 'Write: {name}: {words}',
      from: '-30',
      severity: 'warning',
    },
  },
  examples: {
    ok: {
      path: 'data-flows/fax-text-to-plinth.mdx',
      text: 'surface: Model API\nbaa: plinth-models\n',
    },
    notOk: { path: 'data-flows/fax-text-to-plinth.mdx', text: 'surface: Batch API\n' },
  },
  *check(context) {
    const parties = partiesOf(context);
    const used = new Map<Entry, number>();
    for (const flow of flowsOf(context)) {
      if (!flow.isPhi || flow.holder === null) continue;
      const trouble = troubleOf(flow, flow.holder, parties, context);
      if (trouble !== null) yield trouble;
      else if (flow.decision === 'blocked') yield evidenceOf(flow, 'is stopped by');
      else {
        yield evidenceOf(flow, 'goes under');
        const baa = entryAt(flow.entry.data, 'baa', 'baas', context.corpus);
        if (baa) used.set(baa, (used.get(baa) ?? 0) + 1);
      }
    }
    for (const baa of used.keys()) yield* keepingOf(baa);
  },
});

/** The vendors that each agreement binds, by its id. */
const partiesOf = ({ corpus }: StandardContext) =>
  Map.groupBy(entriesOf(corpus, 'vendor'), ({ data }) => `baas/${textAt(data, 'baa')}`);

function evidenceOf({ entry: { path, data } }: Flow, words: string) {
  const by = textAt(data, words === 'goes under' ? 'baa' : 'enforced_by');
  return { evidence: `PHI to ${textAt(data, 'surface') ?? 'a surface'} ${words} ${by}`, path };
}

function troubleOf(
  { entry, decision }: Flow,
  holder: Entry,
  parties: ReadonlyMap<string, readonly Entry[]>,
  { corpus, asOf }: StandardContext,
) {
  const { path, data } = entry;
  const vendor = titleOf(holder);
  const at = (name: string) => ({ path, position: field([name]) });
  if (decision === null)
    return { messageId: 'undecided', ...at('title'), args: { vendor } } as const;
  if (decision === 'blocked')
    return CODE.test(textAt(data, 'enforced_by') ?? '')
      ? null
      : ({ messageId: 'unguarded', ...at('decision') } as const);
  const baa = entryAt(data, 'baa', 'baas', corpus);
  if (baa === null) return { messageId: 'noBaa', ...at('decision'), args: { vendor } } as const;
  const bound = parties.get(baa.id) ?? [];
  const [other] = bound;
  if (other && !bound.includes(holder)) {
    const args = { vendor, baa: baa.id, other: titleOf(other) };
    return { messageId: 'otherParty', ...at('baa'), args } as const;
  }
  const why = whyNotInForce(baa, asOf);
  if (why !== null)
    return { messageId: 'notInForce', ...at('baa'), args: { vendor, baa: baa.id, why } } as const;
  const what = uncovered(entry, baa);
  if (what === null) return null;
  return { messageId: 'notInScope', ...at('surface'), args: { baa: baa.id, what } } as const;
}

/** A path, a file or a function, which a sentence without code has not. */
const CODE = /[\w-]+[/.][\w-]+|\bfunction \w+/;

function whyNotInForce({ data }: Entry, asOf: string): string | null {
  const { signed_on: signed, effective_to: end, status } = data;
  if (status === 'retired') return 'is retired';
  if (!isDay(signed)) return 'has no day of signature';
  if (signed > asOf) return `is signed on ${signed} only`;
  if (end === undefined) return null;
  if (!isDay(end)) return 'has an end that is no date';
  return end < asOf ? `ended on ${end}` : null;
}

/** What the scope of an agreement does not list of a flow; null where it lists all. */
function uncovered({ data }: Entry, baa: Entry): string | null {
  const [surface, configuration, model] = ['surface', 'configuration', 'model_pinned'].map((name) =>
    textAt(data, name),
  );
  if (!surface) return 'a surface, as the row names none';
  const rows = rowsAt(baa.data, 'scope').filter((row) => same(row['surface'], surface));
  if (rows.length === 0) return `the surface "${surface}"`;
  const set = rows.filter(
    (row) => row['configuration'] === undefined || same(row['configuration'], configuration),
  );
  if (set.length === 0) return `"${surface}" with the configuration "${configuration ?? 'none'}"`;
  const covers = (models: readonly string[]) => models.some((one) => same(one, model));
  return set.some((row) => row['models'] === undefined || covers(textsOf(row, 'models')))
    ? null
    : `"${surface}" with the model "${model ?? 'none'}"`;
}

const same = (a: unknown, b: unknown) => sameWords(a) !== '' && sameWords(a) === sameWords(b);

const KEPT = {
  custodian: 'the person who keeps the signed copy',
  document_digest: 'the SHA-256 digest of the signed file',
};

function* keepingOf({ path, data }: Entry) {
  for (const [name, words] of Object.entries(KEPT)) {
    if (textAt(data, name) !== null) continue;
    const args = { name, words };
    yield { messageId: 'notKept', path, position: field(['title']), args } as const;
  }
}
