import { dirname, isAbsolute, relative, resolve } from 'node:path';
import type { ReportFormat } from '../../domain/problems/report-formats.ts';
import { repositoryTop } from '../../workspace/repository.ts';
import { problemStyle } from '../colors.ts';
import { type Invocation, optionValue } from '../command.ts';
import { discreet } from './discreet.ts';
import { reportGithub } from './github.ts';
import { reportJson } from './json.ts';
import { reportJunit } from './junit.ts';
import { reportMarkdown } from './markdown.ts';
import type { Report, Surroundings } from './report.ts';
import { reportSarif } from './sarif.ts';
import { reportText } from './text.ts';

/** A way to write findings. */
export type Reporter = (report: Report, surroundings: Surroundings) => string;

const reporters: Readonly<Record<ReportFormat, Reporter>> = {
  text: reportText,
  json: reportJson,
  github: reportGithub,
  sarif: reportSarif,
  junit: reportJunit,
  markdown: reportMarkdown,
};

/** Writes findings on stdout in the format asked for with `--format`, else as text. */
export function writeReport(invocation: Invocation, report: Report): void {
  const { io } = invocation;
  const format = (optionValue(invocation, 'format') ?? 'text') as ReportFormat;
  const site = io.env['HANDBOOK_SITE']?.replace(/\/+$/, '') || null;
  const placeOf = placeIn(report, io.cwd);
  const place = (path: string) => report.discretion?.path(placeOf(path)) ?? placeOf(path);
  const surroundings = { style: problemStyle(io), place, site };
  const written = reporters[format](discreet(report), surroundings);
  // In a log of GitHub these begin a command, the first wherever it stands, and a document may hold them.
  const isLog = format === 'text' && io.env['GITHUB_ACTIONS'] === 'true';
  io.stdout(isLog ? withoutCommands(written) : written);
}

const withoutCommands = (text: string): string =>
  text.replaceAll('##[', '# #[').replaceAll(/^(\s*:)(?=:)/gm, '$1 ');

function placeIn({ show }: Report, cwd: string): (path: string) => string {
  let top: string | null | undefined;
  return (path) => {
    const file = resolve(cwd, show(path));
    top ??= repositoryTop(dirname(file));
    const short = top === null ? '' : relative(top, file).replaceAll('\\', '/');
    const isBelow = short !== '' && !isAbsolute(short) && short.split('/')[0] !== '..';
    return isBelow ? short : show(path);
  };
}
