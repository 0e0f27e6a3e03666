import { PAGE_LINES } from '../pages.ts';
import type { OwnerFindings } from './owners.ts';

export type ListName = 'open' | 'coming';

/** Findings of one rule are seen so many at a time where the board cannot hold them all. */
const FEW = 3;

export const linesAddress = (name: ListName): string => `/readiness/${name}/`;

export const isLong = (owners: readonly OwnerFindings[]): boolean =>
  linesOf(owners).length > PAGE_LINES;

/**
 * What the board shows of the findings of owners: all of them, or, where they are more than a page holds,
 * the first of each rule, with the count of what is left out and the page that begins with it.
 */
export function onBoard(owners: readonly OwnerFindings[], name: ListName): OwnerFindings[] {
  if (!isLong(owners)) return [...owners];
  let left = PAGE_LINES;
  let before = 0;
  return owners.map((owner) => {
    const rules = owner.rules.flatMap((group) => {
      const findings = group.findings.slice(0, Math.min(FEW, left));
      left -= findings.length;
      return findings.length === 0
        ? []
        : [{ ...group, findings, more: group.findings.length - findings.length }];
    });
    const page = Math.floor(before / PAGE_LINES) + 1;
    before += owner.errors + owner.warnings;
    return { ...owner, rules, all: `${linesAddress(name)}${page}/` };
  });
}

/** A finding with where it stands. */
export interface Line {
  readonly owner: OwnerFindings;
  readonly group: OwnerFindings['rules'][number];
  readonly finding: OwnerFindings['rules'][number]['findings'][number];
}

/** Findings of owners one by one. */
export const linesOf = (owners: readonly OwnerFindings[]): Line[] =>
  owners.flatMap((owner) =>
    owner.rules.flatMap((group) => group.findings.map((finding) => ({ owner, group, finding }))),
  );
