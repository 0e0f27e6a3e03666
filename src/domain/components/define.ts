import type { MdastNode } from 'satteri';
import type { SourcePoint } from '../problems/problem.ts';

/** An attribute that authors may write on a component; its value is always a quoted string. */
export interface AttributeDefinition {
  readonly name: string;
  readonly description: string;
  readonly values?: readonly string[];
  readonly required?: true;
}

/** What a component can hold that it was not made for; the words are those of the rule `components`. */
export type BreachId =
  | 'inline'
  | 'outside'
  | 'itself'
  | 'nested'
  | 'empty'
  | 'child'
  | 'few'
  | 'twice'
  | 'code'
  | 'language'
  | 'list'
  | 'unordered'
  | 'time'
  | 'entry'
  | 'folder'
  | 'number'
  | 'mermaid';

/** One breach of a component's structure, before its words are put in. */
export interface Breach extends SourcePoint {
  readonly messageId: BreachId;
  readonly args?: Readonly<Record<string, string | number>>;
}

/** Attributes of one use of a component, by name. */
export type Attributes = Readonly<Record<string, string>>;

/** A component that authors may use in a document; its elements are made by the site. */
export interface ComponentDefinition {
  readonly name: string;
  /** What it is, in one sentence. */
  readonly description: string;
  readonly whenToUse: string;
  readonly whenNot: string;
  /** Source that shows every attribute at work; the guide renders it. */
  readonly example: string;
  /** Stands inside a line of text. */
  readonly inline?: true;
  /** The only component in which it may stand; it is explained and shown there. */
  readonly within?: string;
  /** Other components that may stand in it; what is made for a line of text may stand in all. */
  readonly holds?: readonly string[];
  readonly attributes: readonly AttributeDefinition[];
  /** What is wrong with what it holds. */
  readonly breaches?: (element: ElementOf) => Iterable<Breach>;
  /** The same in GFM, for tools that know no components; `children` are plain already. */
  readonly plain: (attributes: Attributes, children: readonly MdastNode[]) => MdastNode[];
}

/** One use of a component, as a check of its structure sees it. */
export interface ElementOf extends SourcePoint {
  readonly name: string;
  readonly attributes: Attributes;
  /** Its children, without the white space between them. */
  readonly children: readonly MdastNode[];
}
