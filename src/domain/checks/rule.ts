import type { Corpus, Entry } from '../graph/corpus.ts';
import type { Graph } from '../graph/graph.ts';
import { redacted } from '../identifiers/mask.ts';
import type { Position, Problem, Severity } from '../problems/problem.ts';

/** What a rule may look at. */
export interface CheckContext {
  readonly corpus: Corpus;
  readonly graph: Graph;
}

/** Words of a finding; `{name}` is replaced by the argument of that name. */
export interface Message {
  readonly message: string;
  readonly fix: string;
  /** Weighs less than the rule. */
  readonly severity?: Severity;
  /** What a document lacks, or had wrong before it came here: no error while it is imported and not reviewed. */
  readonly unfinished?: true;
}

/** One thing that a rule found, before its words are put in. */
export interface Finding<M extends string = string> {
  readonly messageId: M;
  readonly path: string;
  readonly position: Position;
  readonly args?: Readonly<Record<string, string | number>>;
}

/** A check of the handbook's integrity; its id, words and documentation are data. */
export interface Rule<M extends string = string> {
  readonly id: string;
  readonly title: string;
  /** Why it matters to a reader of the handbook. */
  readonly why: string;
  readonly severity: Severity;
  /** Its findings stand where a value is that nobody may print. */
  readonly sensitive?: true;
  readonly messages: Readonly<Record<M, Message>>;
  /** Absent on rules whose findings are made while files are read. */
  readonly check?: (context: CheckContext) => Iterable<Finding<M>>;
}

/** Declares a rule; the ids of its messages are checked by the compiler. */
export const defineRule = <const M extends string>(rule: Rule<M>): Rule<M> => rule;

/** A finding of `rule` as a problem with its words. */
export function problemOf<M extends string>(rule: Rule<M>, finding: Finding<M>): Problem {
  const words = rule.messages[finding.messageId];
  const args = finding.args ?? {};
  return {
    ruleId: rule.id,
    messageId: finding.messageId,
    severity: words.severity ?? rule.severity,
    path: finding.path,
    position: finding.position,
    message: fill(words.message, args),
    fix: fill(words.fix, args),
    ...(rule.sensitive === undefined ? {} : { sensitive: rule.sensitive }),
  };
}

/** Words with the arguments put in for `{name}`. */
export function fill(words: string, args: Readonly<Record<string, string | number>>): string {
  return words.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(args, name) ? printable(redacted(String(args[name]))) : whole,
  );
}

/** Text from a document as it may stand in a message: one line, no control or direction characters. */
const printable = (text: string): string => {
  const clean = text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
  return clean.length > 300 ? `${clean.slice(0, 297)}...` : clean;
};

/** Entries whose fields were read, the only ones of which a rule about fields can speak. */
export const readable = (entries: readonly Entry[]): Entry[] =>
  entries.filter((entry) => entry.readable);

/** A type's label inside a sentence: `runbook`, `BAA`. */
export const inSentence = (label: string): string =>
  /^[A-Z]{2}/.test(label) ? label : label.toLowerCase();

/** A type's label with its article: `an alert`, `a runbook`. */
export const withArticle = (label: string): string =>
  `${/^[aeiou]/i.test(label) ? 'an' : 'a'} ${inSentence(label)}`;
