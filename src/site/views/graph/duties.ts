import type { Edge } from '../../../domain/graph/graph.ts';
import { fieldOf, isInForce } from './links.ts';

/** Fields that say who stands for something today. All others tell what somebody did, and stay true. */
const standing = new Set([
  'owner',
  'backup_owner',
  'successor',
  'escalation.person',
  'auth.key_custody',
  'phi.key_custodian',
  'support.account_owner',
  'custodian',
  'stages.owner',
  'person',
  'actions.owner',
  'findings.owner',
]);

/** The ways in which a block or a record says that it is over. */
const over = new Set(['done', 'dropped', 'risk-accepted', 'filled']);

/** Whether a link names somebody who stands for it today, and would have to be replaced if they left. */
export function standsFor(edge: Edge): boolean {
  if (!standing.has(fieldOf(edge)) || !isInForce(edge.from)) return false;
  return isOpen(blockOf(edge)) && isOpen(edge.from.data);
}

/** The block that holds the field of a link, such as one action of a list. */
function blockOf({ from, position }: Edge): unknown {
  if (position.kind !== 'field') return from.data;
  const path = position.path.slice(0, -1).map(String);
  return valueAt(from.data, path);
}

const valueAt = (data: unknown, [head, ...rest]: readonly string[]): unknown => {
  if (head === undefined || typeof data !== 'object' || data === null) return data;
  return valueAt((data as Record<string, unknown>)[head], rest);
};

function isOpen(block: unknown): boolean {
  if (typeof block !== 'object' || block === null) return true;
  const { state, closed_on: closed, removed_on: removed } = block as Record<string, unknown>;
  return !over.has(String(state)) && closed === undefined && removed === undefined;
}
