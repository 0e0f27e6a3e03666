import { type Draft, take } from './draft.ts';

/**
 * Reads a severity that is a number: `SEV-2`, `S1`, `Severity 3`, `P2`. Words such as `critical` are another
 * scale, of alerts more often than of incidents, and stay what they are.
 */
export function readSeverity(draft: Draft): void {
  take(draft, 'severity', /^(?:incident )?(?:severity|sev|priority)(?: level)?$/, ({ text }) => {
    const found = /^(?:sev(?:erity)?|s|p)?[-\s:#]{0,2}([1-4])\b/i.exec(text);
    return found === null ? undefined : { value: Number(found[1]), whole: found[0] === text };
  });
}
