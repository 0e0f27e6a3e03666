import type { Standing } from './journey.ts';
import type { PathRecord } from './progress.ts';

/** What the file of a reader's progress is made of. */
export interface RecordFile {
  readonly handbook: string;
  readonly title: string;
  /** The file of the path, below the content folder. */
  readonly file: string;
  readonly record: PathRecord;
  readonly standing: Standing;
  /** The reader's short name, as in `people/`; null where it was not said. */
  readonly person: string | null;
  readonly feedback: string | null;
}

/** The file that a reader takes away: the row for the path's record, then the progress itself. */
export function recordText({
  handbook,
  title,
  file,
  record,
  standing,
  person,
  feedback,
}: RecordFile): string {
  const row = rowText(person, standing.completed, feedback);
  return [
    `# How far somebody is on the path ${quoted(title)} of the ${quoted(handbook)}.`,
    ...(row === null
      ? [
          '# The row for the record of the path is written here when every step is done and the file says who.',
        ]
      : [
          '# Paste this row into the fields of the path, where others may stand already:',
          `# ${oneLine(file)}`,
          '',
          'completed:',
          ...row,
        ]),
    '',
    '# The progress itself. Bring it to another browser at the foot of the page of the path.',
    'progress:',
    `  handbook: ${quoted(handbook)}`,
    `  path: ${quoted(record.path)}`,
    `  started: ${record.started}`,
    ...(record.steps.length === 0 ? ['  steps: []'] : ['  steps:']),
    ...record.steps.flatMap(({ step, opened, done, digest }) => [
      `    - step: ${quoted(step)}`,
      ...(opened ? [`      opened: ${opened}`] : []),
      ...(done ? [`      done: ${done}`] : []),
      ...(digest ? [`      digest: ${quoted(digest)}`] : []),
    ]),
    '',
  ].join('\n');
}

/** The row of `completed` as lines, or null where it cannot be written honestly. */
function rowText(
  person: string | null,
  on: string | null,
  feedback: string | null,
): string[] | null {
  if (person === null || on === null) return null;
  const where = oneLine(feedback ?? '');
  return [
    `  - person: ${quoted(person)}`,
    `    on: ${on}`,
    ...(where === '' ? [] : [`    feedback_ref: ${quoted(where)}`]),
  ];
}

/** A text as a YAML scalar in quotes; JSON's form is one, and control characters are told by their numbers. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** One line of printable text. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** The name of the file, of letters that every system takes. */
export const recordFileName = (path: string): string =>
  `${path.replace(/^.*\//, '').replace(/[^\p{L}\p{N}-]+/gu, '-')}-progress.yaml`;
