import type { MdastNode } from 'satteri';
import { visit } from 'unist-util-visit';
import type { Entry } from '../../../domain/graph/corpus.ts';
import { rowsAt, textAt } from '../../../domain/graph/fields.ts';
import { placeholdersIn } from '../../runbook/placeholders.ts';

/** Something that is filled in once for all commands of a page. */
export interface Variable {
  readonly name: string;
  /** What it is, in words; null where the document does not say. */
  readonly label: string | null;
  readonly hint: string | null;
  readonly secret: boolean;
}

/** More than these make a form that nobody fills in. */
const MOST = 24;

/** What a page asks for, and the names that it has no field for. */
export interface Variables {
  readonly variables: readonly Variable[];
  readonly unlisted: readonly string[];
}

/** The variables of a document: those that it declares, then the placeholders of its code blocks. */
export function variablesOf({ data }: Pick<Entry, 'data'>, tree: MdastNode | null): Variables {
  const declared = rowsAt(data, 'variables').flatMap((row): Variable[] => {
    const name = textAt(row, 'name');
    return name === null ? [] : [{ name, ...aboutOf(row) }];
  });
  const known = new Map(declared.map((one) => [one.name, one]));
  for (const name of tree === null ? [] : namesIn(tree))
    if (!known.has(name)) known.set(name, { name, label: null, hint: null, secret: false });
  const all = [...known.values()];
  return { variables: all.slice(0, MOST), unlisted: all.slice(MOST).map(({ name }) => name) };
}

const aboutOf = (row: Entry['data']): Omit<Variable, 'name'> => ({
  label: textAt(row, 'label'),
  hint: textAt(row, 'hint'),
  secret: row['secret'] === true,
});

function namesIn(tree: MdastNode): string[] {
  const names: string[] = [];
  visit(tree, 'code', (node) => {
    const language = (node.lang ?? '').toLowerCase();
    names.push(...placeholdersIn(node.value, language).map(({ name }) => name));
  });
  return names;
}
