import { addDays } from '../../src/domain/graph/days.ts';
import type { Step } from './bundle.ts';

const DECISIONS: Readonly<Record<string, readonly string[]>> = {
  '2026-W27': ['memos/2026-06-price-of-the-transition'],
  '2026-W28': [
    'adrs/0001-a-fax-that-failed-three-times-is-printed',
    'adrs/0002-the-carrier-and-its-own-interface',
  ],
  '2026-W32': ['adrs/0003-thresholds-for-sorting'],
  '2026-W35': ['memos/2026-08-which-faxes-may-a-model-sort'],
};

const INCIDENTS: Readonly<Record<string, readonly string[]>> = {
  '2026-W33': ['incidents/2026-08-11-faxes-late', 'postmortems/2026-08-11-faxes-late'],
};

const EVALS: Readonly<Record<string, readonly string[]>> = {
  '2026-W33': ['fax-sorting-2026-08-12'],
};

/** A summary for each week, committed on its Friday. */
export function weeks(kickoff: string, exit: string): Step[] {
  const steps: Step[] = [];
  for (let monday = kickoff, number = 27; monday <= exit; monday = addDays(monday, 7), number++) {
    const week = `2026-W${number}`;
    const friday = addDays(monday, 4);
    steps.push({
      files: { [`weekly-summaries/${week.toLowerCase()}.mdx`]: summary(week, number - 27, monday) },
      commit: {
        on: friday,
        by: 'Dana Pruett <dana.pruett@brookside.example>',
        message: `Sum up ${week}\n\nReviewed-by: Noor Haddad <noor.haddad@brookside.example>`,
      },
    });
  }
  return steps;
}

function summary(week: string, index: number, monday: string): string {
  const value = 71 + index;
  const list = (name: string, items: readonly string[] | undefined) =>
    items ? [`${name}: [${items.join(', ')}]`] : [];
  return [
    '---',
    `title: Week of ${monday}`,
    `summary: ${value} percent of referral faxes were in the chart on their day.`,
    'status: current',
    'owner: dana-pruett',
    'successor: dana-pruett',
    'audience: [engineering, leadership]',
    `created: ${addDays(monday, 4)}`,
    'review_every_days: 180',
    `iso_week: ${week}`,
    'metrics:',
    '  - id: same-day-faxes',
    `    value: ${value}`,
    `    previous: ${value - 1}`,
    `    source: Fax room report of ${addDays(monday, 4)}, column C`,
    ...list('decisions', DECISIONS[week]),
    ...list('incidents', INCIDENTS[week]),
    ...list('evals', EVALS[week]),
    '---',
    '',
    ...sectionsOf(value, monday),
  ].join('\n');
}

const sectionsOf = (value: number, monday: string): string[] =>
  [
    ['What changed', `Work of the week of ${monday}, as the plan says.`],
    ['Metric', `${value} percent, last week ${value - 1}.`],
    ['Decisions', 'Those that are listed above, if any.'],
    ['Incidents', 'Those that are listed above, if any.'],
    ['Asks', 'None of the sponsor this week.'],
    ['Next week', 'The next line of the plan.'],
  ].flatMap(([title, words]) => [`## ${title}`, '', words ?? '', '']);
