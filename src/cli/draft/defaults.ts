import type { TypeDefinition } from '../../domain/documents/define.ts';
import { type Corpus, engagementData, entriesOf, slugOf } from '../../domain/graph/corpus.ts';
import { candidatesOf } from './candidates.ts';
import type { Field } from './fields.ts';

/** What a draft is made with. */
export interface DraftContext {
  readonly type: TypeDefinition;
  readonly corpus: Corpus;
  /** The day, `YYYY-MM-DD`. */
  readonly today: string;
  /** The address that git commits with, or null. */
  readonly email: string | null;
  /** Whether somebody can be asked. */
  readonly canAsk: boolean;
}

/** The value of a field that nobody gave; undefined where it has to be asked for or may be absent. */
export function defaultOf(field: Field, context: DraftContext): unknown {
  const { type, corpus, today, canAsk } = context;
  const start = type.start[field.name];
  if (start !== undefined) return start;
  if (DATED.includes(field.name) && field.item.format === 'date') return today;
  if (field.name === 'owner') return ownerOf(context);
  if (!field.isRequired) return undefined;
  if (field.name === type.summaryField) return canAsk ? undefined : placeholder(field);
  if (!field.item.reference && !field.item.vocabulary) return undefined;
  const candidates = candidatesOf(field.item, corpus) ?? [];
  const [first, ...others] = candidates.map(({ value }) => value);
  // The first audience is the narrowest sensible one: widening who may read is a decision.
  if (first === undefined || (others.length > 0 && field.item.vocabulary !== 'audiences'))
    return undefined;
  return field.isList ? [first] : first;
}

/** Fields that mean "the day this was written". */
const DATED: readonly string[] = ['created', 'date'];

const placeholder = ({ description }: Field): string =>
  `To write: ${description.charAt(0).toLowerCase()}${description.slice(1)}`;

/** Who answers for a new page: whoever writes it, else the lead who stays, else the one who leaves, else the sponsor. */
function ownerOf({ corpus, email }: DraftContext): string | undefined {
  const people = entriesOf(corpus, 'person');
  const author = people.find(({ data }) => email !== null && sameText(data['email'], email));
  const { customer_lead: stays, vendor_lead: leaves, sponsor } = engagementData(corpus);
  const slugs = people.map(slugOf);
  return [author && slugOf(author), stays, leaves, sponsor].find(
    (one): one is string => typeof one === 'string' && slugs.includes(one),
  );
}

const sameText = (value: unknown, text: string): boolean =>
  typeof value === 'string' && value.toLowerCase() === text.toLowerCase();
