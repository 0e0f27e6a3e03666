import type { Entry } from '../../../domain/graph/corpus.ts';
import { mention } from '../../../domain/graph/graph.ts';
import type { FormInput } from './form.ts';
import { incomingOf, outgoingOf } from './links.ts';

/** The decisions about a system or an integration, by whether they are to be followed. */
export interface Decisions {
  /** Accepted, and nothing accepted took their place. */
  readonly living: readonly Entry[];
  readonly open: readonly Entry[];
  /** Superseded, rejected or given up. */
  readonly past: readonly Entry[];
}

type Seen = Pick<FormInput, 'entry' | 'graph'>;

/** The decisions that bind the entry, that are about it, or that it and they name in their texts. */
export function decisionsOn(input: Seen): Decisions {
  const all = found(input);
  const statusOf = ({ data }: Entry) => data['status'];
  const isLiving = (entry: Entry) =>
    statusOf(entry) === 'accepted' && replacementsOf({ ...input, entry }).length === 0;
  const isOpen = (entry: Entry) => statusOf(entry) === 'proposed';
  return {
    living: all.filter(isLiving),
    open: all.filter(isOpen),
    past: all.filter((entry) => !isLiving(entry) && !isOpen(entry)),
  };
}

/** The decisions that were accepted and took the place of one. */
export const replacementsOf = (input: Seen): Entry[] =>
  incomingOf(input, 'adr', 'supersedes.*').filter(
    ({ data }) => !['proposed', 'rejected', 'deprecated'].includes(String(data['status'])),
  );

function found(input: Seen): Entry[] {
  const bound = ['binds.*', 'systems.*'].flatMap((field) => incomingOf(input, 'adr', field));
  const named = outgoingOf(input, mention.field.join('.')).filter(
    ({ type }) => type.name === 'adr',
  );
  // A decision that only names it in passing says little; where none binds it, it says the most there is.
  const naming = input.entry.type.name === 'system' && bound.length > 0 ? [] : namingIt(input);
  const direct = new Set([...bound, ...named, ...naming]);
  // What they replaced is the history of the same question.
  const replaced = [...direct].flatMap((entry) => outgoingOf({ ...input, entry }, 'supersedes.*'));
  return [...new Set([...direct, ...replaced])];
}

const namingIt = (input: Seen): Entry[] => incomingOf(input, 'adr', mention.field.join('.'));
