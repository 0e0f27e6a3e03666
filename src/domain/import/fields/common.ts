import { dayWithRest } from './dates.ts';
import {
  type Draft,
  put,
  type Said,
  said,
  settleSaid,
  type Taken,
  take,
  WIKI_LINK,
} from './draft.ts';
import { peopleOf, personOf } from './people.ts';
import { lookup } from './relations.ts';
import { statusOf } from './status.ts';

const owners =
  /^(?:(?:page |document |doc |service |system |runbook )?owners?|owned by|maintainers?|maintained by|dri|responsible|accountable|post ?mortem owner)$/;
const created =
  /^(?:created|created (?:on|at|date)|date created|creation date|written on|publish(?:ed)?(?: on| date)?|start date|proposal date)$/;
const concerned =
  /^(?:(?:affected |impacted )?(?:systems?|services?|components?)(?: (?:affected|impacted))?)$/;
const WORDS_OF_A_NAME = 8;
const archived = /(?:^|[\s_-])(?:archived?|deprecated|retired|obsolete|attic)(?:$|[\s_-])/i;

/** Reads the fields that every type has: status, owner, systems and the day it was written. An author owns nothing. */
export function readCommon(draft: Draft): void {
  readStatus(draft);
  readOwner(draft);
  take(draft, 'systems', concerned, named);
  take(draft, 'created', created, day);
  if (draft.type !== 'adr') take(draft, 'created', /^date$/, day);
  put(draft, 'created', draft.facts.created ?? undefined);
}

/** A day that was said. */
export function day({ value }: Said): Taken | undefined {
  const found = dayWithRest(value);
  return found && { value: found.day, whole: found.whole };
}

/** Names of other documents, looked up once their addresses are known. */
export function named({ value, links }: Said): Taken | undefined {
  const names = links.length > 0 ? links : listOf(value);
  return names.length === 0 || names.some(isSentence)
    ? undefined
    : { value: names.map(lookup), whole: typeof value !== 'string' };
}

const isSentence = (text: string): boolean =>
  /\s\S{1,80}[.!?]$/.test(text) || text.split(/\s+/).length > WORDS_OF_A_NAME;

/** The people that were said, of those whom the handbook knows. */
export const peopleIn =
  (draft: Draft) =>
  ({ value }: Said): Taken | undefined => {
    const { slugs, all } = peopleOf(value, draft.people);
    return slugs.length === 0 ? undefined : { value: slugs, whole: all };
  };

const personIn =
  (draft: Draft) =>
  ({ value }: Said): Taken | undefined => {
    const { slugs, all } = peopleOf(value, draft.people);
    return slugs.length === 0 ? undefined : { value: slugs[0], whole: all && slugs.length === 1 };
  };

/** The items of a list, or of a line with commas. */
export const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value.flat(2) : typeof value === 'string' ? value.split(/[,;]/) : [])
    .filter((one) => typeof one === 'string' || typeof one === 'number')
    .map((one) =>
      String(one)
        .replace(WIKI_LINK, '$1')
        .replace(/[`*_[\]]/g, '')
        .trim(),
    )
    .filter(
      (one) => one !== '' && one.length <= 120 && !/^(?:none|n\/?a|-|tbd|unknown)$/i.test(one),
    );

function readStatus(draft: Draft): void {
  take(
    draft,
    'status',
    /^(?:(?:document |decision |adr )?(?:status|state)|lifecycle)$/,
    ({ text }) => statusOf(draft.type, text),
  );
  const drafted = said(draft, /^draft$/).find(({ value }) => value === true);
  if (drafted && put(draft, 'status', draft.type === 'adr' ? 'proposed' : 'draft'))
    settleSaid(draft, 'status', drafted);
}

/** A folder may say what a text does not: `rfcs/rejected/`, `archived/`. */
export function readStatusOfFolder(draft: Draft): void {
  const [folder = '', ...others] = draft.document.path.split('/').slice(0, -1).reverse();
  const taken = statusOf(draft.type, folder);
  if (taken?.whole === true || draft.type === 'adr') put(draft, 'status', taken?.value);
  if ([folder, ...others].some((name) => archived.test(name)))
    put(draft, 'status', draft.type === 'adr' ? 'deprecated' : 'retired');
}

function readOwner(draft: Draft): void {
  const person = personIn(draft);
  if (take(draft, 'owner', owners, person)) return;
  const known = draft.facts.owners.map((name) => personOf(name, draft.people)).find(Boolean);
  if (put(draft, 'owner', known)) return;
  for (const { text, line } of said(draft, owners).filter(({ text }) => isName(text)))
    draft.changed.push({
      line: line?.line ?? null,
      kind: 'owner',
      text,
      became: 'It stays as words: nobody of people/ is called so, and `owner` names one of them.',
    });
}

const isName = (text: string): boolean =>
  /\p{L}/u.test(text) && !/^(?:none|n\/?a|tbd|todo|nobody|unknown)\W{0,2}$/i.test(text);
