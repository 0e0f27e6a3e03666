import type { Marks } from './parties.ts';

/** The parts of an address, host first, in small letters: `git@host:org/name.git` gives host, org, name. */
const partsOf = (location: string): string[] =>
  location
    .toLowerCase()
    .replace(/^[a-z+]+:\/\//, '')
    .replace(/^[^/@\s]+@/, '')
    .split(/[/:\s,]+/)
    .map((part) => part.replace(/\.git$/, ''))
    .filter(Boolean);

/** Pairs of parts that stand beside each other, such as `organization/name`. */
export function pairsOf(location: string): string[] {
  const parts = partsOf(location);
  return parts.slice(1).map((part, index) => `${parts[index]}/${part}`);
}

/** Whether an address lies with a party: on a host of its domains, or in its organization on another host. */
export function liesWith(location: string, party: Marks, other: Marks): boolean {
  const [host = '', ...path] = partsOf(location);
  const isHostOf = ({ domains }: Marks) =>
    domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
  if (isHostOf(party)) return true;
  if (isHostOf(other)) return false;
  const organization = (host.includes('.') ? path[0] : host) ?? '';
  const isHandleOf = ({ handles }: Marks) =>
    handles.some((handle) => organization === handle || organization.startsWith(`${handle}-`));
  return isHandleOf(party) && !isHandleOf(other);
}
