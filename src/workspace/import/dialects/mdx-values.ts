/** The words of an expression that is a plain string, a number or a known wrapper of an address; else null. */
export function literalOf(expression: string, imports: ReadonlyMap<string, string>): string | null {
  const code = expression.trim();
  const plain = stringOf(code);
  if (plain !== null) return plain;
  if (/^-?[\d.]{1,20}$|^(?:true|false)$/.test(code)) return code;
  const wrapped = WRAPPED.exec(code)?.[1];
  if (wrapped) return stringOf(wrapped);
  return imports.get(code.replace(/\.(?:default|src)$/, '')) ?? null;
}

const WRAPPED =
  /^(?:useBaseUrl|withBase|require|url)\(\s*("[^"\n]{0,500}"|'[^'\n]{0,500}')\s*\)(?:\.default)?$/;

function stringOf(code: string): string | null {
  const quote = code[0] ?? '';
  if (code.length < 2 || !/["'`]/.test(quote) || code.at(-1) !== quote) return null;
  const inner = code.slice(1, -1);
  for (let at = inner.indexOf(quote); at >= 0; at = inner.indexOf(quote, at + 1))
    if (inner[at - 1] !== '\\') return null;
  if (quote === '`' && inner.includes('${')) return null;
  return inner.replace(/\\(n|t|[\\"'`$])/g, (_, sign: string) => ESCAPES[sign] ?? sign);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t' };

/** Names with the files that import lines give them. */
export function importsIn(line: string): [string, string][] {
  const found = /^import\s+([\w$]+|\*\s+as\s+[\w$]+)\s+from\s+["']([^"'\n]{1,500})["']/.exec(line);
  return found ? [[(found[1] ?? '').replace(/^\*\s+as\s+/, ''), found[2] ?? '']] : [];
}

/** Labels that an array in an attribute gives to the tabs of a set, by their value. */
export function labelsIn(expression: string): Map<string, string> {
  const labels = new Map<string, string>();
  for (const [one] of expression.slice(0, 5000).matchAll(/\{[^{}]{1,300}\}/g)) {
    const label = /\blabel\s*:\s*["'`]([^"'`]{1,100})["'`]/.exec(one)?.[1];
    const value = /\bvalue\s*:\s*["'`]([^"'`]{1,100})["'`]/.exec(one)?.[1];
    if (label && value) labels.set(value, label);
  }
  return labels;
}
