import { type Corpus, type Entry, engagementData, titleOf } from '../../graph/corpus.ts';
import { blockOf, textAt, textsOf } from '../../graph/fields.ts';
import type { Side } from '../../graph/sides.ts';
import type { FieldPath } from '../../problems/problem.ts';

/** What gives a party away in a text. */
export interface Marks {
  /** Name in small letters, without its legal form; null where it is not given. */
  readonly name: string | null;
  readonly domains: readonly string[];
  /** Names that an organization of theirs could have on a code host or as a package scope. */
  readonly handles: readonly string[];
}

const LEGAL_FORM = /,?\s+(inc|llc|ltd|gmbh|corp|corporation|pllc|plc|llp|ag|co)\.?$/i;

/** The marks of the customer or of the vendor. */
export function marksOf(corpus: Corpus, party: Side): Marks {
  const block = blockOf(engagementData(corpus), party);
  const domains = textsOf(block, 'domains')
    .map((domain) => domain.trim().toLowerCase())
    .filter((domain) => domain.includes('.'));
  const name = textAt(block, 'name')?.replace(LEGAL_FORM, '').trim().toLowerCase() ?? null;
  const words = name?.match(/[\p{L}\p{N}]+/gu) ?? [];
  const handles = [
    ...domains.map((domain) => domain.split('.')[0] ?? ''),
    words.join('-'),
    words.join(''),
  ];
  return { name, domains, handles: [...new Set(handles)].filter((handle) => handle.length > 2) };
}

/** Whether a text names a party: by its name, or by an address or host of its domains. */
export function namesParty(text: string, { name, domains }: Marks): boolean {
  const lower = text.toLowerCase();
  return (
    (name !== null && lower.includes(name)) || domains.some((domain) => hasDomain(lower, domain))
  );
}

/** The first mail address of a party in a text, or null. */
export function mailOf(text: string, { domains }: Marks): string | null {
  for (const [address = '', domain = ''] of text.toLowerCase().matchAll(/[\w.+-]+@([\w.-]+\w)/g)) {
    if (domains.some((own) => domain === own || domain.endsWith(`.${own}`))) return address;
  }
  return null;
}

function hasDomain(lower: string, domain: string): boolean {
  const at = lower.indexOf(domain);
  return (
    at >= 0 &&
    !/[\w-]/.test(lower[at - 1] ?? ' ') &&
    !/[\w-]/.test(lower[at + domain.length] ?? ' ')
  );
}

/** Whether a vendor page is about the vendor of the engagement itself. */
export const isVendorItself = (page: Entry, { name, domains }: Marks): boolean => {
  const title = titleOf(page).toLowerCase();
  return (
    (name !== null && (title.startsWith(name) || name.startsWith(title))) ||
    domains.some((domain) => page.id.endsWith(`/${domain.split('.')[0]}`))
  );
};

/** Every text of a record, with the path of its field. */
export function* textsIn(
  value: unknown,
  path: FieldPath = [],
): Generator<{ readonly path: FieldPath; readonly text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (typeof value === 'object' && value !== null) {
    for (const [key, below] of Object.entries(value))
      yield* textsIn(below, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}
