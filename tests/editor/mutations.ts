/** Data with one thing changed, and what that was. */
export interface Mutation {
  readonly what: string;
  readonly data: Record<string, unknown>;
}

/** What may stand in place of a value: other kinds, other forms, the edges of lengths. */
const others: readonly unknown[] = [
  null,
  '',
  ' ',
  'x',
  'Ünï ✓',
  'two\nlines',
  'one line, with its end\n',
  'a'.repeat(121),
  'a'.repeat(301),
  7,
  -1,
  0.5,
  1e9,
  true,
  [],
  ['x'],
  ['x', 'x'],
  [null],
  [{}],
  {},
  '2026-02-30',
  '2026-09-01',
  '2026-09-01T14:30:00Z',
  '2026-09-01T14:30:00+02:00',
  'http://clinic.example',
  'https://clinic.example/a',
  'name@clinic.example',
  '2026-Q5',
  '2026-Q3',
  'a'.repeat(64),
];

/** Every value of the data in turn left out, and replaced by each of the others; and a key that is nowhere. */
export function mutationsOf(data: Readonly<Record<string, unknown>>): Mutation[] {
  const copy = () => structuredClone(data) as Record<string, unknown>;
  return placesOf(data).flatMap((path) => {
    const at = path.join('.');
    const changed = others.map((value) => ({
      what: `${at} = ${JSON.stringify(value).slice(0, 40)}`,
      data: write(copy(), path, () => value),
    }));
    const gone = { what: `without ${at}`, data: write(copy(), path, () => GONE) };
    const inside = write(copy(), path, (old) =>
      isBlock(old) ? { ...old, nowhere_to_be_found: 1 } : old,
    );
    return [...changed, gone, { what: `a key more in ${at}`, data: inside }];
  });
}

const GONE = Symbol('gone');

type Path = readonly (string | number)[];

function placesOf(value: unknown, path: Path = []): Path[] {
  const inside = Array.isArray(value)
    ? [...value.slice(0, 2).entries()]
    : isBlock(value)
      ? Object.entries(value)
      : [];
  const below = inside.flatMap(([key, one]) => placesOf(one, [...path, key]));
  return path.length === 0 ? below : [path, ...below];
}

function write(
  data: Record<string, unknown>,
  path: Path,
  change: (old: unknown) => unknown,
): Record<string, unknown> {
  const parent = path
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>(
      (at, key) => at[key] as Record<string | number, unknown>,
      data,
    );
  const key = path.at(-1) ?? '';
  const next = change(parent[key]);
  if (next !== GONE) parent[key] = next;
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
  return data;
}

const isBlock = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
