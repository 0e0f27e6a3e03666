import type { CheckContext, Finding, Message } from '../checks/rule.ts';
import type { TypeName } from '../documents/registry.ts';
import type { Severity } from '../problems/problem.ts';
import type { GateName } from './gates.ts';
import type { SourceName } from './sources.ts';
import type { Witness } from './witness.ts';

/** What a rule of the standard may look at. */
export interface StandardContext extends CheckContext, Witness {
  readonly kickoffOn: string | null;
  readonly exitOn: string | null;
}

/** Words of a finding, and from which gate on it counts: absent, from the first gate of its rule. */
export interface StandardMessage extends Message {
  readonly from?: GateName;
}

/** Something that shows a rule to be met: words, and where to look. */
export interface Evidence {
  /** A sentence without its full stop, such as `drilled in 14 minutes by Ann Lee`. */
  readonly evidence: string;
  /** Path inside the content folder. */
  readonly path?: string;
  /** A commit that shows it. */
  readonly commit?: string;
}

/** A rule could not be decided; that is never a pass. */
export interface Doubt {
  /** What is missing and where it would have to be: whole sentences. */
  readonly cannotTell: string;
  readonly path?: string;
  /** The gate from which it counts: absent, from the first gate of its rule. */
  readonly from?: GateName;
}

/** One thing that a rule has to say. */
export type Outcome<M extends string = string> = Finding<M> | Evidence | Doubt;

/** From which gate on a rule has which weight. */
export interface Stage {
  readonly from: GateName;
  readonly severity: Severity;
}

/** Where a demand comes from: a source of the table, and its clause. */
export interface Citation {
  readonly source: SourceName;
  readonly clause?: string;
}

/**
 * A piece of a document, as it is shown and as tests put it into the rule's passing fixture: sections of a
 * body where it begins with `## `, else fields, of which null takes one out.
 */
export interface Example {
  /** Path inside the content folder; it must be in the passing fixture. */
  readonly path: string;
  readonly text: string;
}

/** A rule of the exit-ramp documentation standard; its page is made from this alone. */
export interface StandardRule<M extends string = string> {
  /** Family and number, such as `RBK-06`. */
  readonly id: string;
  /** A few words for lists, such as `Runbooks are drilled by the customer alone`. */
  readonly title: string;
  /** What must hold. */
  readonly statement: string;
  /** What happens to people when it does not hold. */
  readonly why: string;
  readonly sources: readonly Citation[];
  readonly appliesTo: readonly TypeName[];
  /** In order of time; the first is the gate from which the rule is due. */
  readonly stages: readonly [Stage, ...Stage[]];
  /** Until when a waiver is possible: always, never, or until the exit day. */
  readonly waivable: 'yes' | 'no' | 'until-exit';
  /** How to meet it: what to write or do, in order, one sentence or two each. */
  readonly satisfy: readonly string[];
  /** What it cannot prove, or null. */
  readonly limits: string | null;
  readonly messages: Readonly<Record<M, StandardMessage>>;
  readonly examples: { readonly ok: Example; readonly notOk: Example };
  readonly check: (context: StandardContext) => Iterable<Outcome<M>>;
}

/** Declares a rule; its id, and the ids of its messages, are checked by the compiler. */
export const defineStandardRule = <const I extends string, const M extends string>(
  rule: StandardRule<M> & { readonly id: I },
): StandardRule<M> & { readonly id: I } => rule;
