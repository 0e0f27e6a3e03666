import { outlineOf } from '../../src/domain/body/outline.ts';
import type { Entry } from '../../src/domain/graph/corpus.ts';
import { buildGraph } from '../../src/domain/graph/graph.ts';
import type { StandardContext } from '../../src/domain/standard/rule.ts';
import type { Block, Form } from '../../src/site/views/forms/form.ts';
import { forms } from '../../src/site/views/forms/registry.ts';
import type { Value } from '../../src/site/views/values.ts';
import type { LocatedReadiness } from '../../src/workspace/judge.ts';
import { parseMdx } from '../../src/workspace/mdx.ts';
import { corpusOf } from '../domain/values.ts';

/** The entry with a text, parsed as a file's would be. */
export function withBody(entry: Entry, body: string): Entry {
  const { tree } = parseMdx(body, entry.path);
  if (!tree) throw new Error('the text does not parse');
  return { ...entry, body, outline: outlineOf(tree) };
}

interface Around {
  readonly others?: readonly Entry[];
  readonly asOf?: string | null;
  readonly standard?: StandardContext | null;
  readonly readiness?: LocatedReadiness | null;
  readonly files?: Readonly<Record<string, string>>;
  /** The copy lacks documents that others may read. */
  readonly part?: boolean;
}

/** The form of an entry among others, on a day. */
export function formOf(
  entry: Entry,
  {
    others = [],
    asOf = null,
    standard = null,
    readiness = null,
    files = {},
    part = false,
  }: Around = {},
): Form {
  const corpus = corpusOf(entry, ...others);
  const form = forms[entry.type.name];
  if (!form) throw new Error(`no form for ${entry.type.name}`);
  const graph = buildGraph(corpus);
  const fileText = (path: string) => files[path] ?? null;
  return form({ entry, corpus, graph, asOf, standard, readiness, part, fileText });
}

/** A value as it is read aloud. */
export function spoken(value: Value | null | undefined): string {
  if (!value) return '';
  if (value.kind === 'run') return value.items.map(spoken).join('');
  if (value.kind === 'list') return value.items.map(spoken).join(' | ');
  return 'text' in value ? value.text : '';
}

/** The block of a kind in the lead. */
export function leadBlock<Kind extends Block['kind']>(
  form: Form,
  kind: Kind,
): Extract<Block, { kind: Kind }> {
  const found = form.lead?.find((block) => block.kind === kind);
  if (!found) throw new Error(`no ${kind} in the lead`);
  return found as Extract<Block, { kind: Kind }>;
}

/** The facts of the lead by their labels, as they are read aloud. */
export const factsOfLead = (form: Form): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (form.lead ?? []).flatMap((block) =>
      block.kind === 'facts' ? block.facts.map(({ label, value }) => [label, spoken(value)]) : [],
    ),
  );
