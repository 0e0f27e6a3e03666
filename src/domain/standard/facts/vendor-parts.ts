import type { SourcePoint } from '../../problems/problem.ts';
import type { Marks } from './parties.ts';

/** Something of the vendor that a text leans on, and where. */
export interface VendorPart extends SourcePoint {
  readonly part: string;
}

/**
 * Finds package scopes, hosts and code organizations of the vendor in the lines of a text; mail addresses
 * and bare mentions of its domain are none.
 */
export function vendorPartsIn(text: string, { domains, handles }: Marks): VendorPart[] {
  const patterns = [
    ...handles.map((handle) => `@${escaped(handle)}(?:-[\\w-]+)?/[\\w.-]+`),
    ...handles.map(
      (handle) =>
        `(?:github|gitlab|bitbucket)\\.[a-z]+[/:]${escaped(handle)}(?:-[\\w-]+)?/[\\w.-]+`,
    ),
    ...domains.map((domain) => `(?<![@\\w.-])[\\w-]+(?:\\.[\\w-]+)*\\.${escaped(domain)}\\b`),
    ...domains.map((domain) => `[a-z]://${escaped(domain)}\\b`),
  ];
  if (patterns.length === 0) return [];
  const pattern = new RegExp(patterns.join('|'), 'i');
  return text.split('\n').flatMap((line, index) => {
    const found = pattern.exec(line);
    return found ? [{ part: found[0], line: index + 1, column: found.index + 1 }] : [];
  });
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
