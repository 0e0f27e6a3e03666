import { type Case, flat, isData, type RawCase, type RawResults } from './cases.ts';
import { csvRows } from './csv.ts';
import { inspectCases } from './inspect.ts';
import { promptfooCases } from './promptfoo.ts';

export type ResultsFormat = 'csv' | 'json' | 'promptfoo' | 'inspect';

/** The cases of a results file; with any problem they say nothing and nothing passes. */
export interface Results {
  readonly format: ResultsFormat;
  readonly cases: readonly Case[];
  /** Whole sentences. */
  readonly problems: readonly string[];
}

/** Columns that hold the id of a case, the first that is there. */
const idColumns = ['case', 'case_id', 'id'];

/**
 * Reads a results file: CSV with a header, a JSON list of objects, the JSON that promptfoo writes with
 * `-o results.json`, or a `.json` log of Inspect.
 */
export function readResults(text: string): Results {
  const start = /[^\s\uFEFF]/.exec(text)?.[0];
  if (start !== '{' && start !== '[') return checked('csv', casesOfCsv(text));
  const data = jsonOf(text);
  if ('problem' in data) return { format: 'json', cases: [], problems: [data.problem] };
  const { value } = data;
  if (Array.isArray(value)) return checked('json', casesOfList(value));
  if (isData(value) && isData(value['results']) && Array.isArray(value['results']['results']))
    return checked('promptfoo', promptfooCases(value['results']['results']));
  if (isData(value) && isData(value['eval']) && 'status' in value)
    return checked('inspect', inspectCases(value));
  const problem =
    'It is neither a list of cases nor what promptfoo or Inspect writes, so its cases cannot be read.';
  return { format: 'json', cases: [], problems: [problem] };
}

function jsonOf(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    const notNumber = /[:[,]\s*(NaN|-?Infinity)\s*[,\]}]/.exec(text)?.[1];
    return {
      problem: notNumber
        ? `It holds the value ${notNumber}, which is no number: something was not scored. Score it and write the file again.`
        : 'It is no valid JSON; perhaps the run was stopped while it was written, and its end is missing.',
    };
  }
}

function casesOfCsv(text: string): RawResults {
  const read = csvRows(text);
  if ('problem' in read) return { cases: [], problems: [`It is no valid CSV: ${read.problem}.`] };
  const [header = [], ...rows] = read.rows;
  const columns = header.map((name) => name.trim());
  const twice = columns.find((name, at) => columns.indexOf(name) !== at);
  if (twice !== undefined) return { cases: [], problems: [`It has two columns \`${twice}\`.`] };
  const uneven = rows.findIndex((row) => row.length !== columns.length);
  if (uneven >= 0) {
    const [has, wanted] = [rows[uneven]?.length, columns.length];
    return {
      cases: [],
      problems: [`Row ${uneven + 2} has ${has} cells, and the header ${wanted}.`],
    };
  }
  const cases = rows.map((row) =>
    caseOf(new Map(columns.map((name, at) => [name, (row[at] ?? '').trim()]))),
  );
  return { cases, problems: [] };
}

function casesOfList(list: readonly unknown[]): RawResults {
  const other = list.findIndex((item) => !isData(item));
  if (other >= 0) return { cases: [], problems: [`Item ${other + 1} of the list is no case.`] };
  return { cases: list.filter(isData).map((item) => caseOf(flat(item))), problems: [] };
}

const caseOf = (values: ReadonlyMap<string, string>): RawCase => ({
  id: idColumns.map((name) => values.get(name)).find((id) => id !== undefined) ?? null,
  values,
});

/** What holds for every format: there are cases, and each has an id of its own. */
function checked(format: ResultsFormat, { cases, problems }: RawResults): Results {
  if (problems.length > 0) return { format, cases: [], problems };
  if (cases.length === 0) return { format, cases: [], problems: ['It holds no case.'] };
  const named = cases.filter((one): one is Case => one.id !== null && one.id !== '');
  if (named.length < cases.length) {
    const problem = `${cases.length - named.length} of ${cases.length} cases have no id. Give each one in a column \`case\`.`;
    return { format, cases: [], problems: [problem] };
  }
  const seen = new Set<string>();
  const twice = named.find(({ id }) => seen.size === seen.add(id).size);
  if (twice) {
    const problem = `Case ${twice.id} is in it more than once, so it would count more than once. Write one line for each case.`;
    return { format, cases: [], problems: [problem] };
  }
  return { format, cases: named, problems: [] };
}
