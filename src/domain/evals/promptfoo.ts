import { flat, isData, isScalar, type RawCase, type RawResults } from './cases.ts';

type Data = Readonly<Record<string, unknown>>;

/** `failureReason` of a result whose call failed, so that nothing was judged. */
const ERROR = 2;

/**
 * The cases of promptfoo's results: `success`, `score`, `output`, and `vars.*`, `metadata.*` (of the test)
 * and `namedScores.*`. The id is `case` among the test's metadata or variables, else its number.
 */
export function promptfooCases(results: readonly unknown[]): RawResults {
  const rows = results.filter(isData);
  const failed = rows.filter(({ failureReason: reason }) => reason === ERROR).length;
  const unjudged = rows.filter(({ success }) => typeof success !== 'boolean').length;
  const problems = [
    ...(rows.length < results.length ? ['Some of its results are no objects.'] : []),
    ...(failed > 0
      ? [`${failed} cases ended in an error and were never judged. Run them again.`]
      : []),
    ...(unjudged > 0
      ? [`${unjudged} cases have no \`success\`, so nothing says if they passed.`]
      : []),
    ...severalColumns(rows),
  ];
  return { cases: rows.map(caseOf), problems };
}

/** A file with several prompts or models holds several runs, and no gate decides about a mixture. */
function severalColumns(rows: readonly Data[]): string[] {
  const columns = new Set(rows.map(({ promptIdx }) => promptIdx));
  return columns.size > 1
    ? [`It holds ${columns.size} prompts or models side by side. Run and write them one by one.`]
    : [];
}

function caseOf(row: Data): RawCase {
  const test = blockIn(row, 'testCase');
  const vars = flat({ ...blockIn(test, 'vars'), ...blockIn(row, 'vars') }, 'vars.');
  const metadata = flat(blockIn(test, 'metadata'), 'metadata.');
  const output = blockIn(row, 'response')['output'];
  const values = new Map([
    ...vars,
    ...metadata,
    ...flat(blockIn(row, 'namedScores'), 'namedScores.'),
    ...flat(Object.fromEntries(['success', 'score'].map((name) => [name, row[name]]))),
    ...(isScalar(output) ? [['output', String(output)] as const] : []),
  ]);
  const number = row['testIdx'];
  const id = metadata.get('metadata.case') ?? vars.get('vars.case');
  return { id: id ?? (typeof number === 'number' ? String(number) : null), values };
}

const blockIn = (data: Data, name: string): Data => {
  const value = data[name];
  return isData(value) ? value : {};
};
