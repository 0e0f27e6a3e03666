import { checkCorpus } from '../domain/checks/run.ts';
import { formatProblems } from '../domain/problems/format.ts';
import { locate } from '../workspace/locate.ts';
import { withText } from '../workspace/read-corpus.ts';
import { exampleOf, ownDocuments } from './own-documents.ts';

/** A slip that people make in a runbook: the line as it should be, and as it was typed. */
interface Slip {
  readonly right: string;
  readonly typed: string;
}

const slips: readonly Slip[] = [
  { right: 'owner: dana-pruett', typed: 'owner: dana-pruet' },
  { right: '## Mitigation', typed: '## Mitigations' },
  {
    right: '[incident](../incidents/2026-03-03-faxes-late.yaml)',
    typed: '[incident](../incidents/2026-03-03-fax-late.yaml)',
  },
];

/** Three slips in the example of a runbook, and what the check itself says of them. */
export function threeMistakes(): { slips: readonly Slip[]; said: string } {
  const { example } = ownDocuments();
  const found = exampleOf(example, 'runbook');
  if (!found) throw new Error('The example of a runbook is gone, and the guide still shows it');
  const { path } = found.entry;
  const typed = slips.reduce((text, slip) => replaceOnce(text, slip), found.text);
  const workspace = withText(example, path, typed);
  const problems = locate(checkCorpus(workspace.corpus), workspace);
  const here = problems.filter((problem) => problem.path === path);
  return { slips, said: formatProblems(here, () => `content/${path}`) };
}

function replaceOnce(text: string, { right, typed }: Slip): string {
  const [before, after, ...more] = text.split(right);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`The example of a runbook holds "${right}" not exactly once`);
  return `${before}${typed}${after}`;
}
