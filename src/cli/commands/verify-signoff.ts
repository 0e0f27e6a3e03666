import { verifySignoff as definition } from '../../domain/commands/verify-signoff.ts';
import { type Entry, entriesOf, slugOf, titleOf } from '../../domain/graph/corpus.ts';
import { textAt } from '../../domain/graph/fields.ts';
import {
  contradictions,
  type Difference,
  differences,
  digestsNow,
  readList,
  type SignOffFacts,
  signOffFacts,
} from '../../domain/standard/facts/sign-offs.ts';
import { leavesOf, merkleRoot } from '../../domain/standard/hash.ts';
import type { StandardContext } from '../../domain/standard/rule.ts';
import {
  resultsDigest,
  ruleWords,
  type Statement,
  verifySteps,
} from '../../domain/standard/statement.ts';
import { judge } from '../../workspace/judge.ts';
import type { Workspace } from '../../workspace/read-corpus.ts';
import { standardContext } from '../../workspace/witness.ts';
import type { Command, Invocation } from '../command.ts';
import { openWorkspace } from '../open.ts';
import { Refusal } from '../refusal.ts';
import { engineVersion } from '../version.ts';

export const verifySignoff: Command = {
  ...definition,
  run: (invocation) => {
    const workspace = openWorkspace(invocation);
    const entry = signOffAsked(invocation, workspace);
    const on = textAt(entry.data, 'signed_on') ?? invocation.io.today;
    const context = standardContext(workspace, on);
    const facts = signOffFacts(entry, context.fileOf);
    const { lines, agrees } = verdict(facts, workspace, context);
    invocation.io.stdout(`${[titleOf(entry), ...lines, '', ...byHand(entry, facts)].join('\n')}\n`);
    return agrees ? 0 : 1;
  },
};

function signOffAsked({ positionals }: Invocation, { corpus }: Workspace): Entry {
  const all = entriesOf(corpus, 'sign-off').filter(({ readable }) => readable);
  const asked = positionals[0]?.replace(/\.yaml$/, '');
  const day = ({ data }: Entry) => String(data['signed_on'] ?? '');
  const newest = all.toSorted((a, b) => (day(a) < day(b) ? 1 : -1))[0];
  const entry =
    asked === undefined ? newest : all.find((one) => one.id === asked || slugOf(one) === asked);
  if (entry) return entry;
  const there = all.map(({ id }) => id).join(', ');
  throw new Refusal(
    there === ''
      ? 'Nothing is signed yet: sign-offs/ holds no sign-off.'
      : `There is no sign-off ${asked}. There are: ${there}`,
  );
}

interface Verdict {
  readonly lines: readonly string[];
  readonly agrees: boolean;
}

/** What is as it was signed and what is not, one line each. */
function verdict(facts: SignOffFacts, workspace: Workspace, context: StandardContext): Verdict {
  const { entry, statement } = facts;
  const signature = context.signatureOf(entry);
  const signed =
    signature.state === 'good'
      ? `The signature is good, by the key ${signature.fingerprint}`
      : `The signature is ${signature.state}: ${signature.why}`;
  if (statement === null)
    return {
      lines: [signed, 'There is no statement of what was signed, so nothing can be compared.'],
      agrees: false,
    };
  const against = contradictions(facts).map((words) => `The record does not agree: ${words}`);
  const changed = changes(facts, statement, context);
  return {
    lines: [
      signed,
      ...against,
      ...rootLines(statement, context),
      ...changed,
      ...resultLines(statement, workspace, context),
    ],
    agrees: signature.state === 'good' && against.length === 0 && changed.length === 0,
  };
}

/** Documents and other files that are not as they were signed, by name. */
function changes({ list }: SignOffFacts, statement: Statement, context: StandardContext): string[] {
  const { corpus, hashOf } = context;
  const entries = [...corpus.byId.values()];
  const documents = differences(leafMap(statement.documents), leafMap(leavesOf(entries, hashOf)));
  const named = new Set(documents.map(({ name }) => name));
  const files = differences(readList(list ?? ''), digestsNow(context)).filter(
    ({ name }) => !named.has(name.replace(/\.(mdx|yaml)$/, '')),
  );
  const isDocument = new Set(entries.map(({ path }) => path));
  return [
    ...documents.map((one) => line('document', one)),
    ...files.map((one) =>
      line(one.what === 'changed' && isDocument.has(one.name) ? 'bytes only' : 'file', one),
    ),
  ];
}

const leafMap = (leaves: Statement['documents']): ReadonlyMap<string, string> =>
  new Map(leaves.map(({ id, hash }) => [id, hash]));

const line = (kind: string, { name, what }: Difference): string =>
  `  ${what.padEnd(8)}${kind.padEnd(11)}${name}`;

function rootLines({ root, audiences }: Statement, { corpus, hashOf }: StandardContext): string[] {
  const entries = [...corpus.byId.values()];
  const words = (same: boolean) => (same ? 'is as signed' : 'is another one now');
  return [
    `The root over all documents ${words(merkleRoot(leavesOf(entries, hashOf)) === root)}`,
    ...audiences.map(({ audience, root: signed }) => {
      const now = merkleRoot(leavesOf(entries, hashOf, audience));
      return `The root over the documents for ${audience} ${words(now === signed)}`;
    }),
  ];
}

/** Whether the rules say now what they said then; another program or later commits may change that. */
function resultLines(
  { gate, results, engine, states }: Statement,
  workspace: Workspace,
  context: StandardContext,
): string[] {
  const { rules } = judge(workspace, context, gate);
  if (resultsDigest(rules) === results) return ['The rules say the same as when it was signed'];
  const version = engineVersion();
  return [
    version === engine
      ? 'The rules do not say the same as when it was signed'
      : `The rules do not say the same as when it was signed; that was version ${engine}, and this is ${version}`,
    ...differing(states, ruleWords(rules)),
  ];
}

/** The rules that stand differently now; a statement that lists none tells nothing. */
function differing(signed: readonly string[], now: readonly string[]): string[] {
  if (signed.length === 0) return [];
  const byRule = (lines: readonly string[]) =>
    new Map(lines.map((words) => [words.split(' ', 1)[0] ?? '', words.replace(/^\S+ /, '')]));
  const then = byRule(signed);
  const found = [...byRule(now)].filter(([rule, words]) => then.get(rule) !== words);
  return found.length === 0
    ? ['  Each rule stands as it stood; only the words of its findings differ']
    : found.map(
        ([rule, words]) => `  ${rule}: ${then.get(rule) ?? 'not listed'} then, ${words} now`,
      );
}

function byHand(entry: Entry, { statement }: SignOffFacts): string[] {
  if (statement === null) return [];
  return [
    'Anybody verifies the same without this program, in the content folder:',
    ...verifySteps(slugOf(entry), statement.mail).flatMap(({ command, tells }) => [
      '',
      `  ${command}`,
      `  ${tells}`,
    ]),
  ];
}
