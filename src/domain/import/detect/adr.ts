import type { Facts } from './facts.ts';
import type { Kind, Sign } from './kind.ts';

/** Decisions: Nygard, MADR 2 to 4, log4brains, Y-statements, and requests for comments. */
export const adr: Kind = {
  type: 'adr',
  called: 'a decision',
  folders: [
    {
      words:
        /^(?:.{0,60} )?(?:adrs?|(?:architectur(?:e|al) )?decisions?(?: records?| logs?)?|decision (?:records?|logs?)|rfcs?|request for comments)$/,
      weight: 4.5,
    },
    { words: /^(?:design |technical |enhancement )?(?:proposals|keps|rfds)$/, weight: 3.4 },
  ],
  values: /^(?:adrs?|madr|(?:architectur(?:e|al) )?decision(?: record)?s?|rfcs?)$/,
  keys: /^(?:deciders|decision[-_ ]makers?|decision[-_ ]date|supersedes|superseded[-_ ]by|adr(?:[-_ ]?(?:id|number))?)$/i,
  files: [
    { words: /^(?:adr|rfc|rfd|decision)(?: record)? \d{1,5}\b/, weight: 3.5 },
    { words: /^(?:adr|rfc|rfd) /, weight: 3.2 },
    { words: /^\d{1,5} (?:adr|rfc) /, weight: 2.5 },
  ],
  titles: [
    { words: /^(?:adr|rfc|rfd|decision record)(?: ?\d{1,5})?\b/, weight: 3 },
    { words: /^(?:architectur(?:e|al) decision record|mimari karar kaydı)/, weight: 3 },
  ],
  headings: [
    {
      words:
        /^(?:(?:issue|business|problem|technical) )?(?:context|kontext|contexte|contexto|contesto|bağlam|背景|コンテキスト|컨텍스트)(?: (?:and|und|et|y|e) .{1,60})?$/,
      weight: 0.8,
    },
    {
      words:
        /^(?:the |our |final )?(?:decision|entscheidung|décision|decisión|decisão|decisione|karar|besluit|決定|决定|결정)s?$|^decision outcome$|^proposed decision$/,
      weight: 1.7,
    },
    {
      words:
        /^(?:consequences|konsequenzen|conséquences|consecuencias|consequências|conseguenze|sonuçlar|gevolgen|結果|结果|후과|implications)$/,
      weight: 1.7,
    },
    { words: /^(?:status|état|estado|stato|statut|durum|ステータス|状态|상태)$/, weight: 0.8 },
    { words: /^decision drivers?/, weight: 2.2 },
    {
      words:
        /^(?:considered (?:options|alternatives)|(?:options|alternatives) considered|positive consequences)$/,
      weight: 2,
    },
    { words: /^(?:alternatives|options|notable alternatives)$/, weight: 0.7 },
    { words: /^pros and cons of the (?:options|alternatives)$/, weight: 2 },
    {
      words:
        /^(?:rationale|justification|assumptions|constraints|argument|drivers|positions|related (?:requirements|artifacts|principles))$/,
      weight: 0.6,
    },
    { words: /^(?:deciders|decision makers|related decisions)$/, weight: 1.5 },
    {
      words:
        /^(?:motivation|proposed solution|prior art|drawbacks|unresolved questions|rejected alternatives)$/,
      weight: 0.7,
    },
    {
      words: /^(?:goals|non goals|proposal|design|detailed design|reference level explanation)$/,
      weight: 0.3,
    },
  ],
  labels: [
    {
      words:
        /^(?:decision )?status: \W{0,3}(?:accepted|proposed|rejected|deprecated|super[sc]ee?ded|adopted|approved|draft|implemented)\b/,
      weight: 1,
    },
    { words: /^(?:deciders?|decision[- ]makers?|decided by|consulted|informed)/, weight: 1.5 },
    {
      words: /^(?:supersedes|super[sc]ee?ded by|amends|amended by|rfc|adr|technical story)\b/,
      weight: 1,
    },
  ],
  openings: [
    { words: /^.{0,40}\bin the context of\b.{1,300}\bwe decided\b/s, weight: 3 },
    { words: /\bwe (?:have )?decided to\b|\bthis (?:adr|decision record)\b/, weight: 1 },
  ],
  sections: {
    'Context and problem':
      /^(?:context|(?:context|background) and (?:problem(?: statement)?|motivation)|problem(?: statement)?|issue|background|(?:business|technical) context|motivation|kontext|contexte|contexto|contesto)$/,
    Drivers: /^(?:decision drivers?|forces|decision criteria)$/,
    'Considered options':
      /^(?:considered alternatives|(?:options|alternatives|solutions) considered|alternatives|options|positions|notable alternatives|rejected alternatives)$/,
    'Decision outcome':
      /^(?:(?:the |our |final |proposed )?decisions?|outcome|chosen option|solution|proposed solution|entscheidung|décision|decisión|decisão|decisione)$/,
    Consequences:
      /^(?:implications|impact|consequences .{1,30}|konsequenzen|conséquences|consecuencias|consequências|conseguenze)$/,
    Confirmation: /^(?:validation|compliance)$/,
    'Pros and cons':
      /^(?:pros and cons of the (?:options|alternatives)|pros and cons .{1,40}|trade ?offs)$/,
    'More information':
      /^(?:links|references|notes|related|further reading|additional (?:information|notes)|see also|prior art|related (?:decisions|links|documents|resources)|addenda)$/,
  },
  more: numbered,
};

/** A number before the name says something where it says which decision, and its neighbours have one too. */
function numbered({ stem, siblings }: Facts): Sign[] {
  const before = /^(?:\d{3,5}|[a-z]{2,8}-\d{3,5}|\d{8})[-_. ]/i;
  if (!before.test(stem)) return [];
  const others = siblings.filter((name) => before.test(name)).length;
  return [
    {
      weight: others >= 2 ? 0.8 : 0.5,
      reason:
        others >= 2
          ? 'it is numbered, like the files beside it'
          : `the file name ${stem} begins with a number`,
    },
  ];
}
