import type { Trial } from './trial.ts';
import type { TypeScore } from './types.ts';

/** Everything that is missing, broken or wrong, line by line. */
export function detailsOf(trials: readonly Trial[], scores: readonly TypeScore[]): string {
  const blocks = trials.map((one, index) => {
    const failures = one.documents.filter(({ failure }) => failure !== null);
    return [
      `# ${one.name}`,
      `import exit ${one.run.code}, check ${one.check}, readiness ${one.readiness}, again ${one.again.code} ${one.again.same}`,
      ...section(
        'stderr',
        one.run.code > 1 || one.documents.length === 0 ? [one.run.stderr.slice(-2000)] : [],
      ),
      ...section('missing', one.kept.missing),
      ...section('broken links', one.links.broken),
      ...section(
        'not shown',
        failures.map(({ path, failure }) => `${path}: ${failure}`),
      ),
      ...section('errors of check', one.checkErrors),
      ...section('wrong types', scores[index]?.wrong ?? []),
      ...section('site', one.site && one.site.code !== 0 ? [one.site.output] : []),
    ].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${title}: ${lines.length}`, ...lines];
