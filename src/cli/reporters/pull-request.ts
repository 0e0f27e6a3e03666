import type { DocumentChange, Named } from '../../domain/changes/documents.ts';
import type { ReferenceChange } from '../../domain/changes/references.ts';
import type { ChangeSummary } from '../../domain/changes/summary.ts';
import { inSentence } from '../../domain/checks/rule.ts';
import { program } from '../../domain/commands/define.ts';
import { findingTable } from './finding-table.ts';
import { clipped, code, literal } from './markdown-text.ts';
import { gatesPart } from './pull-request-gates.ts';
import { count, isOlder, type Report, type Surroundings, weightsOf } from './report.ts';

/** GitHub takes no comment of more than 65,536 characters; what a bot puts around it needs room too. */
const LENGTH = 60_000;

/** How many items a list shows: as many as fit, the same for all. */
const LIMITS = [50, 20, 8, 3, 1];

type Place = Surroundings['place'];

/** What a pull request does to the handbook, to be posted as a comment. */
export function pullRequest(report: Report, change: ChangeSummary, place: Place): string {
  for (const limit of LIMITS) {
    const text = summary(report, change, { place, limit });
    if (text.length <= LENGTH) return text;
  }
  return summary(report, change, { place, limit: 0 });
}

interface How {
  readonly place: Place;
  readonly limit: number;
}

function summary(report: Report, change: ChangeSummary, { place, limit }: How): string {
  const parts = [
    `## Handbook: ${headline(report)}`,
    literal(clipped(report.unlisted ?? '')),
    ...documentsPart(change, limit),
    ...findingsPart(report, change, { place, limit }),
    ...listPart('References', change.references.map(referenceWords), limit),
    ...standardPart(change, limit),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function headline(report: Report): string {
  const fresh = report.problems.filter((problem) => !isOlder(report, problem));
  const fixed = report.change?.fixed.length ?? 0;
  return [
    fresh.length === 0 ? 'no new problems' : `new: ${weightsOf(fresh)}`,
    ...(fixed === 0 ? [] : [`${fixed} fixed`]),
  ].join(', ');
}

function documentsPart({ documents, otherFiles }: ChangeSummary, limit: number): string[] {
  const rows = documents.map(
    (one) => `${kindWords[one.kind]} ${inSentence(one.type)} ${nameOf(one)}${beforeWords(one)}`,
  );
  const others =
    otherFiles === 0
      ? []
      : [
          `${count(otherFiles, 'file')} that ${otherFiles === 1 ? 'is no document, such as a picture,' : 'are no documents, such as pictures,'} changed too.`,
        ];
  return [...listPart('Documents', rows, limit), ...others];
}

const kindWords = {
  added: 'Added',
  changed: 'Changed',
  removed: 'Removed',
  renamed: 'Renamed',
} as const;

const beforeWords = ({ kind, before }: DocumentChange): string =>
  kind === 'renamed' ? `, before ${code(clipped(before))}` : '';

const nameOf = ({ title, path }: Named): string =>
  `${literal(clipped(title, 120))} (${code(clipped(path))})`;

function findingsPart(report: Report, { fixed }: ChangeSummary, { place, limit }: How): string[] {
  const fresh = report.problems.filter((problem) => !isOlder(report, problem));
  const older = report.problems.filter((problem) => isOlder(report, problem));
  return [
    ...(fresh.length === 0 ? [] : ['### New findings', findingTable(fresh, place, limit)]),
    ...(older.length === 0
      ? []
      : ['### Not new, in files that were touched', findingTable(older, place, limit)]),
    ...(fixed.length === 0 ? [] : ['### Fixed', findingTable(fixed, place, limit)]),
  ];
}

const referenceWords = ({ kind, from, label, to }: ReferenceChange): string => {
  const [one, other] = [from, to].map(
    ({ type, title }) => `${inSentence(type)} ${literal(clipped(title, 120))}`,
  );
  return `${kind === 'added' ? 'New' : 'No longer'}: ${one} – ${label} – ${other}`;
};

function standardPart({ standard }: ChangeSummary, limit: number): string[] {
  if (standard === null)
    return [
      'Gates and reviews are not judged: there is no commit of the handbook, and no day was given.',
    ];
  const { asOf, voided, due } = standard;
  const voidedRows = voided.map(
    (one) => `The ${one.what} of ${nameOf(one)} is of another text. ${redo[one.what](one)}`,
  );
  const dueRows = due.map((one) => `${nameOf(one)}, since ${one.dueOn}. ${redo.review(one)}`);
  return [
    ...gatesPart(standard, limit),
    ...listPart('Voided by the edit', voidedRows, limit),
    ...listPart(`Due for review on ${asOf}`, dueRows, limit),
  ];
}

const redo = {
  review: ({ id }: Named) => `Read it again: ${code(`${program} review ${id} --by PERSON`)}`,
  acceptance: ({ id }: Named) => `Accept it again: ${code(`${program} accept ${id} --by PERSON`)}`,
  drill: ({ id }: Named) =>
    `Drill it again: ${code(`${program} drill ${id} --by PERSON --started TIME --finished TIME --result pass --log FILE`)}`,
} as const;

/** A list under its heading, with a count of what was left out; nothing where it is empty. */
function listPart(title: string, items: readonly string[], limit: number): string[] {
  if (items.length === 0) return [];
  const more = items.length - Math.min(items.length, limit);
  const rows = items.slice(0, limit).map((item) => `- ${item}`);
  return [
    `### ${title}`,
    [...rows, ...(more > 0 ? [`- ${rows.length > 0 ? 'and ' : ''}${more} more`] : [])].join('\n'),
  ];
}
