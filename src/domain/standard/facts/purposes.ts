import { type RunbookPurpose, runbookPurposes } from '../../documents/runbook.ts';
import { type Entry, titleOf } from '../../graph/corpus.ts';
import { textsOf } from '../../graph/fields.ts';
import { sectionOf, subsectionsOf } from './passages.ts';

/** Words by which a title or heading names a purpose. */
const names: Readonly<Record<RunbookPurpose, RegExp>> = {
  deploy: /deploy|release|roll(ing)? ?out|put .*\blive|go(es)? live|install|upgrade/i,
  rollback:
    /\broll(ing|s|ed)?\b.{0,20}\bback|rollback|revert|\bundo|take .*\bback|previous (version|tag|release)/i,
  restore: /restor|recover|rebuil|backup/i,
  'dependency-outage':
    /outage|\bdown\b|not (answer|reach|respond|there|come)|unreachable|unavailable|stall|stale|refus|slow|miss(ing|es)|nothing arrives|fail|throttl/i,
  'access-loss':
    /\baccess|sign(ing|ed)?[ -]?(on|in)\b|log(ging|ged)?[ -]?in\b|locked out|credential|password|certificate|\bkeys?\b|account|invalid_client/i,
  'emergency-access': /emergency|break[ -]?(the[ -])?glass|envelope/i,
  downtime: /downtime|\bpaper\b|by hand|manual|day sheet|while .*\bis (down|away|out)/i,
};

/** Words that a section must have to be followed. */
const WORDS_OF_SECTION = 8;

/**
 * The purposes of a runbook, each with whether its text serves it: with one purpose the title or a heading
 * names it; with several, each has a heading of its own of depth 3, with words below it.
 */
export function purposesOf(runbook: Entry): { purpose: RunbookPurpose; served: boolean }[] {
  const tagged = textsOf(runbook.data, 'purposes');
  const purposes = runbookPurposes.filter((purpose) => tagged.includes(purpose));
  const headings = subsectionsOf(runbook).filter(({ words }) => words >= WORDS_OF_SECTION);
  const candidates = purposes.map((purpose) => ({
    purpose,
    titles: headings.map(({ title }) => title).filter((title) => names[purpose].test(title)),
  }));
  const [only] = candidates;
  if (only && candidates.length === 1) {
    const isWhole = names[only.purpose].test(titleOf(runbook)) && hasSteps(runbook);
    return [{ purpose: only.purpose, served: isWhole || only.titles.length > 0 }];
  }
  return shareOut(candidates);
}

const hasSteps = (runbook: Entry): boolean =>
  (sectionOf(runbook, 'Mitigation')?.words ?? 0) >= WORDS_OF_SECTION;

/** Gives each purpose a heading of its own, those with the fewest first. */
function shareOut(candidates: readonly { purpose: RunbookPurpose; titles: readonly string[] }[]) {
  const used = new Set<string>();
  return candidates
    .toSorted((a, b) => a.titles.length - b.titles.length)
    .map(({ purpose, titles }) => {
      const own = titles.find((title) => !used.has(title));
      if (own !== undefined) used.add(own);
      return { purpose, served: own !== undefined };
    });
}
