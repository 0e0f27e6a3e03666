import type { Node } from '../mdx/node.ts';
import { literalOf } from './mdx-values.ts';

interface JsxAttribute {
  readonly type: string;
  readonly name?: string;
  readonly value?: string | null | { readonly value: string };
}

/** Attributes with a value that can be read, and the source of those that cannot. */
export function attributesOf(node: Node, imports: ReadonlyMap<string, string>) {
  const given: Record<string, string> = {};
  const code: Record<string, string> = {};
  for (const one of (node.attributes ?? []) as unknown as JsxAttribute[]) {
    const { name = '...', value } = one;
    if (typeof value === 'string') given[name] = value;
    else if (value === null || value === undefined) given[name] = '';
    else {
      const literal = literalOf(value.value, imports);
      if (literal === null) code[name] = value.value;
      else given[name] = literal;
    }
  }
  return { given, code };
}
