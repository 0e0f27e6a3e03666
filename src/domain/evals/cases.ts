/** One case of a run: its id, and every value as text by the name of its column. */
export interface Case {
  readonly id: string;
  readonly values: ReadonlyMap<string, string>;
}

/** A case as a reader found it; without an id where the file gives none. */
export interface RawCase {
  readonly id: string | null;
  readonly values: ReadonlyMap<string, string>;
}

/** What a reader of one format hands over. */
export interface RawResults {
  readonly cases: readonly RawCase[];
  readonly problems: readonly string[];
}

type Data = Readonly<Record<string, unknown>>;

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Blocks further inside than this are no columns. */
const DEEPEST = 8;

/** The values of a block as text, those of blocks inside it by dotted names; lists are left out. */
export function flat(data: Data, prefix = '', depth = 0): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(data)) {
    const name = `${prefix}${key}`;
    if (isData(value) && depth < DEEPEST)
      for (const [inner, text] of flat(value, `${name}.`, depth + 1)) found.set(inner, text);
    else if (isScalar(value)) found.set(name, String(value));
  }
  return found;
}

export const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
