import { type SectionName, sections } from '../../domain/documents/define.ts';
import { addressOf, indexAddress } from '../../domain/graph/addresses.ts';
import { type Entry, engagementData, summaryOf } from '../../domain/graph/corpus.ts';
import type { Handbook } from '../handbook.ts';
import { type ByType, groupByType, listedTypes } from './navigation.ts';
import { type Ramp, rampOf } from './ramp.ts';
import { type Mark, marksOf, nameOf } from './words.ts';

/** The home page: the state of the engagement, the runbooks, and a door to every part of the handbook. */
export interface HomeView {
  readonly ramp: Ramp | null;
  /** The most severe runbooks first, a screenful at most. */
  readonly runbooks: readonly Shortcut[];
  readonly runbookCount: number;
  readonly doors: readonly Door[];
}

interface Shortcut {
  readonly href: string;
  readonly title: string;
  readonly summary: string | null;
  readonly mark: Mark | null;
}

interface Door {
  readonly id: SectionName;
  readonly title: string;
  readonly types: readonly {
    readonly label: string;
    readonly href: string;
    readonly count: number;
    readonly purpose: string;
  }[];
}

/** More runbooks than these are looked for in their list. */
const SHORTCUTS = 6;

/** The view of the home page. */
export function homeView({ corpus, asOf }: Handbook): HomeView {
  const byType = groupByType(corpus);
  const runbooks = byType.get('runbook') ?? [];
  const usable = runbooks.filter(({ data }) => data['status'] !== 'retired');
  return {
    ramp: rampOf(engagementData(corpus), asOf),
    runbooks: usable.sort(bySeverity).slice(0, SHORTCUTS).map(shortcut),
    runbookCount: runbooks.length,
    doors: doorsOf(byType),
  };
}

const doorsOf = (byType: ByType): Door[] =>
  Object.entries(sections).map(([id, title]) => ({
    id: id as SectionName,
    title,
    types: listedTypes
      .filter((type) => type.section === id)
      .map((type) => ({
        label: type.plural,
        href: indexAddress(type),
        count: byType.get(type.name)?.length ?? 0,
        purpose: type.purpose,
      })),
  }));

const severityOf = ({ data }: Entry): number =>
  typeof data['severity'] === 'number' ? data['severity'] : 9;

const bySeverity = (a: Entry, b: Entry): number => severityOf(a) - severityOf(b);

const shortcut = (entry: Entry): Shortcut => ({
  href: addressOf(entry),
  title: nameOf(entry),
  summary: summaryOf(entry),
  mark: marksOf(entry).find(({ text }) => text.startsWith('Severity')) ?? null,
});
