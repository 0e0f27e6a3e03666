import { type SectionName, sections } from '../../domain/documents/define.ts';
import { indexAddress } from '../../domain/graph/addresses.ts';
import { engagementData } from '../../domain/graph/corpus.ts';
import type { Handbook } from '../handbook.ts';
import { groupByType, listedTypes } from './navigation.ts';
import { dayOf } from './words.ts';

/** The home page: the days of the engagement and a door to every part of the handbook. */
export interface HomeView {
  readonly dates: readonly {
    readonly label: string;
    readonly iso: string;
    readonly text: string;
  }[];
  readonly doors: readonly Door[];
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

/** The view of the home page. */
export function homeView({ corpus, asOf }: Handbook): HomeView {
  const byType = groupByType(corpus);
  const { kickoff_on: kickoff, exit_on: exit } = engagementData(corpus);
  const doors = Object.entries(sections).map(([id, title]) => ({
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
  return {
    dates: [...day('Kickoff', kickoff), ...day('As of', asOf), ...day('Exit', exit)],
    doors,
  };
}

const day = (label: string, iso: unknown): HomeView['dates'] =>
  typeof iso === 'string' ? [{ label, iso, text: dayOf(iso) }] : [];
