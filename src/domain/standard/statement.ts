import canonicalize from 'canonicalize';
import { compareText } from '../problems/problem.ts';
import type { RuleState } from '../readiness/readiness.ts';
import { type GateName, gateNames } from './gates.ts';
import { type Leaf, sha256 } from './hash.ts';

/** What a sponsor signs, as plain data; `statementText` is the text that the signature is over. */
export interface Statement {
  readonly gate: GateName;
  readonly rehearsal: boolean;
  readonly on: string;
  /** Slug, name, mail address and key fingerprint of the signer. */
  readonly signer: string;
  readonly name: string;
  readonly mail: string;
  readonly key: string;
  readonly engine: string;
  /** How many rules pass, fail and so on, in words. */
  readonly rules: string;
  /** `resultsDigest` of those rules. */
  readonly results: string;
  /** `ruleWords` of each of those rules; empty in statements from before they were listed. */
  readonly states: readonly string[];
  /** Merkle root over all documents, and over those of each group of readers. */
  readonly root: string;
  readonly audiences: readonly { readonly audience: string; readonly root: string }[];
  /** Ids of the waivers in force. */
  readonly waivers: readonly string[];
  /** What fails or cannot be told and is signed all the same, one line each. */
  readonly open: readonly string[];
  /** SHA-256 of the list of signed files. */
  readonly files: string;
  readonly documents: readonly Leaf[];
}

/** The namespace of the signature, so that it stands for nothing else. */
export const NAMESPACE = 'exit-ramp-sign-off';

const FORM = 'Exit-ramp sign-off, form 1';

/** The text that is signed: `name: value` lines in a fixed order, documents sorted by id. */
export function statementText(statement: Statement): string {
  const { gate, rehearsal, on, audiences, waivers, open, documents } = statement;
  const { signer, name, mail, key, engine, rules, states, results, root, files } = statement;
  const rows: (readonly [string, string])[] = [
    ['gate', gate],
    ['rehearsal', rehearsal ? 'yes' : 'no'],
    ['date', on],
    ['signer', signer],
    ['name', name],
    ['mail', mail],
    ['key', key],
    ['engine', engine],
    ['rules', rules],
    ['results', results],
    ...states.map((words) => ['rule', words] as const),
    ['root', root],
    ...audiences.map((one) => ['audience', `${one.audience} ${one.root}`] as const),
    ...waivers.map((id) => ['waiver', id] as const),
    ...open.map((words) => ['open', words] as const),
    ['files', files],
    ...documents
      .toSorted((a, b) => compareText(a.id, b.id))
      .map(({ id, hash }) => ['document', `${id} ${hash}`] as const),
  ];
  const lines = rows.map(([field, value]) => `${field}: ${value.replaceAll(/\s+/g, ' ').trim()}`);
  return `${[FORM, ...lines].join('\n')}\n`;
}

/** Reads the text of a statement back; null where it is no such text. */
export function readStatement(text: string): Statement | null {
  const [form, ...lines] = text.split('\n');
  if (form !== FORM) return null;
  const rows = Map.groupBy(lines.map(rowOf), ({ field }) => field);
  const all = (field: string) => (rows.get(field) ?? []).map(({ value }) => value);
  const one = (field: string) => all(field)[0] ?? '';
  const gate = gateNames.find((name) => name === one('gate'));
  if (gate === undefined) return null;
  return {
    gate,
    rehearsal: one('rehearsal') !== 'no',
    on: one('date'),
    signer: one('signer'),
    name: one('name'),
    mail: one('mail'),
    key: one('key'),
    engine: one('engine'),
    rules: one('rules'),
    results: one('results'),
    states: all('rule'),
    root: one('root'),
    audiences: all('audience').map((value) => {
      const [audience, root] = pairOf(value);
      return { audience, root };
    }),
    waivers: all('waiver'),
    open: all('open'),
    files: one('files'),
    documents: all('document').map((value) => {
      const [id, hash] = pairOf(value);
      return { id, hash };
    }),
  };
}

function rowOf(line: string) {
  const at = line.indexOf(': ');
  return { field: line.slice(0, Math.max(at, 0)), value: line.slice(at + 2) };
}

function pairOf(value: string): readonly [string, string] {
  const at = value.lastIndexOf(' ');
  return [value.slice(0, Math.max(at, 0)), value.slice(at + 1)];
}

/** Rules that speak of sign-offs themselves; what they say changes by signing. */
export const signingRules: ReadonlySet<string> = new Set(['SIG-02', 'SIG-03']);

/** SHA-256 over canonical JSON of the status and the findings of each rule that is due, those of signing left out. */
export function resultsDigest(rules: readonly RuleState[]): string {
  const results = rules
    .filter(({ rule }) => !signingRules.has(rule.id))
    .map(({ rule, status, findings }) => ({
      rule: rule.id,
      status,
      findings: findings
        .filter(({ due }) => due)
        .map(({ messageId, severity, path, message, waiver }) => ({
          messageId,
          severity,
          path,
          message,
          waiver: waiver?.entry.id ?? null,
        }))
        .sort((a, b) => compareText(a.path, b.path) || compareText(a.message, b.message)),
    }));
  return sha256(canonicalize(results) ?? '');
}

/** How each rule stands, those of signing left out, one line each: `OWN-01 pass`, with the number of findings that are due. */
export const ruleWords = (rules: readonly RuleState[]): string[] =>
  rules
    .filter(({ rule }) => !signingRules.has(rule.id))
    .map(({ rule, status, findings }) => {
      const due = findings.filter((one) => one.due).length;
      return `${rule.id} ${status}${due === 0 ? '' : ` (${due})`}`;
    });

/** What stands open in rules that are due, one line each: findings that nobody waived, then doubts. */
export const openLines = (rules: readonly RuleState[]): string[] =>
  rules
    .filter(({ rule }) => !signingRules.has(rule.id))
    .flatMap(({ rule, findings, doubts }) => [
      ...findings
        .filter(({ due, waiver }) => due && waiver === null)
        .map((one) => `${rule.id} ${one.severity} ${one.path}: ${one.message}`),
      ...doubts
        .filter(({ due }) => due)
        .map(({ cannotTell }) => `${rule.id} undecided: ${cannotTell}`),
    ]);

/** What anybody types in the content folder to verify a sign-off, each with what it tells. */
export const verifySteps = (
  slug: string,
  mail: string,
): readonly { readonly command: string; readonly tells: string }[] => [
  {
    command: `ssh-keygen -Y verify -f sign-offs/allowed_signers -I ${mail} -n ${NAMESPACE} -s sign-offs/${slug}.statement.txt.sig < sign-offs/${slug}.statement.txt`,
    tells:
      'Whether the signer signed this statement. It prints the fingerprint of the key: ask the signer for it by telephone.',
  },
  {
    command: `sha256sum sign-offs/${slug}.sha256`,
    tells: 'Whether the list of files is the one that was signed: compare with the line `files:`.',
  },
  {
    command: `sha256sum --check --quiet sign-offs/${slug}.sha256`,
    tells: 'Which files changed or are gone since. On a Mac write: shasum -a 256 --check --quiet',
  },
];
