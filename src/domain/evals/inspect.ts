import { flat, isData, isScalar, type RawCase, type RawResults } from './cases.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * The cases of an Inspect log: `scores.NAME` of each scorer (`scores.NAME.KEY` where it gives several),
 * `score` and `answer` where there is one scorer, `target`, `epoch` and `metadata.*` of the sample.
 */
export function inspectCases(log: Data): RawResults {
  if (log['status'] !== 'success') {
    const problem = `Its status is \`${String(log['status'])}\`, so the run did not come to its end. Run it again.`;
    return { cases: [], problems: [problem] };
  }
  const samples = log['samples'];
  if (!Array.isArray(samples)) {
    const problem = 'It holds no samples; a log without them has only totals. Write the whole log.';
    return { cases: [], problems: [problem] };
  }
  const rows = samples.filter(isData);
  const failed = rows.filter(({ error }) => isData(error)).length;
  const unscored = rows.filter(({ scores }) => !isData(scores) || Object.keys(scores).length === 0);
  const problems = [
    ...(rows.length < samples.length ? ['Some of its samples are no objects.'] : []),
    ...(failed > 0 ? [`${failed} samples ended in an error. Run them again.`] : []),
    ...(unscored.length > failed ? [`${unscored.length} samples have no score. Score them.`] : []),
  ];
  return { cases: rows.map(caseOf), problems };
}

function caseOf(row: Data): RawCase {
  const values = flat({
    target: row['target'],
    epoch: row['epoch'],
    metadata: row['metadata'],
    scores: Object.fromEntries(scoresOf(row).map(([name, score]) => [name, score['value']])),
  });
  const [[, only] = [], ...others] = scoresOf(row);
  if (only && others.length === 0) {
    const { value, answer } = only;
    if (isScalar(value)) values.set('score', String(value));
    if (isScalar(answer)) values.set('answer', String(answer));
  }
  const id = row['id'];
  return { id: isScalar(id) ? String(id) : null, values };
}

const scoresOf = ({ scores }: Data): [string, Data][] =>
  isData(scores)
    ? Object.entries(scores).filter((entry): entry is [string, Data] => isData(entry[1]))
    : [];
