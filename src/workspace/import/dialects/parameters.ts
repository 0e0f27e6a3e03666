/** Parameters of a tag: by name, and by place. */
export interface Parameters {
  readonly named: Readonly<Record<string, string>>;
  readonly placed: readonly string[];
}

const ONE =
  /(?:([\w.:-]{1,60})\s*[=]\s*)?(?:"((?:[^"\\]|\\.){0,2000})"|'((?:[^'\\]|\\.){0,2000})'|`([^`]{0,2000})`|([^\s"'`=]{1,500}))/g;

/** Reads the parameters of a shortcode or template tag; names in small letters. */
export function parametersOf(text: string): Parameters {
  const named: Record<string, string> = {};
  const placed: string[] = [];
  for (const [, name, ...values] of text.slice(0, 5000).matchAll(ONE)) {
    const value = (values.find((one) => one !== undefined) ?? '').replaceAll(/\\(["'\\])/g, '$1');
    if (name === undefined) placed.push(value);
    else named[name.toLowerCase()] = value;
  }
  return { named, placed };
}

/** The first parameter that has one of the names; else the first by place. */
export const firstOf = ({ named }: Parameters, ...names: readonly string[]): string | undefined =>
  names.map((name) => named[name]).find((value) => value !== undefined);
