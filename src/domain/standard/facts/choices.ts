import { type Entry, entriesOf, summaryOf, titleOf } from '../../graph/corpus.ts';
import { textAt } from '../../graph/fields.ts';
import type { FieldPath } from '../../problems/problem.ts';
import type { StandardContext } from '../rule.ts';

/** A large choice that no accepted decision is about. */
export interface OpenChoice {
  /** The document that shows the choice, and its field. */
  readonly entry: Entry;
  readonly at: FieldPath;
  readonly what: string;
  /** How a decision is tied to it. */
  readonly link: string;
}

/** One subject that needs a decision: the documents that show it, and how decisions may name it. */
interface Subject extends OpenChoice {
  readonly shownBy: readonly Entry[];
  readonly words: RegExp | null;
}

/** The large choices of a handbook: how many have an accepted decision, and which have none. */
export function choicesIn(context: StandardContext): { recorded: number; open: OpenChoice[] } {
  const { corpus, graph } = context;
  const accepted = entriesOf(corpus, 'adr').filter(({ data }) => data['status'] === 'accepted');
  const decisions = new Set(accepted);
  const texts = accepted.map((record) => `${titleOf(record)} ${summaryOf(record)}`);
  const isLinked = (entry: Entry) =>
    graph.outgoing(entry).some(({ to }) => decisions.has(to)) ||
    graph.incoming(entry).some(({ from }) => decisions.has(from));
  const subjects = [...systems(context), ...kinds(context), ...providers(context)];
  const open = subjects.filter(
    ({ shownBy, words }) =>
      !shownBy.some(isLinked) && !(words !== null && texts.some((text) => words.test(text))),
  );
  return { recorded: subjects.length - open.length, open };
}

/** Systems that are marked as load-bearing, or linked where an architecture read says so. */
function systems({ corpus, graph }: StandardContext): Subject[] {
  const read = entriesOf(corpus, 'architecture-read').flatMap((entry) => {
    const sections = entry.outline?.sections ?? [];
    const index = sections.findIndex(({ text }) => /^what is load-bearing$/i.test(text.trim()));
    const [from, to] = [
      sections[index]?.line,
      sections[index + 1]?.line ?? Number.POSITIVE_INFINITY,
    ];
    if (from === undefined) return [];
    return graph
      .outgoing(entry)
      .flatMap(({ to: target, position }) =>
        position.kind === 'source' && position.line > from && position.line < to ? [target] : [],
      );
  });
  const marked = entriesOf(corpus, 'system').filter(({ data }) => data['load_bearing'] === true);
  return [...new Set([...marked, ...read.filter(({ type }) => type.name === 'system')])].map(
    (entry) => ({
      entry,
      at: ['load_bearing'],
      what: `${titleOf(entry)}, which is load-bearing`,
      link: `binds: [${entry.id.replace('systems/', '')}]`,
      shownBy: [entry],
      words: null,
    }),
  );
}

const kindWords: Readonly<Record<string, RegExp>> = {
  'fhir-r4': /\bFHIR\b/i,
  hl7v2: /\bHL7\b/i,
  'csv-drop': /\bCSV\b/i,
  x12: /\bX12\b/i,
};

function kinds({ corpus }: StandardContext): Subject[] {
  const used = entriesOf(corpus, 'integration').filter(({ data }) => data['status'] !== 'retired');
  return [...Map.groupBy(used, ({ data }) => textAt(data, 'kind'))].flatMap(([kind, shownBy]) => {
    const [entry] = shownBy;
    if (kind === null || !entry) return [];
    const what = `interfaces of kind ${kind}`;
    const link = `a link from ${entry.id} to it`;
    return [{ entry, at: ['kind'], what, link, shownBy, words: kindWords[kind] ?? null }];
  });
}

/** Vendors that data goes to, and models that work on it, by what flows and evaluations say. */
function providers({ corpus }: StandardContext): Subject[] {
  const uses = [...entriesOf(corpus, 'data-flow'), ...entriesOf(corpus, 'eval-report')].filter(
    ({ data }) => data['decision'] !== 'blocked' && data['status'] !== 'retired',
  );
  const vendors = Map.groupBy(
    uses,
    ({ data }) => textAt(data, 'provider') ?? textAt(data, 'model.provider'),
  );
  const models = Map.groupBy(
    uses,
    ({ data }) => textAt(data, 'model_pinned') ?? textAt(data, 'model.id_pinned'),
  );
  const inUse = new Set(
    entriesOf(corpus, 'data-flow').map(({ data }) => textAt(data, 'model_pinned')),
  );
  return [
    ...[...vendors].flatMap(([slug, flows]) => {
      const vendor = corpus.byId.get(`vendors/${slug}`);
      if (slug === null || !vendor) return [];
      const shownBy = [vendor, ...flows];
      const subject = { entry: vendor, at: ['title'], what: `the choice of ${titleOf(vendor)}` };
      return [
        {
          ...subject,
          link: `a link from ${vendor.id} to it`,
          shownBy,
          words: wordsFor(titleOf(vendor)),
        },
      ];
    }),
    ...[...models].flatMap(([model, shownBy]) => {
      const [entry] = shownBy;
      if (model === null || !entry || !inUse.has(model)) return [];
      const at = entry.type.name === 'eval-report' ? ['model', 'id_pinned'] : ['model_pinned'];
      const link = `a link from ${entry.id} to it, or the id of the model in its summary`;
      return [
        {
          entry,
          at,
          what: `the choice of the model ${model}`,
          link,
          shownBy,
          words: wordsFor(model),
        },
      ];
    }),
  ];
}

const wordsFor = (name: string): RegExp =>
  new RegExp(`(?<![\\w-])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`, 'i');
