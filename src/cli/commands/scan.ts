import { resolve } from 'node:path';
import { discretionOf } from '../../domain/checks/discretion.ts';
import { scan as definition } from '../../domain/commands/scan.ts';
import { proof } from '../../domain/documents/proof.ts';
import type { LocatedProblem } from '../../domain/problems/problem.ts';
import { contentRoot } from '../../domain/standard/facts/proofs.ts';
import { composeFile } from '../../workspace/compose.ts';
import type { Workspace } from '../../workspace/read-corpus.ts';
import { runScan, type ScanResult } from '../../workspace/scan/run.ts';
import { sha256 } from '../../workspace/sha256.ts';
import { standardContext } from '../../workspace/witness.ts';
import { type Command, type Invocation, optionValue } from '../command.ts';
import { openWorkspace } from '../open.ts';
import { carryOut, type PlannedFile } from '../record/plan.ts';
import { Refusal } from '../refusal.ts';
import { writeReport } from '../reporters/registry.ts';
import { cell } from '../table.ts';

export const scan: Command = {
  ...definition,
  run: async (invocation) => {
    const { io, given } = invocation;
    const workspace = openWorkspace(invocation);
    const built = optionValue(invocation, 'built');
    const result = await runScan(
      workspace,
      built === undefined ? null : resolve(io.cwd, built),
      (words) => io.stderr(`${cell(words, Infinity)}\n`),
    );
    const { problems, counts, gaps } = result;
    if (!given.has('write-proof'))
      writeReport(invocation, {
        problems,
        files: counts.files + counts.past + counts.messages + counts.built,
        show: safePath,
        showText: (path) => cell(safePath(path), Infinity),
        textOf: () => null,
        discretion: discretionOf(workspace.corpus),
        rules: RULES,
      });
    io.stderr(`${summaryOf(result)}\n`);
    for (const gap of gaps) io.stderr(`${cell(gap, Infinity)} This is no pass.\n`);
    if (given.has('write-proof')) writeProofs(invocation, workspace, result);
    if (problems.length > 0) return 1;
    return gaps.length > 0 ? 2 : 0;
  },
};

/** At the beginning of a line two colons are a command in a log of CI. */
const safePath = (path: string): string => (path.startsWith(':') ? `./${path}` : path);

const RULES = [
  {
    id: 'scan-phi',
    title: 'No identifier of a patient',
    help: 'One real number is a breach in each copy.',
    page: '/standard/dat-05/',
  },
  {
    id: 'scan-secret',
    title: 'No secret',
    help: 'A key in a text opens the system for everybody who ever had a copy.',
    page: '/standard/dat-06/',
  },
];

const summaryOf = ({ counts }: ScanResult): string =>
  `Looked into: ${counts.files} files, ${counts.past} texts of the history, ${counts.messages} messages and names, ${counts.built} files of the built site. Left out as test data: ${counts.left}.`;

/** Writes what the scan found as two proofs, each with its report. */
function writeProofs(invocation: Invocation, workspace: Workspace, result: ScanResult): void {
  if (result.gaps.length > 0)
    throw new Refusal('No proof is written of a scan that left something out.');
  const day = invocation.io.today;
  const context = standardContext(workspace, day);
  const root = contentRoot(context);
  const files = (['phi', 'secret'] as const).flatMap((what) =>
    proofFiles(what, day, root, result, optionValue(invocation, 'by')),
  );
  carryOut(invocation, workspace, files);
}

function proofFiles(
  what: 'phi' | 'secret',
  day: string,
  root: string,
  result: ScanResult,
  by: string | undefined,
): PlannedFile[] {
  const found = result.problems.filter(({ ruleId }) => ruleId === `scan-${what}`);
  const words = what === 'phi' ? 'PHI scan' : 'Secret scan';
  const report = Buffer.from(reportOf(words, day, found, result));
  const stem = `${what}-scan-${day}`;
  const { counts } = result;
  const data = {
    title: `${words} of ${day}`,
    kind: `${what}-scan`,
    ran_on: day,
    result: found.length === 0 ? 'pass' : 'fail',
    content_root: root,
    by,
    tool:
      what === 'phi' ? 'handbook scan' : 'handbook scan, with the recommended rules of secretlint',
    figures: [
      { name: 'findings', value: found.length },
      {
        name: 'texts looked into',
        value: counts.files + counts.past + counts.messages + counts.built,
      },
    ],
    report: `./${stem}.log`,
    report_digest: sha256(report),
  };
  return [
    { path: `proofs/${stem}.log`, content: report, lines: [`${found.length} findings`] },
    {
      path: `proofs/${stem}.yaml`,
      content: composeFile(proof, data),
      lines: [`result: ${data.result}`],
    },
  ];
}

const reportOf = (
  words: string,
  day: string,
  found: readonly LocatedProblem[],
  result: ScanResult,
): string =>
  [
    `${words} of ${day}`,
    summaryOf(result),
    `${found.length} findings`,
    ...found.map(
      ({ path, line, column, message }) =>
        `${cell(safePath(path), Infinity)}:${line}:${column}  ${message}`,
    ),
    '',
  ].join('\n');
