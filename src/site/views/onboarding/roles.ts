import type { Corpus, Entry } from '../../../domain/graph/corpus.ts';
import { rowsAt, textAt } from '../../../domain/graph/fields.ts';
import type { Route } from '../../onboarding/journey.ts';
import { counted } from '../days.ts';
import { dayOf, nameOf } from '../words.ts';
import { livePaths, pathView } from './path.ts';

/** A path as the list of paths leads to it, by the role that somebody takes. */
export interface RoleView {
  readonly route: Route;
  readonly role: string;
  /** Hours and steps in words. */
  readonly extent: string;
  readonly change: string | null;
  readonly completed: string;
}

/** The paths by role. */
export interface Roles {
  readonly handbook: string;
  readonly roles: readonly RoleView[];
}

/** The list below has them all. */
const MOST = 40;

/** The roles that a newcomer chooses from; null where there is no path. */
export function rolesOf(entries: readonly Entry[], corpus: Corpus): Roles | null {
  const paths = livePaths(entries).slice(0, MOST);
  const [first] = paths;
  if (!first) return null;
  return {
    handbook: pathView(first, corpus).handbook,
    roles: paths.map((entry) => roleOf(entry, corpus)),
  };
}

function roleOf(entry: Entry, corpus: Corpus): RoleView {
  const { path, title, href, steps, hasChange, role, hours, listed, change } = pathView(
    entry,
    corpus,
  );
  const extent = [
    ...(hours === null ? [] : [counted(hours, 'hour')]),
    listed.length === 0 ? 'no steps yet' : counted(listed.length, 'step'),
  ];
  return {
    route: { path, title, href, steps, hasChange },
    role: role ?? title,
    extent: extent.join(' · '),
    change: change?.text ?? null,
    completed: completedBy(entry, corpus),
  };
}

function completedBy({ data }: Entry, corpus: Corpus): string {
  const all = rowsAt(data, 'completed').flatMap((row) => {
    const slug = textAt(row, 'person');
    const on = textAt(row, 'on');
    if (slug === null) return [];
    const person = corpus.byId.get(`people/${slug}`);
    return [`${person ? nameOf(person) : slug}${on === null ? '' : ` (${dayOf(on)})`}`];
  });
  return all.length === 0 ? 'Nobody yet; you may be the first' : all.join(', ');
}
