import type { Taken } from './draft.ts';

/** The types' own words for what others call it: the first word of a status decides. */
const words: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  adr: {
    superseded: /^(?:super[sc]ee?ded|replaced)\b/,
    accepted:
      /^(?:accepted|approved|implemented|adopted|agreed|decided|ratified|in force|done|final)\b/,
    proposed:
      /^(?:proposed|proposal|draft|pending|in review|under review|under discussion|wip|open|rfc|in progress)\b/,
    rejected: /^(?:rejected|declined|withdrawn|abandoned|not accepted)\b/,
    deprecated: /^(?:deprecated|obsolete|retired|outdated)\b/,
  },
  postmortem: {
    draft: /^(?:draft|wip|in progress|open|in review|ongoing)\b/,
    reviewed: /^(?:reviewed|approved|final|published)\b/,
    closed: /^(?:closed|complete|completed|done|all actions? (?:items )?(?:done|complete))\b/,
  },
  '': {
    draft: /^(?:draft|wip|work in progress|proposed|in review|in progress|unpublished)\b/,
    current:
      /^(?:current|active|published|final|approved|live|in production|production|stable|in use|released)\b/,
    retired:
      /^(?:retired|deprecated|archived|obsolete|decommissioned|end of life|sunset|outdated)\b/,
  },
};

/** A type's status for what a source calls it; whole where the source says the same word and nothing else. */
export function statusOf(type: string, text: string): Taken | undefined {
  const plain = text
    .slice(0, 200)
    .toLowerCase()
    .replace(/^[^\p{L}]{1,20}/u, '')
    .replace(/[^\p{L}\p{N}]{1,20}$/u, '');
  const found = Object.entries(words[type] ?? words[''] ?? {}).find(([, form]) => form.test(plain));
  return found === undefined ? undefined : { value: found[0], whole: plain === found[0] };
}
