import { kinds } from '../detect/kinds.ts';
import type { FileFacts, SourceDocument } from '../model.ts';
import { readAdr } from './adr.ts';
import { bodyOf } from './body.ts';
import { readCommon, readStatusOfFolder } from './common.ts';
import { type Draft, draftOf, readable } from './draft.ts';
import { readEvalReport } from './eval-report.ts';
import { readFounderMemo } from './founder-memo.ts';
import { readIntegration } from './integration.ts';
import type { Person } from './people.ts';
import { readPostmortem } from './postmortem.ts';
import type { FilledDocument } from './relations.ts';
import { readRunbook } from './runbook.ts';
import { readSummary } from './summary.ts';
import { readSystem } from './system.ts';
import { readTitle, titleHeading } from './title.ts';

const readers: Readonly<Record<string, (draft: Draft) => void>> = {
  adr: readAdr,
  runbook: readRunbook,
  postmortem: readPostmortem,
  'eval-report': readEvalReport,
  'founder-memo': readFounderMemo,
  system: readSystem,
  integration: readIntegration,
};

/**
 * The fields that a document's own words fill, and its body. Each value passed the type's schema; references to
 * documents whose address is not planned yet are `lookup:` values, which `settle` (relations.ts) resolves.
 */
export function fill(
  document: Pick<SourceDocument, 'path' | 'tree' | 'frontmatter' | 'title'>,
  type: string,
  facts: FileFacts,
  people: readonly Person[],
): FilledDocument {
  const draft = draftOf(document, type, facts, people);
  const heading = titleHeading(
    document.tree.children,
    sectionsOf(type),
    'title' in document.frontmatter,
  );
  const left = readTitle(draft, heading);
  readers[type]?.(draft);
  readCommon(draft);
  readStatusOfFolder(draft);
  readSummary(draft);
  const tree = bodyOf(draft, left);
  return {
    data: draft.data,
    rest: restOf(draft),
    tree,
    changed: draft.changed,
    inverse: draft.inverse,
  };
}

const sectionsOf = (type: string): RegExp[] =>
  Object.values(kinds.find((kind) => kind.type === type)?.sections ?? {});

/** What stood at the head and is no field now. */
function restOf({ document, used }: Draft): Record<string, string> {
  const rest = Object.entries(document.frontmatter)
    .filter(([key]) => !used.has(key))
    .map(([key, value]) => [key, readable(value)] as const);
  return Object.fromEntries(rest.filter(([, text]) => text !== ''));
}
