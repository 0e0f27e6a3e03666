import { planAddresses } from '../../domain/import/addresses.ts';
import type { Workspace } from '../read-corpus.ts';
import type { Known } from './ledger.ts';
import type { Opened } from './opened.ts';
import { peopleOf } from './people.ts';
import type { Wish } from './pipeline.ts';
import { virtualPath } from './virtual-path.ts';
import type { Assignment, Noticed } from './worker-model.ts';

/** Two documents cannot have one path; the message is for the reader. */
export class PathTaken extends Error {}

/** Type, place and given fields of each document. Throws PathTaken where somebody wants two in one place. */
export function assign(
  noticed: readonly Noticed[],
  wishOf: (one: Noticed) => Wish,
  ledger: ReadonlyMap<string, Known>,
  opened: readonly Opened[],
  { corpus }: Workspace,
): Assignment[] {
  const typed = noticed.map((one) => {
    const known = ledger.get(one.from);
    const wish = wishOf(one);
    // A document that somebody moved to another type here stays what it is.
    const type = known?.type ?? wish.type ?? one.detection.type;
    const source = opened[one.source];
    return { one, known, wish, type, path: source ? virtualPath(source, one.path) : one.path };
  });
  const taken = new Set([...corpus.entries.map(({ path }) => path), ...corpus.assets]);
  refuseTaken(typed, taken);
  const imported = new Map(
    typed.flatMap(({ path, known }) => (known?.path == null ? [] : [[path, known.path] as const])),
  );
  const addresses = planAddresses(
    typed.map(({ one, type, path, wish }) => ({
      path,
      type,
      title: one.title,
      dialect: one.dialect,
      ...(wish.path === undefined ? {} : { wanted: wish.path }),
    })),
    { paths: taken, imported },
  );
  const people = peopleOf(corpus);
  return typed.map(({ one, known, type, path, wish }): Assignment => {
    const facts = opened[one.source]?.source.facts;
    const isSame = known !== undefined && known.digest === one.digest;
    return {
      from: one.from,
      source: one.source,
      type,
      path: addresses.get(path) ?? '',
      given: wish.given ?? {},
      otherwise: wish.otherwise ?? {},
      facts: facts?.of(one.path) ?? { created: null, changed: null, owners: [] },
      people,
      commit: isSame ? known.commit : (facts?.commit ?? null),
    };
  });
}

interface Typed {
  readonly one: Noticed;
  readonly known: Known | undefined;
  readonly wish: Wish;
}

function refuseTaken(typed: readonly Typed[], taken: ReadonlySet<string>): void {
  const wanted = new Map<string, string>();
  for (const { one, known, wish } of typed) {
    if (wish.path === undefined || (known?.path ?? null) !== null) continue;
    const other = wanted.get(wish.path);
    if (other !== undefined)
      throw new PathTaken(`The map gives ${other} and ${one.from} one path, ${wish.path}.`);
    if (taken.has(wish.path))
      throw new PathTaken(
        `The map gives ${one.from} the path ${wish.path}, where another document is.`,
      );
    wanted.set(wish.path, one.from);
  }
}
