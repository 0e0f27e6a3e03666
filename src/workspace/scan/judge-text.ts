import { engagementData } from '../../domain/graph/corpus.ts';
import { type Approval, approvalOf, declaredFiles } from '../../domain/identifiers/approved.ts';
import { contactsOf } from '../../domain/identifiers/contacts.ts';
import { identifierKinds } from '../../domain/identifiers/detector.ts';
import { masked } from '../../domain/identifiers/mask.ts';
import { pointFinder } from '../../domain/identifiers/points.ts';
import { SECRETS } from '../../domain/identifiers/secrets.ts';
import { sightingsIn } from '../../domain/identifiers/sightings.ts';
import type { LocatedProblem } from '../../domain/problems/problem.ts';
import { at } from '../../domain/problems/problem.ts';
import { foundIn } from '../../domain/standard/facts/texts.ts';
import type { Workspace } from '../read-corpus.ts';
import { secretsIn } from './secrets.ts';

/** A text that is looked into. */
export interface ScannedText {
  /** Where it is, as the report names it. */
  readonly place: string;
  /** Path in the content folder; null for a text from elsewhere. */
  readonly content: string | null;
  /** Whether it stands in the content folder today, where made-up data has to be called so. */
  readonly present: boolean;
  readonly text: string;
}

/** A function that tells what must not stand in a text. */
export function textJudge({ corpus }: Pick<Workspace, 'corpus'>) {
  const engagement = engagementData(corpus);
  const approved = approvalOf(engagement, contactsOf(corpus));
  const isDeclared = declaredFiles(engagement);
  return async (one: ScannedText): Promise<LocatedProblem[]> => [
    ...identifiersOf(one, approved, isDeclared),
    ...(await secretsOf(one)),
  ];
}

const PHI_FIX =
  'If it is real, call the privacy officer before anything else: the copies have to be cleaned. If it is made up, put it on the list in `synthetic` of engagement.yaml.';
const SECRET_FIX =
  'Revoke it first: taking it out does not call back the copies. Then write where it is kept instead.';

const problem = (
  ruleId: 'scan-phi' | 'scan-secret',
  place: string,
  message: string,
  point: { line: number; column: number },
): LocatedProblem => ({
  ruleId,
  messageId: 'found',
  severity: 'error',
  path: place,
  position: at(point),
  line: point.line,
  column: point.column,
  message,
  fix: ruleId === 'scan-phi' ? PHI_FIX : SECRET_FIX,
  sensitive: true,
});

function* identifiersOf(
  { place, content, present, text }: ScannedText,
  approved: Approval,
  isDeclared: (path: string) => boolean,
): Generator<LocatedProblem> {
  const form = /\.mdx$/.test(place) ? 'mdx' : /\.ya?ml$/.test(place) ? 'yaml' : 'other';
  for (const { kind, declared, hidden, values } of sightingsIn(text, form)) {
    const { label, whose } = identifierKinds[kind];
    if (whose === 'anybody' && content === null) continue;
    const strange = values.find((value) => !approved(value));
    const isCalled = declared || !present || (content !== null && isDeclared(content));
    const value = strange ?? (isCalled || whose === 'anybody' ? undefined : values[0]);
    if (value === undefined) continue;
    const how = hidden ? ' in base64' : '';
    const shown = masked(value.value, value.sort);
    yield problem('scan-phi', place, `This looks like ${label}${how}: ${shown}.`, value);
  }
}

async function secretsOf({ place, text }: ScannedText): Promise<LocatedProblem[]> {
  const found = new Map<number, LocatedProblem>();
  const note = (message: string, point: { line: number; column: number }) => {
    if (!found.has(point.line))
      found.set(point.line, problem('scan-secret', place, message, point));
  };
  const pointOf = pointFinder(text);
  for (const { kind, how, offset } of foundIn(text, SECRETS))
    note(`It holds ${kind}${how}.`, pointOf(offset));
  for (const { kind, ...point } of await secretsIn(place, text))
    note(`It holds a secret, by secretlint's rule ${kind}.`, point);
  return [...found.values()];
}
