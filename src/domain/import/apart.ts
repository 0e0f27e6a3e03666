import { append } from './lists.ts';
/**
 * One name for each thing: the first of its names that it alone asks for and that is free, so that two
 * that want one name both get a longer one. `names` are from short to long; what never differs is counted.
 */
export function apart<T>(
  things: readonly T[],
  namesOf: (thing: T) => readonly string[],
  isFree: (name: string) => boolean,
): Map<T, string> {
  const named = new Map<T, string>();
  const given = new Set<string>();
  const give = (thing: T, name: string) => {
    given.add(name);
    named.set(thing, name);
  };
  const isOpen = (name: string) => name !== '' && !given.has(name) && isFree(name);
  let open = things.map((thing) => ({ thing, names: namesOf(thing) }));
  for (let level = 0; open.length > 0; level++) {
    const groups = Map.groupBy(open, ({ names }) => names[level]);
    open = [];
    for (const [name, all] of groups) {
      const [only] = all;
      if (name === undefined)
        for (const { thing, names } of all) give(thing, counted(names.at(-1) ?? '', isOpen));
      else if (all.length === 1 && only && isOpen(name)) give(only.thing, name);
      else append(open, all);
    }
  }
  return named;
}

function counted(name: string, isOpen: (name: string) => boolean): string {
  for (let count = 2; ; count++) {
    const [, stem = '', ending = ''] = /^(.*?)((?:\.[a-z0-9]+)*)$/.exec(name) ?? [];
    const next = `${stem}-${count}${ending}`;
    if (isOpen(next)) return next;
  }
}
