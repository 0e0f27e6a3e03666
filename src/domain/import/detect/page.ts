import type { Facts } from './facts.ts';
import type { Sign } from './kind.ts';
import { headingWords, wordsOf } from './words.ts';

/**
 * What a file stands for: an index for its folder, unless the folder is one document with its pictures: numbered
 * or dated as documents are, or with no other document in it.
 */
export function stands(facts: Facts): 'for itself' | 'for its folder' {
  if (!index.test(facts.words)) return 'for itself';
  if (named.test(facts.folder)) return 'for itself';
  const alone =
    facts.folders.length > 2 && facts.siblings.every((name) => index.test(wordsOf(name)));
  return alone && !facts.stem.startsWith('_') ? 'for itself' : 'for its folder';
}

/** Whether it is called as an index is. */
export const isIndex = ({ words, folder }: Facts): boolean =>
  index.test(words) && !named.test(folder);

const named = /^(?:[a-z]{2,8}[-_ ])?\d{3,}[-_ .]|^\d{4}-\d\d-\d\d/i;

const index =
  /^(?:read ?me|index|toc|table of contents|summary|home|overview|contents?|about)$|^read ?me | read ?me$/;

const furniture =
  /^(?:change ?log|changes|history|release notes?|contributing|contributors|code of conduct|licen[cs]e|security|support|governance|community|code ?owners|maintainers|authors|disclaimer|thanks|claude|agents?|skill|copilot instructions|pull request template|notice|third party notices|rules of behavior|open practices|roadmap|faq|sidenav|side ?bar)$/;

const pattern =
  /^(?:.{0,80} )?(?:templates?|archetype|skeleton|boilerplate)$|^template .{1,80}$|^.{0,80} template (?:for|of|by|bare|minimal|short|long|full|v?\d) ?.{0,40}$/;
const patterns =
  /^(?:.{0,40} )?(?:templates?|archetypes?|skeletons?|(?:issue|decision record) template.{0,40})$/;
const guidance =
  /^(?:guidelines?|conventions?|style ?guide|process|checklist|how to)$|\b(?:adrs?|rfcs?|decision records?|proposals?|post ?mortems?|incident reports?|run ?books?) (?:guidelines?|guide|conventions?|process|checklist|formatting|style ?guide|policy)\b|\b(?:how to )?(?:writ(?:e|ing)|creat(?:e|ing)|add(?:ing)?|review(?:ing)?) (?:good )?(?:an? )?(?:new )?(?:adrs?|rfcs?|decision records?|post ?mortems?|run ?books?)\b/;

/** What speaks for a plain page; every document begins with a little of it. */
export function signsOfPage(facts: Facts): readonly Sign[] {
  const signs: Sign[] = [
    { weight: 2.5, reason: 'a document is a plain page if little speaks for another type' },
  ];
  const called = `the file is called ${facts.stem}`;
  if (facts.empty) signs.push({ weight: 6, reason: 'it is empty' });
  if (stands(facts) === 'for its folder')
    signs.push({ weight: 2.5, reason: `${called} and introduces its folder` });
  if (furniture.test(facts.words)) signs.push({ weight: 6, reason: called });
  if (facts.folders.includes('github') && /(?:^|\/)\.github\//.test(facts.path))
    signs.push({ weight: 6, reason: 'the folder .github is for the code, not for readers' });
  return [...signs, ...ofTemplates(facts, called)];
}

function ofTemplates(facts: Facts, called: string): Sign[] {
  const folder = facts.folders.find((name) => patterns.test(name));
  if (folder !== undefined) return [{ weight: 12, reason: `the folder is called ${folder}` }];
  if (numbered(facts.stem)) return [];
  if (pattern.test(facts.words)) return [{ weight: 12, reason: `${called}: a template` }];
  return guidance.test(facts.words) || guidance.test(headingWords(facts.title))
    ? [{ weight: 9, reason: `${called}: it tells how such documents are written` }]
    : [];
}

const numbered = (stem: string): boolean => /^(?:[a-z]{2,8}[-_ ])?0*[1-9]\d*[-_ .]/i.test(stem);
