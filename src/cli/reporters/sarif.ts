import { pathToFileURL } from 'node:url';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import { knownOfCheck } from '../../domain/problems/baseline.ts';
import type { LocatedProblem } from '../../domain/problems/problem.ts';
import { sha256 } from '../../domain/standard/hash.ts';
import { engineVersion } from '../version.ts';
import { type Report, type RuleWords, ruleWords, type Surroundings } from './report.ts';

type Place = Surroundings['place'];

/** Findings as SARIF 2.1.0, for code scanning. Paths are relative to the top of the repository. */
export function reportSarif(report: Report, { place, site }: Omit<Surroundings, 'style'>): string {
  const wordsOf = ruleWords(report);
  const ids = [...new Set(report.problems.map(({ ruleId }) => ruleId))].sort();
  const printOf = fingerprints(place);
  const log: Log = {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Exit-ramp handbook',
            version: engineVersion(),
            rules: ids.map((id) => descriptor(wordsOf(id), site)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The top of the repository.' } } },
        results: report.problems.map((problem) => ({
          ...result(problem, ids.indexOf(problem.ruleId), place),
          partialFingerprints: { 'handbookFinding/v1': printOf(problem) },
          ...(report.isOlder
            ? { baselineState: report.isOlder(problem) ? 'unchanged' : 'new' }
            : {}),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const ROOT = '%SRCROOT%';

function descriptor(
  { id, title, help, page }: RuleWords,
  site: string | null,
): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: help },
    help: { text: help },
    ...(site === null || page === null ? {} : { helpUri: `${site}${page}` }),
  };
}

function result(
  { ruleId, severity, path, position, line, column, message, fix }: LocatedProblem,
  ruleIndex: number,
  place: Place,
): Result {
  const region =
    position.kind === 'file' ? {} : { region: { startLine: line, startColumn: column } };
  return {
    ruleId,
    ruleIndex,
    level: severity,
    message: { text: `${message} ${fix}`.toWellFormed() },
    locations: [{ physicalLocation: { artifactLocation: artifact(place(path)), ...region } }],
  };
}

function artifact(path: string) {
  if (path.startsWith('/') || /^[A-Za-z]:\//.test(path)) return { uri: pathToFileURL(path).href };
  const uri = path.toWellFormed().split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: ROOT };
}

/** What stays the same of a finding when its line moves; the same words again in one file are counted. */
function fingerprints(place: Place): (problem: LocatedProblem) => string {
  const seen = new Map<string, number>();
  return (problem) => {
    const { rule, key } = knownOfCheck(problem);
    const id = JSON.stringify([rule, place(problem.path), key]);
    const before = seen.get(id) ?? 0;
    seen.set(id, before + 1);
    return sha256(`${id} ${before}`);
  };
}
