import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { contentRoot } from '../../src/domain/standard/facts/proofs.ts';
import type { GateName } from '../../src/domain/standard/gates.ts';
import { readWorkspace } from '../../src/workspace/read-corpus.ts';
import { standardContext } from '../../src/workspace/witness.ts';
import { signGate, withKeys } from './signing.ts';

/** A step of a fixture: files that are written, null for one that is taken away, and who commits them. */
export interface Step {
  readonly files: Readonly<Record<string, string | null>>;
  /** Null where the files are only written. */
  readonly commit: { readonly on: string; readonly by: string; readonly message: string } | null;
  /** What else is done to the folder, before its files are written. */
  readonly edit?: (root: string) => void;
}

/** A place where a rule must find something: `path:line`. */
export interface Marker {
  readonly rule: string;
  readonly at: string;
}

export interface Bundle {
  readonly steps: readonly Step[];
  readonly markers: readonly Marker[];
}

const folder = join(import.meta.dirname, '../fixtures/standard');

/** Names of the fixtures of a rule, such as `pass` and `evasion`. */
export function fixturesOf(ruleId: string): string[] {
  const own = join(folder, ruleId.toLowerCase());
  return existsSync(own) ? readdirSync(own).map((name) => name.replace(/\.txt$/, '')) : [];
}

export const rulesWithFixtures = (): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name.toUpperCase());

export const base = (): Bundle => parse(readFileSync(join(folder, 'base.txt'), 'utf8'));

/** The fixture of a rule; one without commits of its own lies over the passing one. */
export function fixture(ruleId: string, name: string): Bundle {
  const read = (one: string) =>
    parse(readFileSync(join(folder, ruleId.toLowerCase(), `${one}.txt`), 'utf8'));
  const own = read(name);
  const standsAlone = name.startsWith('pass') || own.steps.some(({ commit }) => commit !== null);
  const below = standsAlone ? [] : read('pass').steps;
  return { steps: [...base().steps, ...below, ...own.steps], markers: own.markers };
}

/**
 * Reads a fixture: `-- path --` begins a file, `-- path -- gone` takes one away, `== DAY Name <mail>: words`
 * commits what follows, `== SIGN DAY GATE PERSON [rehearsal]` signs a gate with the person's key. `{RULE-ID}` at the
 * end of a line, behind `#` in YAML, marks a place and is left out; `@@ path:line {RULE-ID}` marks one elsewhere.
 */
export function parse(text: string): Bundle {
  const steps: (Step & { files: Record<string, string | null> })[] = [];
  const markers: Marker[] = [];
  let path: string | null = null;
  let line = 0;
  steps.push({ files: {}, commit: null });
  for (const row of text.replace(/\n$/, '').split('\n')) {
    const file = /^-- (\S+) --( gone)?$/.exec(row);
    const commit = /^== (\S+) (.*?): (.*)$/.exec(row);
    const here = steps.at(-1) ?? { files: {}, commit: null };
    const sign = /^== SIGN (\S+) (\S+) (\S+)( rehearsal)?$/.exec(row);
    const place = /^@@ (\S+) \{(\S+)\}$/.exec(row);
    if (place) markers.push({ rule: place[2] ?? '', at: place[1] ?? '' });
    else if (sign) {
      const [, on = '', gate = '', by = '', rehearsal] = sign;
      const signing = { on, gate: gate as GateName, by, rehearsal: rehearsal !== undefined };
      steps.push({ files: {}, commit: null, edit: (root) => signGate(root, signing) });
      path = null;
    } else if (commit) {
      const [, on = '', by = '', message = ''] = commit;
      steps.push({ files: {}, commit: { on, by, message: message.replaceAll('\\n', '\n') } });
      path = null;
    } else if (file) {
      path = file[1] ?? '';
      here.files[path] = file[2] ? null : '';
      line = 0;
    } else if (path !== null) {
      line++;
      const found = [...row.matchAll(MARKER)];
      for (const [, rule = ''] of found) markers.push({ rule, at: `${path}:${line}` });
      here.files[path] += `${row.replaceAll(MARKER, '')}\n`;
    }
  }
  return {
    steps: steps.filter((step) => step.commit || step.edit || Object.keys(step.files).length > 0),
    markers,
  };
}

const MARKER = /[ \t]*(?:#[ \t]*)?\{([A-Z]{2,4}-\d\d)\}/g;

/** Writes a fixture into a temporary folder for the time of `use`. */
export async function withFolder<T>(
  steps: readonly Step[],
  use: (root: string) => T | Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'handbook-standard-'));
  try {
    if (steps.some(({ commit }) => commit !== null)) git(root, ['init', '-q', '-b', 'main']);
    for (const step of steps) write(root, step);
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function write(root: string, { files, commit, edit }: Step): void {
  edit?.(root);
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    if (text === null) rmSync(file);
    else writeFileSync(file, withKeys(text));
  }
  resolve(root);
  if (commit === null) return;
  const [, name = '', mail = ''] = /^(.*) <(.*)>$/.exec(commit.by) ?? [];
  const at = commit.on.includes('T') ? commit.on : `${commit.on}T12:00:00Z`;
  git(root, ['add', '-A']);
  git(root, ['commit', '-q', '--allow-empty', '-m', commit.message], {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: mail,
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: mail,
    GIT_COMMITTER_DATE: at,
  });
}

/** Runs git in a folder without the machine's own settings. */
export function git(
  root: string,
  args: readonly string[],
  env: Record<string, string> = {},
): string {
  return execFileSync('git', ['-C', root, ...args], {
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'] ?? '',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      ...env,
    },
  });
}

const PLACEHOLDER = /\{(hash|digest) ([^}\s]+)\}|\{(root)\}/g;

/** Puts in `{digest path}`, `{hash id}` and `{root}`; a file with others in it waits. A stamp may hash its own file. */
function resolve(root: string): void {
  for (let round = 0; round < 6; round++) {
    const { texts, corpus } = readWorkspace(root);
    const open = new Map([...texts].filter(([, text]) => text.search(PLACEHOLDER) >= 0));
    if (open.size === 0) return;
    const context = standardContext(readWorkspace(root), '2026-01-01');
    const onlyRoots = [...open.values()].every((text) => !/\{(hash|digest) /.test(text));
    for (const [path, text] of open) {
      const filled = text.replaceAll(PLACEHOLDER, (whole, kind, name, isRoot) => {
        if (isRoot) return onlyRoots ? contentRoot(context) : whole;
        if (kind === 'digest')
          return open.has(name) ? whole : (context.fileOf(name)?.digest ?? whole);
        const entry = corpus.byId.get(name);
        const waits = !entry || (open.has(entry.path) && entry.path !== path);
        return waits ? whole : context.hashOf(entry);
      });
      writeFileSync(join(root, path), filled);
    }
  }
}
