import type { FieldPath } from '../problems/problem.ts';
import type { Entry } from './corpus.ts';
import { addDays, isDay } from './days.ts';
import { blockOf, numberAt, textAt } from './fields.ts';
import type { Edge, Graph } from './graph.ts';

/** One thing that a person answers for, or did. */
export interface Responsibility {
  readonly entry: Entry;
  /** Where it is written. */
  readonly path: FieldPath;
  /** What of the document it is, such as the title of an action; null where it is the whole. */
  readonly what: string | null;
  /** The day by which something is to be done; null where nothing is. */
  readonly due: string | null;
  readonly isOverdue: boolean;
}

/** One way in which a person stands to documents. */
export interface RoleHeld {
  readonly label: string;
  /** It falls to somebody else when the person leaves; what is not is history. */
  readonly isStanding: boolean;
  readonly held: readonly Responsibility[];
}

/** Words of a status after which nobody has to look after a document. */
const over = new Set(['retired', 'superseded', 'rejected', 'deprecated', 'closed']);

/** Whether somebody still has to look after a document: a signed week or a decided memo is history. */
export const isLiving = ({ data }: Entry): boolean =>
  !over.has(String(data['status'])) &&
  textAt(blockOf(data, 'signed'), 'on') === null &&
  textAt(blockOf(data, 'outcome'), 'decided_on') === null;

/** Relations that somebody who stays has to hold from the exit day on, by type and field; others are history. */
const lasting = new Set([
  'runbook escalation.*.person',
  'postmortem actions.*.owner',
  'drill findings.*.owner',
  'system phi.key_custodian',
  'integration auth.key_custody',
  'integration support.account_owner',
  'hiring stages.*.owner',
  'baa custodian',
  'access-record person',
]);
const everywhere = new Set(['owner', 'backup_owner', 'successor']);

/** Whether what a link says of a person still has to be done by somebody after the exit. */
export function isLasting({ from, relation, position }: Edge, asOf: string | null): boolean {
  const field = relation.field.join('.');
  if (everywhere.has(field)) return isLiving(from);
  if (!lasting.has(`${from.type.name} ${field}`) || !isLiving(from)) return false;
  if (from.type.name === 'access-record') {
    const removed = textAt(from.data, 'removed_on');
    return removed === null || (asOf !== null && removed > asOf);
  }
  return !isDone(from, position);
}

/** Relations that end with the engagement, and until then need somebody. */
const untilTheExit = new Set([
  'engagement sponsor',
  'engagement vendor_lead',
  'engagement customer_lead',
  'engagement-charter named_individual',
  'engagement-charter sponsor',
  'engagement-charter customer_exit_lead',
  'engagement-charter vendor_exit_lead',
  'exit-plan transfers.*.from',
  'exit-plan transfers.*.to',
  'founder-memo to.*',
  'waiver signer',
  'proof custodian',
]);

/** Everything that documents say of a person, by role: standing ones first, then by number. */
export function responsibilitiesOf(person: Entry, graph: Graph, asOf: string): RoleHeld[] {
  const roles = Map.groupBy(graph.incoming(person), (edge) =>
    JSON.stringify([edge.relation.inverseLabel, isStanding(edge, asOf)]),
  );
  return [...roles.values()]
    .map((edges) => {
      const [first] = edges;
      const standing = first !== undefined && isStanding(first, asOf);
      const held = edges.map((edge) => heldBy(edge, asOf, standing));
      return { label: first?.relation.inverseLabel ?? '', isStanding: standing, held };
    })
    .sort(
      (a, b) =>
        Number(b.isStanding) - Number(a.isStanding) ||
        rank(a.label) - rank(b.label) ||
        b.held.length - a.held.length,
    );
}

const order = ['Owns', 'Backup owner of', 'Takes over'];
const rank = (label: string): number => (order.includes(label) ? order.indexOf(label) : 9);

function isStanding(edge: Edge, asOf: string): boolean {
  const { from, relation } = edge;
  if (isLasting(edge, asOf)) return true;
  if (!untilTheExit.has(`${from.type.name} ${relation.field.join('.')}`)) return false;
  const ends = textAt(from.data, 'expires_on');
  return isLiving(from) && (ends === null || ends >= asOf);
}

function heldBy({ from, relation, position }: Edge, asOf: string, isOpen: boolean): Responsibility {
  const path = 'path' in position ? position.path : [];
  const row = rowAt(from, path);
  const words = row && (textAt(row, 'title') ?? textAt(row, 'what'));
  const due = isOpen ? (row ? textAt(row, 'due') : dueOf(from, relation.field.join('.'))) : null;
  return { entry: from, path, what: words, due, isOverdue: due !== null && due < asOf };
}

/** The day by which a person has to do something about a whole document. */
function dueOf({ data, type }: Entry, field: string): string | null {
  if (type.name === 'waiver') return textAt(data, 'expires_on');
  const on = data['reviewed_on'];
  const days = numberAt(data, 'review_every_days');
  return field === 'owner' && isDay(on) && days !== null ? addDays(on, days) : null;
}

/** Whether the item of a list that names the person is closed. */
function isDone(from: Entry, position: Edge['position']): boolean {
  const item = rowAt(from, 'path' in position ? position.path : []);
  const state = item && textAt(item, 'state');
  return (
    item !== null && (textAt(item, 'closed_on') !== null || (state !== null && state !== 'open'))
  );
}

/** The item of a list at the top in which a field stands. */
function rowAt(
  { data }: Entry,
  [list, index]: FieldPath,
): Readonly<Record<string, unknown>> | null {
  const items = typeof list === 'string' ? data[list] : undefined;
  const item = Array.isArray(items) && typeof index === 'number' ? items[index] : null;
  return typeof item === 'object' && item !== null ? item : null;
}
