import type { Entry } from '../graph/corpus.ts';
import type { Finding, Readiness, RuleState } from '../readiness/readiness.ts';
import type { RuleResult } from '../standard/run.ts';
import type { Cut } from './cut.ts';

type Located<F extends Finding> = Omit<Readiness, 'rules'> & {
  readonly rules: readonly (Omit<RuleState, 'findings'> & { readonly findings: readonly F[] })[];
};

/**
 * The state of the exit as the readers of a copy may see it. What is true is judged on all documents; of
 * what is said only that is shown which the rules also say of the copy alone, so that no word can come
 * from elsewhere. The rest keeps its count and its weight, without words and without a place.
 */
export function withhold<F extends Finding>(
  readiness: Located<F>,
  ofTheCopy: readonly RuleResult[],
  { corpus, original }: Cut,
): Located<F> {
  const said = new Map(ofTheCopy.map((result) => [result.rule.id as string, result]));
  const copies = new Map(corpus.entries.map((entry) => [original(entry), entry]));
  const rules = readiness.rules.map((state) => {
    const result = said.get(state.rule.id);
    const findings = new Set(result?.problems.map(wordsOf));
    const evidence = new Set(result?.evidence.map(keyOf));
    const doubts = new Set(result?.doubts.map(keyOf));
    const isSaid = (finding: F) =>
      findings.has(wordsOf(finding)) &&
      [finding.waiver, finding.voided].every((one) => one === null || copies.has(one.entry));
    return {
      ...state,
      findings: state.findings.map((one) => (isSaid(one) ? inCopy(one, copies) : blank(one))),
      evidence: evidenceLeft(state.evidence, (one) => evidence.has(keyOf(one))),
      doubts: state.doubts.map((one) =>
        doubts.has(keyOf(one)) ? one : { from: one.from, due: one.due, cannotTell: DOUBT },
      ),
    };
  });
  const waivers = readiness.waivers.flatMap((waiver) => {
    const entry = copies.get(waiver.entry);
    return entry ? [{ ...waiver, entry }] : [];
  });
  return { ...readiness, rules, waivers };
}

/** Whether the words of a finding were withheld: it counts, and says nothing. */
export const isWithheld = ({ messageId }: Pick<Finding, 'messageId'>): boolean =>
  messageId === WITHHELD;

const WITHHELD = 'withheld';
const DOUBT = 'What is missing concerns documents outside this copy.';

const wordsOf = ({
  path,
  messageId,
  message,
  fix,
}: Pick<Finding, 'path' | 'messageId' | 'message' | 'fix'>) =>
  JSON.stringify([path, messageId, message, fix]);

type Words = Readonly<Partial<Record<'evidence' | 'cannotTell' | 'path' | 'commit', string>>>;

const keyOf = ({ evidence, cannotTell, path, commit }: Words): string =>
  JSON.stringify([evidence, cannotTell, path, commit]);

function evidenceLeft(
  all: RuleState['evidence'],
  isSaid: (one: RuleState['evidence'][number]) => boolean,
): RuleState['evidence'] {
  const left = all.filter(isSaid);
  const count = all.length - left.length;
  if (count === 0) return left;
  const words =
    count === 1
      ? '1 piece of evidence concerns documents outside this copy'
      : `${count} pieces of evidence concern documents outside this copy`;
  return [...left, { evidence: words }];
}

/** A finding whose waiver is the record as it stands in the copy. */
function inCopy<F extends Finding>(finding: F, copies: ReadonlyMap<Entry, Entry>): F {
  const here = (waiver: Finding['waiver']) =>
    waiver && { ...waiver, entry: copies.get(waiver.entry) ?? waiver.entry };
  return { ...finding, waiver: here(finding.waiver), voided: here(finding.voided) };
}

/** A finding without words and place. */
const blank = <F extends Finding>(finding: F): F => ({
  ...finding,
  messageId: WITHHELD,
  path: '',
  position: { kind: 'file' },
  line: 0,
  column: 0,
  message: 'It concerns a document outside this copy.',
  fix: '',
  waiver: finding.waiver && blankWaiver(finding.waiver),
  voided: null,
});

/** That somebody let it pass is told; who, for what and until when is not. */
const blankWaiver = ({ entry, rule }: NonNullable<Finding['waiver']>): Finding['waiver'] => ({
  entry: { ...entry, id: '', path: '', data: {}, body: '', outline: null },
  rule,
  target: null,
  until: '',
  signer: '',
  void: null,
});
