import type { Root } from 'mdast';
import type { MdastNode } from 'satteri';
import { stringify } from 'yaml';
import { problemOf } from '../../domain/checks/rule.ts';
import { components } from '../../domain/checks/rules/components.ts';
import { mdxSyntax } from '../../domain/checks/rules/mdx-syntax.ts';
import { safeContent } from '../../domain/checks/rules/safe-content.ts';
import type { TypeDefinition } from '../../domain/documents/define.ts';
import { typeNamed } from '../../domain/documents/registry.ts';
import type { Corpus, Entry } from '../../domain/graph/corpus.ts';
import { buildGraph } from '../../domain/graph/graph.ts';
import { fieldSchema } from '../../domain/graph/relations.ts';
import type { Filled, SourceDocument } from '../../domain/import/model.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { typeAt } from '../place.ts';
import { readDocument } from '../read-corpus.ts';
import { mdxOf } from './mdx/mdx-of.ts';
import { codeBlockOf, plainer } from './plainer.ts';
import type { Assignment, PackedReading } from './worker-model.ts';

/** `whole`; `plain` without its components; `code` as one block of code, because nothing else could be read. */
export type Form = 'whole' | 'plain' | 'code';

/** A document as text, in the best form that the handbook reads. */
export interface Composed {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly form: Form;
  /** What the handbook's parser makes of the text; null where it cannot read it. */
  readonly tree: MdastNode | null;
  readonly reading: PackedReading;
}

/** The file of a document that was read and filled. */
export function compose(
  document: Pick<SourceDocument, 'digest'>,
  filled: Omit<Filled, 'changed'>,
  assignment: Assignment,
): Composed {
  const type = typeNamed(assignment.type);
  if (!type) throw new Error(`No type is called ${assignment.type}`);
  const data = dataOf(type, document, filled, assignment);
  const head = `---\n${yamlOf(type, data)}---\n`;
  const attempt = (form: Form, tree: Root) => attemptOf(form, head, tree, assignment.path);
  const whole = attempt('whole', filled.tree);
  const best = whole.isRead ? whole : attempt('plain', plainer(filled.tree));
  const { isRead: _, ...done } = best.isRead ? best : attempt('code', codeBlockOf(filled.tree));
  return { ...done, data };
}

interface Attempt extends Omit<Composed, 'data'> {
  readonly isRead: boolean;
}

function attemptOf(form: Form, head: string, tree: Root, path: string): Attempt {
  const body = mdxOf(tree).trim();
  const text = body === '' ? head : `${head}\n${body}\n`;
  const { entry, problems, tree: written } = readDocument(path, typeAt(path), text);
  const { type: _, ...bare } = entry;
  return {
    form,
    text,
    tree: written,
    reading: { entry: bare, problems },
    isRead: entry.outline !== null && !decisiveProblems(entry, problems).some(isError),
  };
}

/** Rules whose errors keep a text from becoming a page as it was meant. */
const decisive = [mdxSyntax, components, safeContent] as const;

function decisiveProblems(entry: Entry, problems: readonly Problem[]): Problem[] {
  const ids: ReadonlySet<string> = new Set(decisive.map(({ id }) => id));
  const byId = new Map([[entry.id, entry]]);
  const corpus: Corpus = { entries: [entry], byId, assets: new Set(), problems };
  const context = { corpus, graph: buildGraph(corpus) };
  return [
    ...problems.filter(({ ruleId }) => ids.has(ruleId)),
    ...[...(components.check?.(context) ?? [])].map((one) => problemOf(components, one)),
    ...[...(safeContent.check?.(context) ?? [])].map((one) => problemOf(safeContent, one)),
  ];
}

const isError = ({ severity }: Problem): boolean => severity === 'error';

function dataOf(
  type: TypeDefinition,
  { digest }: Pick<SourceDocument, 'digest'>,
  filled: Omit<Filled, 'changed'>,
  { from, commit, given, otherwise }: Assignment,
): Record<string, unknown> {
  const start = type.start['status'];
  const rest = Object.entries(filled.rest).filter(([, text]) => text.trim() !== '');
  return {
    // Whatever is brought in is a draft here; what else it may be, only it can say.
    ...(start === 'draft' ? { status: start } : {}),
    ...otherwise,
    ...filled.data,
    ...given,
    imported: {
      from,
      ...(commit === null ? {} : { commit }),
      digest,
      ...(rest.length === 0 ? {} : { fields: Object.fromEntries(rest) }),
    },
  };
}

/** Fields in the order of the type; those that it does not have come last, for the check to name. */
function yamlOf(type: TypeDefinition, data: Readonly<Record<string, unknown>>): string {
  const known = Object.keys(fieldSchema(type).properties ?? {});
  const names = [...known, ...Object.keys(data).filter((name) => !known.includes(name))];
  const fields = names.flatMap((name) =>
    data[name] === undefined ? [] : [[name, data[name]] as const],
  );
  return stringify(Object.fromEntries(fields), { lineWidth: 0, version: '1.2', schema: 'core' });
}
