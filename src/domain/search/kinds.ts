import type { Name, Page } from './model.ts';
import { stopWords } from './stop-words.ts';

/** How much a page is likely to be what was asked for by the kind that it is: 1 where that says nothing. */
export function kindFactor(page: Page, isOwn: boolean, { folders, text }: Wanted): number {
  if (isOwn) return OWN;
  const folder = folderOf(page);
  const isWanted = folders.has(folder);
  return (
    (isWanted ? WANTED : 1) *
    (records.has(folder) ? RECORD : 1) *
    (folder === 'glossary' && page.names.some((name) => isSaid(name, text)) ? SAID : 1)
  );
}

/** What a query asks for by how it is put. */
export interface Wanted {
  readonly folders: ReadonlySet<string>;
  readonly text: string;
}

/** The kinds of document that a question asks for by how it is put. */
export function wantedKinds(plain: string): Wanted {
  if (plain.length > 200) return { folders: new Set(), text: '' };
  const text = plain
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => !stopWords.has(word))
    .join(' ');
  const asked = plain.toLowerCase();
  return {
    folders: new Set(asks.flatMap(([pattern, folders]) => (pattern.test(asked) ? folders : []))),
    text,
  };
}

/** Whether a word of the glossary is what two or three words are about: "severity levels"; an abbreviation tells only of what. */
const isSaid = ({ kind, text }: Name, words: string): boolean =>
  kind === 'term' &&
  /\p{Ll}{3}/u.test(text) &&
  words.startsWith(`${text.toLowerCase()} `) &&
  words.split(' ').length <= 3;

const SAID = 2.2;

/** The first step of an address, which is that of the type. */
const folderOf = ({ address }: Page): string => address.split('/')[1] ?? '';

/** Who asks wants a document, unless the handbook's own page is meant by its name. */
const OWN = 0.6;

const WANTED = 1.5;

/** Records say that something was done; the document that they are about says what. */
const RECORD = 0.8;

const records: ReadonlySet<string> = new Set([
  ...['access-records', 'acceptances', 'drills', 'evidence', 'sign-offs', 'waivers'],
  ...['incidents', 'ip-assets', 'weekly-summaries'],
]);

/** How a question is put, and the folders of the types that answer it. */
const asks: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^why\b|\bdecided?\b|\bdecisions?\b|^(?:can|may|should|do) (?:we|i|the|an?|it)\b/, ['adrs']],
  [/^what(?:'s| is| are| does)\b|\bmeans?\b|\bdifference between\b|\bdefin/, ['glossary']],
  [/^(?:what(?:'s| is)|how (?:do|to|can|does)|who (?:owns|runs))\b/, ['systems']],
  [/\bon.?call (?:for|of)\b/, ['systems']],
  [
    /\b(?:phone|hotline|contact|support)\b|\bwho (?:do|can|should|to) .*(?:call|ask)/,
    ['vendors', 'systems', 'runbooks'],
  ],
  [/\bwhat happened\b|\bpost-?mortems?\b|\bretrospective\b/, ['postmortems', 'incidents']],
  [/\b(?:before|first) (?:going|day|week|month)\b|\bread (?:first|before|next)\b/, ['onboarding']],
  [/\bwhat (?:do|should|must) i (?:read|learn|know)\b|\bonboard/, ['onboarding']],
  [/\b(?:proof|prove|evidence|tested|audit)\b/, ['evidence', 'drills', 'controls']],
  [/\b(?:which|what|whose) data\b|\bdata (?:goes?|sent|leaves?)\b/, ['data-flows', 'baas']],
  [/^(?:did|does|has|have) .*\b(?:pass|passed|fail|failed)\b|\bevals?\b/, ['evals']],
  [/\b(?:costs?|price|budget|how much)\b/, ['memos']],
  [/\b(?:contracts?|agreements?|vendors?)\b/, ['vendors', 'baas']],
  [/\b(?:stack|architecture|overview)\b/, ['architecture-reads']],
];
