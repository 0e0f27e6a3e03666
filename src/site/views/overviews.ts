import type { SectionName } from '../../domain/documents/define.ts';

/** A page that is drawn from the whole graph; it stands in the sidebar and the door of its section. */
export interface Overview {
  readonly address: string;
  readonly title: string;
  readonly purpose: string;
  readonly section: SectionName;
}

export const overviews = {
  oncall: {
    address: '/oncall/',
    title: 'On call',
    purpose: 'What rings and what people say, the common first: severity, runbook, first call.',
    section: 'operate',
  },
  actions: {
    address: '/actions/',
    title: 'Open actions',
    purpose: 'What was promised after incidents and drills and is not done, the oldest date first.',
    section: 'operate',
  },
  map: {
    address: '/map/',
    title: 'System map',
    purpose: 'What depends on what, and where data leaves the house.',
    section: 'systems',
  },
  sideBySide: {
    address: '/side-by-side/',
    title: 'Side by side',
    purpose: 'Every integration in a column of its own: keys, limits, writes, quirks, support.',
    section: 'systems',
  },
  coverage: {
    address: '/coverage/',
    title: 'Coverage',
    purpose: 'What each system, integration, provider and control has, and what it lacks.',
    section: 'systems',
  },
  timeline: {
    address: '/timeline/',
    title: 'Timeline',
    purpose: 'Decisions, incidents, evaluations, drills and gates in the order of time.',
    section: 'decide',
  },
  changes: {
    address: '/changes/',
    title: 'What changed',
    purpose: 'New, changed and removed documents by day, and what is new since you were last here.',
    section: 'decide',
  },
  readiness: {
    address: '/readiness/',
    title: 'State of the exit',
    purpose: 'Whether the engagement can end on its day, and who has to do what before it can.',
    section: 'engage',
  },
  acceptance: {
    address: '/acceptance/',
    title: 'Acceptance',
    purpose: 'What has been accepted by whom, what is signed, and what is open. To print and sign.',
    section: 'engage',
  },
  ownership: {
    address: '/ownership/',
    title: 'Ownership',
    purpose: 'Who answers for what, and what still hangs on people who leave.',
    section: 'engage',
  },
  successor: {
    address: '/successor/',
    title: 'For the successor',
    purpose: 'What to read, in which order, for whoever takes over the technology.',
    section: 'engage',
  },
  standard: {
    address: '/standard/',
    title: 'The standard',
    purpose:
      'What a customer must hold when an engagement ends: every rule, its sources, its state.',
    section: 'comply',
  },
} as const satisfies Readonly<Record<string, Overview>>;

/** The overviews of a section, in the order of its sidebar. */
export const overviewsOf = (section: SectionName): Overview[] =>
  Object.values(overviews).filter((one) => one.section === section);
