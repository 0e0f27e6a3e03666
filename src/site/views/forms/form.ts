import type { Corpus, Entry } from '../../../domain/graph/corpus.ts';
import type { Graph } from '../../../domain/graph/graph.ts';
import type { StandardContext } from '../../../domain/standard/rule.ts';
import type { LocatedReadiness } from '../../../workspace/judge.ts';
import type { PathView } from '../onboarding/path.ts';
import type { Fact, Value } from '../values.ts';
import type { Mark, Tone } from '../words.ts';

/** What a type's page leads with, in place of the plain list of facts; plain data that a few components draw. */
export interface Form {
  /** Fields that the blocks show; the rest of the page leaves them out. */
  readonly shown: readonly string[];
  /** What has to be known before anything else is read. */
  readonly notices?: readonly Notice[];
  /** The card at the head of the page. */
  readonly lead?: readonly Block[];
  /** Parts with a heading of their own, before the text. */
  readonly sections?: readonly Section[];
  /** The same, after the text. */
  readonly after?: readonly Section[];
  /** The lead says what the page is about, so the summary below the title would say it twice. */
  readonly replacesSummary?: boolean;
  /** Its sections list what the person owes, so no other part of the page repeats it. */
  readonly owes?: boolean;
}

export interface FormInput {
  readonly entry: Entry;
  readonly corpus: Corpus;
  readonly graph: Graph;
  /** The handbook's clock; null where nothing may be counted from a day. */
  readonly asOf: string | null;
  /** What the rules of the standard see and say on that day; null without one. */
  readonly standard: StandardContext | null;
  readonly readiness: LocatedReadiness | null;
  /** The copy lacks documents that others may read, so what it does not find may be there all the same. */
  readonly part?: boolean;
  /** The text of a file of the content folder, or null where there is none. */
  readonly fileText: (path: string) => string | null;
}

/** The form of one type. */
export type FormOf = (input: FormInput) => Form;

export interface Notice {
  readonly tone: Tone;
  readonly title: string;
  readonly text: Value | null;
}

export interface Section {
  /** Anchor; begins with an underscore, so that no heading of the text has it. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** One part of a form. `half` blocks stand beside each other where there is room. */
export type Block = BlockKind & { readonly title?: string; readonly half?: true };

type BlockKind =
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'statement'; readonly mark: Mark | null; readonly text: string }
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'code'; readonly code: Code; readonly more: Link | null }
  | { readonly kind: 'calls'; readonly calls: readonly Call[] }
  | { readonly kind: 'trail'; readonly steps: readonly Step[]; readonly more: string | null }
  | { readonly kind: 'bounds'; readonly rows: readonly BoundRow[] }
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  | {
      readonly kind: 'table';
      readonly table: Table;
      readonly folded: Folded | null /** Columns are compared: a phone scrolls it. */;
      readonly compared?: true;
    }
  | { readonly kind: 'items'; readonly ordered: boolean; readonly items: readonly Item[] }
  | { readonly kind: 'path-next' | 'path-steps' | 'path-record'; readonly path: PathView };

export interface Link {
  readonly href: string;
  readonly text: string;
}

export interface Code {
  readonly text: string;
  readonly language: string;
  /** Its title: a name or a place. */
  readonly where: string | null;
  /** The attributes of the Command that it stands in. */
  readonly command: Readonly<Record<string, string>> | null;
}

/** One step of the way up: whom to call, and when. */
export interface Call {
  readonly when: string;
  readonly role: string;
  readonly person: Value | null;
  readonly route: Value;
}

/** One document of a line of documents. */
export interface Step {
  readonly link: Link;
  readonly date: Value | null;
  readonly mark: Mark | null;
  readonly notes: readonly string[];
  readonly here: boolean;
}

/** A number that is read before the words. */
export interface Figure {
  readonly value: string;
  readonly label: string;
  readonly mark: Mark | null;
  readonly note: string | null;
}

/** One slice of an evaluation as it is drawn; shares from 0 to 1. */
export interface BoundRow {
  readonly title: string;
  readonly met: boolean | null;
  /** In place of a drawing, for lines that count mistakes. */
  readonly said: string | null;
  readonly rate: number | null;
  readonly bound: number | null;
  readonly threshold: number | null;
}

export interface Table {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (Value | null)[])[];
}

export interface Folded extends Table {
  readonly summary: string;
}

/** An entry of a list that is read like a list: its head, then what belongs to it. */
export interface Item {
  readonly head: Value;
  readonly aside: Value | null;
  readonly lines: readonly { readonly label: string | null; readonly value: Value }[];
}
