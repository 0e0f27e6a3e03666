import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { astro, root } from '../lib/paths.ts';
import { compare, type Kept } from './compare.ts';
import { countLinks, type LinkCounts } from './links.ts';
import { readWritten, type Written } from './result.ts';
import { type Run, runProgram } from './run.ts';
import { readSource } from './source.ts';

/** What importing one folder showed. */
export interface Trial {
  readonly name: string;
  readonly files: number;
  readonly documents: readonly Written[];
  readonly kept: Kept;
  readonly links: LinkCounts;
  readonly run: Run;
  /** Whether a second run wrote nothing. */
  readonly again: { readonly code: number; readonly same: boolean };
  /** Exit codes. */
  readonly check: number;
  readonly checkErrors: readonly string[];
  readonly readiness: number;
  readonly site: Site | null;
}

interface Site {
  readonly code: number;
  readonly wall: number;
  readonly pages: number;
  readonly indexed: number;
  readonly output: string;
}

const bin = join(root, 'src/cli/bin.ts');

/** Imports a folder into an empty place and looks at what came out. */
export async function trial(source: string, place: string, withSite: boolean): Promise<Trial> {
  const content = join(place, 'content');
  const reportFile = join(place, 'report.json');
  const command = [bin, 'import', source, '--into', content, '--prove', '--format', 'json'];
  const run = await runProgram([...command, '--report', reportFile], content);
  const before = digestOf(content);
  const second = await runProgram(command, content);
  const documents = existsSync(content) ? await readWritten(content) : [];
  const files = await readSource(
    source,
    documents.some(({ from }) => extname(from) === '.csv'),
  );
  const prefix = `${basename(source)}/`;
  const written = new Map(documents.map((one) => [one.from.replace(prefix, ''), one]));
  const check = await runProgram([bin, 'check', '--format', 'json'], content);
  // A folder without a history has no day of its own to judge from.
  const today = new Date().toISOString().slice(0, 10);
  const readiness = await runProgram([bin, 'readiness', '--as-of', today], content);
  return {
    name: basename(source),
    files: files.length,
    documents,
    kept: compare(files, written, toldIn(reportFile)),
    links: countLinks(source, files, written, content),
    run,
    again: { code: second.code, same: before === digestOf(content) },
    check: check.code,
    checkErrors: errorsIn(check.stdout),
    readiness: readiness.code,
    site: withSite ? await build(content, join(place, 'dist')) : null,
  };
}

/** A digest of all files of a folder and their names. */
function digestOf(folder: string): string {
  const hash = createHash('sha256');
  if (!existsSync(folder)) return '';
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    const file = join(folder, path);
    if (statSync(file).isFile()) hash.update(path).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** The words of all that a report lists, wherever it stands in it. */
function toldIn(file: string): string[] {
  if (!existsSync(file)) return [];
  const told: string[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) look(one);
    else if (typeof value === 'object' && value !== null) {
      if ('text' in value && 'became' in value) told.push(String(value.text));
      for (const one of Object.values(value)) look(one);
    }
  };
  look(JSON.parse(readFileSync(file, 'utf8')));
  return told;
}

interface Finding {
  readonly severity?: string;
  readonly ruleId?: string;
  readonly message?: string;
  readonly document?: string;
}

function errorsIn(stdout: string): string[] {
  try {
    const read = JSON.parse(stdout) as { problems?: Finding[] } | Finding[];
    const all = Array.isArray(read) ? read : (read.problems ?? []);
    return all
      .filter(({ severity }) => severity === 'error')
      .map((one) => `${one.document}: ${one.ruleId}: ${one.message}`);
  } catch {
    return [stdout.slice(0, 500)];
  }
}

async function build(content: string, out: string): Promise<Site> {
  const run = await runProgram([astro, 'build', '--outDir', out], content);
  const all = existsSync(out) ? readdirSync(out, { recursive: true, encoding: 'utf8' }) : [];
  return {
    code: run.code,
    wall: run.wall,
    pages: all.filter((path) => path.endsWith('.html')).length,
    indexed: all.filter((path) => path.endsWith('.pf_text')).length,
    output: (run.stdout + run.stderr).slice(-3000),
  };
}
