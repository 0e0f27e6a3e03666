import { listOf, named } from './common.ts';
import { type Draft, type Said, type Taken, take } from './draft.ts';

/** Reads a system: tier, recovery times, environments, repositories and what it depends on, where they are named. */
export function readSystem(draft: Draft): void {
  take(draft, 'tier', /^(?:service )?(?:tier|criticality)$/, ({ text }) => {
    const tier = /^(?:tier\s?-?)?([1-3])$/i.exec(text)?.[1];
    return tier === undefined ? undefined : { value: Number(tier), whole: true };
  });
  take(draft, 'rto_minutes', /^(?:rto|recovery time objective|rto minutes)$/, minutes);
  take(draft, 'rpo_minutes', /^(?:rpo|recovery point objective|rpo minutes)$/, minutes);
  take(draft, 'environments', /^environments?$/, texts);
  take(draft, 'workflows', /^workflows?$/, texts);
  take(draft, 'depends_on', /^(?:depends on|dependencies|requires)$/, named);
  take(draft, 'deploys_via', /^(?:deploys? via|deployed (?:via|by|with))$/, ({ text }) => ({
    value: text,
    whole: true,
  }));
  take(draft, 'repos', /^(?:repos?|repositor(?:y|ies)|source(?: code)?|code)$/, repositories);
}

function texts({ value }: Said): Taken | undefined {
  const found = listOf(value);
  return found.length === 0 ? undefined : { value: found, whole: true };
}

const units = { minute: 1, min: 1, m: 1, hour: 60, hr: 60, h: 60, day: 1440, d: 1440 } as const;

function minutes({ text, key }: Said): Taken | undefined {
  const found = /^(?:<|≤|~)?\s?(\d{1,6}(?:\.\d)?)\s?(minute|min|m|hour|hr|h|day|d)?s?\.?$/i.exec(
    text,
  );
  const [, count, unit = key?.toLowerCase().endsWith('minutes') ? 'minute' : undefined] =
    found ?? [];
  if (count === undefined || unit === undefined) return undefined;
  return { value: Number(count) * units[unit.toLowerCase() as keyof typeof units], whole: false };
}

const repository =
  /^(?:https:\/\/(?:github\.com|gitlab\.com|bitbucket\.org)\/)?([\w.-]{1,60}\/[\w.-]{1,100}?)(?:\.git)?\/?$/;

function repositories({ value, links }: Said): Taken | undefined {
  const found = [...links, ...listOf(value)].flatMap((name) => repository.exec(name)?.[1] ?? []);
  return found.length === 0 ? undefined : { value: [...new Set(found)], whole: false };
}
