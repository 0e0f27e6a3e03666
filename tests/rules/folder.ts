import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkCorpus } from '../../src/domain/checks/run.ts';
import { typeNamed } from '../../src/domain/documents/registry.ts';
import type { LocatedProblem } from '../../src/domain/problems/problem.ts';
import { locate } from '../../src/workspace/locate.ts';
import { readWorkspace } from '../../src/workspace/read-corpus.ts';

/** Files of a content folder by path; null stands for none where the base has one. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>;

/** Every problem of the content folder at `root`. */
export function checkFolder(root: string): LocatedProblem[] {
  const workspace = readWorkspace(root);
  return locate(checkCorpus(workspace.corpus), workspace);
}

/** Every problem of a folder that holds the base and `files`; `more` may add what is no plain file. */
export function check(files: Files, more: (root: string) => void = () => {}): LocatedProblem[] {
  const root = mkdtempSync(join(tmpdir(), 'handbook-check-'));
  try {
    for (const [path, text] of Object.entries({ ...base, ...files })) {
      if (text === null) continue;
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    more(root);
    return checkFolder(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** A document of a type: its frontmatter, and a body with every required section unless one is given. */
export function document(type: string, fields: string, body = bodyOf(type)): string {
  const common = 'status: draft\nowner: ann-lee\naudience: [engineering]';
  const status = /^status:/m.test(fields) ? common.replace('status: draft\n', '') : common;
  return `---\n${fields.trim()}\n${status}\n---\n${body}`;
}

/** A body with every required section of a type. */
export const bodyOf = (type: string): string =>
  (typeNamed(type)?.sections ?? []).map(({ title }) => `## ${title}\n\nWords.\n`).join('\n');

/** A term of the glossary; its body begins on line 8, or one lower for each field added. */
export const term = (body: string, fields = ''): string =>
  document('glossary', `term: MRN\nplain: A number.\n${fields}`, body);

const runbook = (title: string) =>
  document('runbook', `title: ${title}\nsummary: What to do.\nsystems: [engine]`);

/** A content folder without a problem. */
export const base: Files = {
  'engagement.yaml': [
    'customer:',
    '  name: Brookside',
    '  domains: [brookside.example]',
    'vendor:',
    '  name: Anchor',
    '  domains: [anchor.example]',
    'sponsor: ann-lee',
    'vendor_lead: bo-reyes',
    'kickoff_on: 2026-01-05',
    'exit_on: 2026-12-18',
    'audiences:',
    '  - name: engineering',
    '    description: Engineers.',
    '  - name: leadership',
    '    description: Those who sign.',
    '',
  ].join('\n'),
  'people/ann-lee.yaml': 'name: Ann Lee\nemail: ann@brookside.example\n',
  'people/bo-reyes.yaml': 'name: Bo Reyes\nemail: bo@anchor.example\n',
  'systems/engine.mdx': document('system', 'title: Engine\nsummary: Routes messages.\ntier: 1'),
  'runbooks/queue-stalled.mdx': runbook('Queue stalled'),
  'runbooks/queue.png': 'not looked into',
  'glossary/mrn.mdx': term('Words.\n'),
};
