import { isWithheld } from '../../../domain/audiences/withhold.ts';
import { addressOf } from '../../../domain/graph/addresses.ts';
import { type Corpus, type Entry, engagementData } from '../../../domain/graph/corpus.ts';
import { textAt } from '../../../domain/graph/fields.ts';
import { standardAddress } from '../../../domain/standard/registry.ts';
import type { LocatedFinding, LocatedReadiness } from '../../../workspace/judge.ts';
import type { Handbook } from '../../handbook.ts';
import { settingsOf } from '../../settings.ts';
import { counted } from '../days.ts';
import type { Link } from '../forms/form.ts';
import { type Mark, nameOf } from '../words.ts';

export type State = LocatedReadiness['rules'][number];

/** A finding as pages show it: where, what is wrong, what to write. */
export interface FindingView {
  readonly mark: Mark;
  /** The page of the document; null for what belongs to none. */
  readonly document: Link | null;
  /** File and line, and where it can be edited. */
  readonly place: string;
  readonly edit: string | null;
  readonly message: string;
  readonly fix: string;
  /** Why a waiver that was written for it does not hold; null without one. */
  readonly voided: string | null;
}

/** A rule by name, with the page that explains it. */
export interface RuleLink {
  readonly id: string;
  readonly href: string;
  readonly title: string;
}

type Book = Pick<Handbook, 'corpus'>;

const paths = new WeakMap<Corpus, ReadonlyMap<string, Entry>>();

/** The document in a file, or null. */
export function entryIn(path: string, { corpus }: Book): Entry | null {
  const known = paths.get(corpus) ?? new Map(corpus.entries.map((entry) => [entry.path, entry]));
  paths.set(corpus, known);
  return known.get(path) ?? null;
}

export const ruleLink = ({ id, title }: State['rule']): RuleLink => ({
  id,
  href: standardAddress(id),
  title: title === '' ? id : title,
});

/** The page of a document by its name; the facts of the engagement bear the name of the handbook, which says nothing here. */
export const documentLink = (entry: Entry): Link => ({
  href: addressOf(entry),
  text: entry.type.folder === '' ? entry.type.label : nameOf(entry),
});

export function findingView(finding: LocatedFinding, book: Book): FindingView {
  const { path, line, message, fix, severity, voided } = finding;
  const entry = entryIn(path, book);
  const { editPattern } = settingsOf(book);
  return {
    mark: severityMark(severity),
    document: entry && documentLink(entry),
    place: `${path}:${line}`,
    edit: editPattern?.replace('{path}', encodeURI(path)) ?? null,
    message,
    fix,
    voided: voided && `The waiver “${nameOf(voided.entry)}” does not hold: ${voided.void}.`,
  };
}

/** Findings whose words may be shown. */
export const shownOf = <F extends Pick<LocatedFinding, 'messageId'>>(findings: readonly F[]): F[] =>
  findings.filter((finding) => !isWithheld(finding));

/** How many findings concern documents outside the copy, as a sentence; null where none does. */
export function withheldWords(
  findings: readonly Pick<LocatedFinding, 'messageId'>[],
): string | null {
  const count = findings.length - shownOf(findings).length;
  return count === 0
    ? null
    : `${counted(count, 'finding')} ${count === 1 ? 'concerns a document' : 'concern documents'} outside this copy.`;
}

export const severityMark = (severity: 'error' | 'warning'): Mark =>
  severity === 'error' ? { text: 'error', tone: 'bad' } : { text: 'warning', tone: 'attention' };

/** Fields that name who has to act on a record that has no owner. */
const acting = ['owner', 'accepted_by', 'executor', 'signer'];

/**
 * Who has to act on what is found in a document: its owner, else who signs it, else the customer's exit
 * lead or the sponsor. Null where nobody is named.
 */
export function actorOf(entry: Entry | null, { corpus }: Book): Entry | null {
  const data = entry?.data ?? {};
  const engagement = engagementData(corpus);
  const slugs = [
    ...(entry?.type.name === 'person' ? [entry.id.replace('people/', '')] : []),
    ...acting.map((field) => textAt(data, field)),
    textAt(engagement, 'customer_lead'),
    textAt(engagement, 'sponsor'),
  ];
  for (const slug of slugs) {
    const person = corpus.byId.get(`people/${slug}`);
    if (person) return person;
  }
  return null;
}
