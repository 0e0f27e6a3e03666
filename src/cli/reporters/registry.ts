import type { ProblemStyle } from '../../domain/problems/format.ts';
import type { ReportFormat } from '../../domain/problems/report-formats.ts';
import { problemStyle } from '../colors.ts';
import { type Invocation, optionValue } from '../command.ts';
import { type Report, reportJson, reportText } from './report.ts';

/** A way to write findings; the style is for people at a terminal. */
export type Reporter = (report: Report, style: ProblemStyle) => string;

const reporters: Readonly<Record<ReportFormat, Reporter>> = {
  text: reportText,
  json: reportJson,
};

/** Writes findings on stdout in the format asked for with `--format`, else as text. */
export function writeReport(invocation: Invocation, report: Report): void {
  const format = (optionValue(invocation, 'format') ?? 'text') as ReportFormat;
  invocation.io.stdout(reporters[format](report, problemStyle(invocation.io)));
}
