import type { Page } from './model.ts';

/** How much a page is likely to be what was asked for by the kind that it is: 1 where that says nothing. */
export function kindFactor(page: Page, isOwn: boolean, wanted: ReadonlySet<string>): number {
  if (isOwn) return OWN;
  const folder = folderOf(page);
  return (wanted.has(folder) ? WANTED : 1) * (records.has(folder) ? RECORD : 1);
}

/** The kinds of document that a question asks for by how it is put. */
export function wantedKinds(plain: string): ReadonlySet<string> {
  if (plain.length > 200) return new Set();
  const text = plain.toLowerCase();
  return new Set(asks.flatMap(([pattern, folders]) => (pattern.test(text) ? folders : [])));
}

/** The first step of an address, which is that of the type. */
export const folderOf = ({ address }: Page): string => address.split('/')[1] ?? '';

/** Who asks wants a document, unless the handbook's own page is meant by its name. */
const OWN = 0.6;

const WANTED = 1.5;

/** Records say that something was done; the document that they are about says what. */
const RECORD = 0.8;

const records: ReadonlySet<string> = new Set([
  ...['access-records', 'acceptances', 'drills', 'evidence', 'sign-offs', 'waivers'],
  ...['ip-assets', 'weekly-summaries'],
]);

/** How a question is put, and the folders of the types that answer it. */
const asks: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^why\b|\bdecided?\b|\bdecisions?\b|^(?:can|may|should|do) (?:we|i|the|an?|it)\b/, ['adrs']],
  [/^what(?:'s| is| are| does)\b|\bmeans?\b|\bdifference between\b|\bdefin/, ['glossary']],
  [/^(?:what(?:'s| is)|how (?:do|to|can|does)|who (?:owns|runs))\b/, ['systems']],
  [/\bon.?call (?:for|of)\b/, ['systems']],
  [/\b(?:phone|hotline|contact|support)\b|\bwho (?:do|can|should|to) .*(?:call|ask)/, ['vendors', 'systems', 'runbooks']],
  [/\bwhat happened\b|\bpost-?mortems?\b|\bretrospective\b/, ['postmortems', 'incidents']],
  [/\b(?:before|first) (?:going|day|week|month)\b|\bread (?:first|before|next)\b/, ['onboarding']],
  [/\bwhat (?:do|should|must) i (?:read|learn|know)\b|\bonboard/, ['onboarding']],
  [/\b(?:proof|prove|evidence|tested|audit)\b/, ['evidence', 'drills', 'controls']],
  [/\b(?:which|what|whose) data\b|\bdata (?:goes?|sent|leaves?)\b/, ['data-flows', 'baas']],
  [/^(?:did|does|has|have) .*\b(?:pass|passed|fail|failed)\b|\bevals?\b/, ['evals']],
  [/\b(?:costs?|price|budget|how much)\b/, ['memos']],
  [/\b(?:contracts?|agreements?|vendors?)\b/, ['vendors', 'baas']],
  [/\bpromised?\b|\bcharter\b/, ['charters']],
  [/\b(?:stack|architecture|overview)\b|^which .* each\b/, ['architecture-reads']],
];
