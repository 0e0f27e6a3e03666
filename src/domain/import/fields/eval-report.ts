import { day } from './common.ts';
import { type Draft, put, said, take } from './draft.ts';

/** Reads an evaluation: workflow, day, pinned model, prompt and commit, where they are named. */
export function readEvalReport(draft: Draft): void {
  const one = ({ text }: { text: string }) => ({ value: text, whole: true });
  take(draft, 'workflow', /^(?:workflow|use case|clinical workflow)$/, one);
  take(
    draft,
    'run_on',
    /^(?:run(?: on| date)?|date of (?:the )?run|eval(?:uation)? date|evaluated on|tested on|date)$/,
    day,
  );
  take(draft, 'prompt_version', /^prompt(?: version)?$/, one);
  take(draft, 'tools_version', /^tools(?: version)?$/, one);
  take(draft, 'monitoring_ref', /^(?:monitoring|dashboard)$/, one);
  take(
    draft,
    'code_commit',
    /^(?:commit|code commit|git (?:commit|sha|revision)|revision)$/,
    ({ text }) => {
      const commit = /^[0-9a-f]{7,40}$/.exec(text.replaceAll('`', ''))?.[0];
      return commit === undefined ? undefined : { value: commit, whole: true };
    },
  );
  readModel(draft);
  readDataset(draft);
}

/** An id that is pinned names a version or a day; a bare family or `latest` does not. */
function readModel(draft: Draft): void {
  for (const { text } of said(
    draft,
    /^(?:model(?: (?:id|name|version))?|base model|model id pinned)$/,
  )) {
    const id = text.replaceAll('`', '');
    if (/^[\w./:@-]{3,120}$/.test(id) && /\d/.test(id) && !/latest/i.test(id))
      put(draft, 'model', { id_pinned: id });
  }
}

function readDataset(draft: Draft): void {
  const [id] = said(draft, /^(?:data ?set|dataset (?:id|name)|test set)$/);
  const [version] = said(draft, /^(?:data ?set|test set|data) version$/);
  const [n] = said(
    draft,
    /^(?:n|cases|samples|(?:number of )?(?:cases|samples|examples)|sample size|dataset size)$/,
  );
  if (id === undefined || version === undefined || typeof id.value === 'object') return;
  const count = Number(n?.text.replaceAll(/[,_ ]/g, ''));
  put(draft, 'dataset', {
    id: id.text,
    version: version.text,
    ...(Number.isInteger(count) && count > 0 && { n: count }),
  });
}
