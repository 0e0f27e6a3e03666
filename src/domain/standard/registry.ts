import type { StandardRule } from './rule.ts';
import { adr01 } from './rules/adr-01.ts';
import { adr02 } from './rules/adr-02.ts';
import { adr03 } from './rules/adr-03.ts';
import { adr04 } from './rules/adr-04.ts';
import { adr05 } from './rules/adr-05.ts';
import { cmp01 } from './rules/cmp-01.ts';
import { cmp02 } from './rules/cmp-02.ts';
import { cmp03 } from './rules/cmp-03.ts';
import { cmp04 } from './rules/cmp-04.ts';
import { cmp05 } from './rules/cmp-05.ts';
import { dat01 } from './rules/dat-01.ts';
import { dat02 } from './rules/dat-02.ts';
import { dat03 } from './rules/dat-03.ts';
import { dat04 } from './rules/dat-04.ts';
import { dat05 } from './rules/dat-05.ts';
import { dat06 } from './rules/dat-06.ts';
import { eng01 } from './rules/eng-01.ts';
import { eng02 } from './rules/eng-02.ts';
import { eng03 } from './rules/eng-03.ts';
import { eng04 } from './rules/eng-04.ts';
import { eng05 } from './rules/eng-05.ts';
import { evl01 } from './rules/evl-01.ts';
import { evl02 } from './rules/evl-02.ts';
import { evl03 } from './rules/evl-03.ts';
import { evl04 } from './rules/evl-04.ts';
import { evl05 } from './rules/evl-05.ts';
import { evl06 } from './rules/evl-06.ts';
import { evl07 } from './rules/evl-07.ts';
import { int01 } from './rules/int-01.ts';
import { int02 } from './rules/int-02.ts';
import { int03 } from './rules/int-03.ts';
import { int04 } from './rules/int-04.ts';
import { ip01 } from './rules/ip-01.ts';
import { ip02 } from './rules/ip-02.ts';
import { ip03 } from './rules/ip-03.ts';
import { mem01 } from './rules/mem-01.ts';
import { mem02 } from './rules/mem-02.ts';
import { own01 } from './rules/own-01.ts';
import { own02 } from './rules/own-02.ts';
import { own03 } from './rules/own-03.ts';
import { own04 } from './rules/own-04.ts';
import { own05 } from './rules/own-05.ts';
import { pm01 } from './rules/pm-01.ts';
import { pm02 } from './rules/pm-02.ts';
import { pm03 } from './rules/pm-03.ts';
import { pm04 } from './rules/pm-04.ts';
import { ppl01 } from './rules/ppl-01.ts';
import { ppl02 } from './rules/ppl-02.ts';
import { ppl03 } from './rules/ppl-03.ts';
import { rbk01 } from './rules/rbk-01.ts';
import { rbk02 } from './rules/rbk-02.ts';
import { rbk03 } from './rules/rbk-03.ts';
import { rbk04 } from './rules/rbk-04.ts';
import { rbk05 } from './rules/rbk-05.ts';
import { rbk06 } from './rules/rbk-06.ts';
import { rbk07 } from './rules/rbk-07.ts';
import { sig01 } from './rules/sig-01.ts';
import { sig02 } from './rules/sig-02.ts';
import { sig03 } from './rules/sig-03.ts';
import { site01 } from './rules/site-01.ts';
import { site02 } from './rules/site-02.ts';
import { site03 } from './rules/site-03.ts';
import { site04 } from './rules/site-04.ts';
import { site05 } from './rules/site-05.ts';
import { site06 } from './rules/site-06.ts';
import { sys01 } from './rules/sys-01.ts';
import { sys02 } from './rules/sys-02.ts';
import { sys03 } from './rules/sys-03.ts';
import { sys04 } from './rules/sys-04.ts';
import { sys05 } from './rules/sys-05.ts';

/** Every rule of the exit-ramp documentation standard, by family. */
export const standardRules = [
  eng01,
  eng02,
  eng03,
  eng04,
  eng05,
  own01,
  own02,
  own03,
  own04,
  own05,
  sys01,
  sys02,
  sys03,
  sys04,
  sys05,
  int01,
  int02,
  int03,
  int04,
  dat01,
  dat02,
  dat03,
  dat04,
  dat05,
  dat06,
  rbk01,
  rbk02,
  rbk03,
  rbk04,
  rbk05,
  rbk06,
  rbk07,
  adr01,
  adr02,
  adr03,
  adr04,
  adr05,
  pm01,
  pm02,
  pm03,
  pm04,
  evl01,
  evl02,
  evl03,
  evl04,
  evl05,
  evl06,
  evl07,
  mem01,
  mem02,
  cmp01,
  cmp02,
  cmp03,
  cmp04,
  cmp05,
  ip01,
  ip02,
  ip03,
  ppl01,
  ppl02,
  ppl03,
  sig01,
  sig02,
  sig03,
  site01,
  site02,
  site03,
  site04,
  site05,
  site06,
] as const satisfies readonly StandardRule[];

/** The id of a rule of the standard. */
export type StandardRuleId = (typeof standardRules)[number]['id'];

/** What the first part of a rule's id stands for. */
export const families: Readonly<Record<string, string>> = {
  ENG: 'Engagement',
  OWN: 'Ownership and transfer',
  SYS: 'Systems',
  INT: 'Integrations',
  DAT: 'Data flows, agreements, content safety',
  RBK: 'Runbooks',
  ADR: 'Decisions',
  PM: 'Postmortems',
  EVL: 'Evaluations',
  MEM: 'Memos and confidentiality',
  CMP: 'Compliance evidence',
  IP: 'Inventory',
  PPL: 'People',
  SIG: 'Acceptance',
  SITE: 'The handbook itself',
};

/** The family of a rule: the letters of its id. */
export const familyOf = (id: string): string => id.slice(0, id.lastIndexOf('-'));

/** The address of the page that explains a rule. */
export const standardAddress = (id: string): string => `/standard/${id.toLowerCase()}/`;
