import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A kind of page, by an address or by the folder whose first document stands for it. */
const kinds = [
  ['home', '/'],
  ['runbook', '/runbooks/*'],
  ['system', '/systems/*'],
  ['decision', '/adrs/*'],
  ['eval report', '/evals/*'],
  ['onboarding path', '/onboarding/*'],
  ['type index', '/runbooks/'],
  ['search', '/search/'],
  ['on call', '/oncall/'],
  ['changes', '/changes/'],
  ['successor', '/successor/'],
  ['timeline', '/timeline/'],
  ['readiness', '/readiness/'],
  ['map', '/map/'],
  ['guide', '/guide/'],
] as const;

/** The kinds of page that a built site has, each with one address. */
export const kindsIn = (site: string): { kind: string; path: string }[] =>
  kinds.flatMap(([kind, pattern]) => {
    const path = pattern.endsWith('*') ? firstBelow(site, pattern.slice(0, -1)) : pattern;
    return path !== null && existsSync(join(site, path, 'index.html')) ? [{ kind, path }] : [];
  });

function firstBelow(site: string, folder: string): string | null {
  const inside = join(site, folder);
  const names = existsSync(inside) ? readdirSync(inside).sort() : [];
  const name = names.find((one) => existsSync(join(inside, one, 'index.html')));
  return name === undefined ? null : `${folder}${name}/`;
}
