import { type Entry, titleOf } from '../../graph/corpus.ts';
import { rawAt, textAt } from '../../graph/fields.ts';
import { field } from '../../problems/problem.ts';
import { type Flow, flowsOf, isPinned, sameWords, unlistedEnds } from '../facts/flows.ts';
import { defineStandardRule } from '../rule.ts';

export const dat01 = defineStandardRule({
  id: 'DAT-01',
  title: 'The matrix of data flows is complete',
  statement:
    'Each way on which data leaves for a vendor has exactly one row for each provider, surface, configuration, model and payload class, with the decision allowed or blocked.',
  why: 'Somebody will ask at night whether a payload may go to a model or a product. Where no row says so, the answer is a guess, and a model behind an alias is another model next month.',
  sources: [{ source: 'engagement', clause: 'which model provider sees which payload' }],
  appliesTo: ['data-flow', 'vendor', 'system', 'integration'],
  stages: [{ from: '-90', severity: 'error' }],
  waivable: 'yes',
  satisfy: [
    'Write one data flow for each class of data on each way to a vendor: npm run handbook -- new data-flow "TITLE"',
    'Name provider, surface and configuration in the words of the terms, the exact model id, and the decision.',
    'Write down what is refused as well, as a row with `decision: blocked`.',
  ],
  limits:
    'That no code sends data on a way that nobody wrote down: only that every outbound integration, model provider and covered vendor that the handbook names has its row.',
  messages: {
    noDecision: {
      message: 'It does not say whether the payload may take this way.',
      fix: 'Write: decision: allowed, or decision: blocked',
    },
    noClass: {
      message: 'It does not say which class of data it carries.',
      fix: 'Write: payload_class: phi, limited, de-identified, synthetic or none',
    },
    incomplete: {
      message: 'It goes to {vendor} and has no `{name}`, on which the terms depend.',
      fix: 'Write: {name}: in the words of the terms of {vendor}',
    },
    noModel: {
      message: '{vendor} serves models, and the row names none.',
      fix: 'Write: model_pinned: the exact id of the model, with its date or version',
    },
    alias: {
      message: 'The model {model} is an alias: another model may answer tomorrow.',
      fix: 'Write: model_pinned: the exact id of the model, with its date or version',
    },
    twice: {
      message:
        'It decides the same as {other}: same ends, provider, surface, setting, model, class.',
      fix: 'Keep one of the two, or write what is different about this one.',
    },
    noRow: {
      message: 'Data goes to {vendor}, and no data flow says which class may.',
      fix: 'Write one: npm run handbook -- new data-flow "TITLE" --provider {slug}',
    },
  },
  examples: {
    ok: {
      path: 'data-flows/fax-text-to-plinth.mdx',
      text: 'model_pinned: plinth-clin-4-20260601\ndecision: allowed\n',
    },
    notOk: {
      path: 'data-flows/fax-text-to-plinth.mdx',
      text: 'model_pinned: plinth-clin-latest\n',
    },
  },
  *check(context) {
    const flows = flowsOf(context);
    for (const flow of flows) yield* gapsOf(flow);
    yield* repeated(flows);
    for (const { entry, vendor } of unlistedEnds(flows, context)) yield noRow(entry, vendor);
    const blocked = flows.filter(({ decision }) => decision === 'blocked').length;
    if (flows.length > 0)
      yield { evidence: `${flows.length} data flows are decided, ${blocked} of them blocked` };
  },
});

function* gapsOf({ entry, holder, decision }: Flow) {
  const { path, data } = entry;
  const at = { path, position: field(['title']) };
  if (decision === null) yield { messageId: 'noDecision', ...at } as const;
  if (textAt(data, 'payload_class') === null) yield { messageId: 'noClass', ...at } as const;
  if (holder === null) return;
  const vendor = titleOf(holder);
  for (const name of ['surface', 'configuration']) {
    if (textAt(data, name) === null)
      yield { messageId: 'incomplete', ...at, args: { vendor, name } } as const;
  }
  // A row that blocks may block every model at once.
  if (decision === 'blocked') return;
  const model = textAt(data, 'model_pinned');
  if (model === null) {
    if (holder.data['category'] === 'model-provider')
      yield { messageId: 'noModel', ...at, args: { vendor } } as const;
  } else if (!isPinned(model)) {
    const position = field(['model_pinned']);
    yield { messageId: 'alias', path, position, args: { model } } as const;
  }
}

const KEY = ['from', 'to', 'provider', 'surface', 'configuration', 'model_pinned', 'payload_class'];

function* repeated(flows: readonly Flow[]) {
  const first = new Map<string, Entry>();
  for (const { entry } of flows) {
    const key = JSON.stringify(KEY.map((name) => sameWords(rawAt(entry.data, name))));
    const other = first.get(key);
    if (other) {
      const args = { other: other.id };
      yield { messageId: 'twice', path: entry.path, position: field(['title']), args } as const;
    } else first.set(key, entry);
  }
}

const noRow = (entry: Entry, vendor: Entry) =>
  ({
    messageId: 'noRow',
    path: entry.path,
    position: field(['title']),
    args: { vendor: titleOf(vendor), slug: vendor.id.replace('vendors/', '') },
  }) as const;
