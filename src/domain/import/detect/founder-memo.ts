import type { Kind } from './kind.ts';

/** A decision asked of founders, executives or the board. */
export const founderMemo: Kind = {
  type: 'founder-memo',
  called: 'a memo',
  folders: [
    {
      words:
        /^(?:.{0,60} )?(?:memos?|memorand(?:a|ums?)|decision briefs?|board (?:papers?|memos?|decks?)|briefing notes?)$/,
      weight: 4.5,
    },
  ],
  values:
    /^(?:(?:founder |board |executive |decision )?memos?|memorandum|board paper|decision brief)$/,
  keys: /^(?:decision[-_ ]needed(?:[-_ ]by)?|decision[-_ ]asked|recommendation)$/i,
  files: [{ words: /\b(?:memo|memorandum|decision brief|board paper)\b/, weight: 3 }],
  titles: [
    { words: /\b(?:memo|memorandum|decision brief|board paper|briefing note)\b/, weight: 3 },
  ],
  headings: [
    {
      words:
        /^(?:the )?ask$|^(?:what we (?:ask|need)|decision (?:needed|required|requested|asked)|request(?:ed decision)?)$/,
      weight: 2,
    },
    { words: /^(?:our |my )?recommendations?$/, weight: 1.2 },
    { words: /^options(?: (?:considered|and costs?))?$/, weight: 0.5 },
    {
      words:
        /^(?:risks|costs?(?: and benefits)?|budget|financial impact|background|outcome|next steps|what the code says|executive summary|bottom line(?: up front)?|tl ?dr)$/,
      weight: 0.3,
    },
  ],
  labels: [
    { words: /^to: /, weight: 1.5 },
    { words: /^from: /, weight: 1 },
    { words: /^(?:re|subject): /, weight: 1 },
    { words: /^(?:cc|decision (?:needed|required)(?: by)?|decide by|ask)\b/, weight: 1.3 },
  ],
  openings: [
    {
      words: /\bwe (?:ask|are asking|request) (?:the )?(?:board|founders?|leadership|executive)/,
      weight: 2,
    },
  ],
  sections: {
    'The ask':
      /^(?:ask|our ask|decision (?:needed|required|requested|asked)|request(?:ed decision)?|what we (?:ask|need))$/,
    'What the code says':
      /^(?:evidence|findings|background|facts|context|what we know|current state|situation)$/,
    Options: /^(?:options (?:considered|and costs?)|alternatives(?: considered)?|choices)$/,
    Recommendation: /^(?:(?:our |my )?recommendations?|proposal|proposed decision)$/,
    Risks: /^(?:risks and (?:mitigations?|issues)|concerns|downsides?)$/,
    Outcome: /^(?:decision|decision made|result|resolution)$/,
  },
};
