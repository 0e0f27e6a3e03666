import { type Draft, take } from './draft.ts';

/** What each number means here (`severity` in src/domain/documents/fields.ts): the words a source must say with it. */
const meanings: Readonly<Record<string, RegExp>> = {
  1: /\b(?:patients?|PHI)\b.{0,40}\bat risk\b/i,
  2: /\bworkflows?\b.{0,20}\bdown\b/i,
  3: /\bdegraded\b/i,
  4: /\bminor\b/i,
};

/**
 * Reads a severity that is ours: a number and, with it, what we mean by it. `SEV-1`, `P2` and `critical` alone are
 * of another scale, which may mean anything: they stay what they are.
 */
export function readSeverity(draft: Draft): void {
  take(draft, 'severity', /^(?:incident )?(?:severity|sev|priority)(?: level)?$/, ({ text }) => {
    const [, number = ''] = /^(?:sev(?:erity)?|s|p)?[-\s:#]{0,2}([1-4])\b/i.exec(text) ?? [];
    const isOurs = meanings[number]?.test(text.slice(0, 200)) ?? false;
    return isOurs ? { value: Number(number), whole: false } : undefined;
  });
}
