import type { Root } from 'mdast';
import { stringify } from 'yaml';
import type { TypeDefinition } from '../../domain/documents/define.ts';
import { typeNamed } from '../../domain/documents/registry.ts';
import { fieldSchema } from '../../domain/graph/relations.ts';
import type { Filled, SourceDocument } from '../../domain/import/model.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { parseMdx } from '../mdx.ts';
import { codeBlockOf, plainer } from './plainer.ts';
import { mdxOf } from './stubs.ts';
import type { Assignment } from './worker.ts';

/** A document as text, in the best form that the handbook reads. */
export interface Composed {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** `whole`; `plain` without its components; `code` as one block of code, because nothing else could be read. */
  readonly form: 'whole' | 'plain' | 'code';
  readonly problems: readonly Problem[];
}

/** The file of a document that was read and filled. */
export function compose(
  document: SourceDocument,
  filled: Filled,
  assignment: Assignment,
): Composed {
  const type = typeNamed(assignment.type);
  if (!type) throw new Error(`No type is called ${assignment.type}`);
  const data = dataOf(type, document, filled, assignment);
  const head = `---\n${yamlOf(type, data)}---\n`;
  const forms: readonly (readonly [Composed['form'], () => Root])[] = [
    ['whole', () => filled.tree],
    ['plain', () => plainer(filled.tree)],
    ['code', () => codeBlockOf(filled.tree)],
  ];
  let last: Composed | null = null;
  for (const [form, tree] of forms) {
    last = attempt(form, head, tree, data, assignment.path);
    if (last.problems.every(({ severity }) => severity !== 'error')) return last;
  }
  if (last === null) throw new Error('There is no form to write a document in');
  return last;
}

function attempt(
  form: Composed['form'],
  head: string,
  tree: () => Root,
  data: Composed['data'],
  path: string,
): Composed {
  const body = mdxOf(tree()).trim();
  const text = body === '' ? head : `${head}\n${body}\n`;
  return { text, data, form, problems: parseMdx(text, path).problems };
}

function dataOf(
  type: TypeDefinition,
  { digest }: SourceDocument,
  filled: Filled,
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
