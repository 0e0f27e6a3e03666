import { listOf, named } from './common.ts';
import { type Draft, type Said, type Taken, take } from './draft.ts';

const kinds: readonly (readonly [kind: string, words: RegExp])[] = [
  ['hl7v2', /\bhl7\s?(?:v(?:ersion)?\s?)?2(?:\.\d(?:\.\d)?|\.x)?\b|\bhl7v2\b|\bmllp\b/i],
  ['fhir-r4', /\bfhir\b(?!.{0,20}\b(?:r5|stu3|dstu2)\b)(?:.{0,20}\br4\b)/i],
  ['x12', /\bx12\b|\b(?:837[pid]?|835|27[0178]|276)\b.{0,40}\b(?:edi|transaction)/i],
  ['csv-drop', /\b(?:csv|flat|delimited) (?:file|drop|extract)/i],
];

/** Reads an interface: product, kind, direction, payloads and the like, where lines or the title name them. */
export function readIntegration(draft: Draft): void {
  take(draft, 'product', /^(?:product|vendor system|vendor product|application)$/, line);
  take(draft, 'product_version', /^(?:(?:product )?version)$/, line);
  take(draft, 'counterparty', /^(?:counterparty|vendor|trading partner|partner)$/, ({ value }) => {
    const names = named({ value, text: '', links: [], key: null, line: null })?.value;
    return Array.isArray(names) && names.length === 1
      ? { value: names[0], whole: true }
      : undefined;
  });
  take(draft, 'tenant', /^(?:tenant|facility|site)$/, line);
  take(
    draft,
    'kind',
    /^(?:kind|type|interface type|protocol|standard|format|message (?:format|standard))$/,
    kind,
  );
  if (draft.data['kind'] === undefined) {
    const found = kindOf(String(draft.data['title'] ?? ''));
    if (found !== undefined) draft.data['kind'] = found;
  }
  take(draft, 'direction', /^(?:direction|data direction|flow direction)$/, direction);
  take(
    draft,
    'payloads',
    /^(?:payloads?|message types?|messages|resources|transactions?)$/,
    ({ value }) => {
      const found = listOf(value);
      return found.length === 0 ? undefined : { value: found, whole: true };
    },
  );
  take(draft, 'schedule', /^(?:schedule|frequency|cadence)$/, line);
  take(draft, 'contract_ref', /^(?:contract|agreement)(?: ref(?:erence)?| number| no)?$/, line);
}

const line = ({ text, value }: Said): Taken | undefined =>
  typeof value === 'object' ? undefined : { value: text, whole: true };

function kind({ text }: Said): Taken | undefined {
  const found = kinds.find(([name]) => name === text.toLowerCase())?.[0] ?? kindOf(text);
  return found === undefined ? undefined : { value: found, whole: found === text };
}

const kindOf = (text: string): string | undefined => {
  const found = kinds.filter(([, words]) => words.test(text.slice(0, 300)));
  return found.length === 1 ? found[0]?.[0] : undefined;
};

function direction({ text }: Said): Taken | undefined {
  const plain = text.toLowerCase();
  const both = /\b(?:both|bi-?directional|two-way|in and out)/.test(plain);
  const value = both
    ? 'both'
    : /^inbound\b/.test(plain)
      ? 'inbound'
      : /^outbound\b/.test(plain)
        ? 'outbound'
        : null;
  return value === null ? undefined : { value, whole: plain === value };
}
