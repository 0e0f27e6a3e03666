import { signOff } from '../domain/documents/sign-off.ts';
import { engagementData } from '../domain/graph/corpus.ts';
import { rowsAt, textAt } from '../domain/graph/fields.ts';
import type { Readiness } from '../domain/readiness/readiness.ts';
import { nameOf, personNamed } from '../domain/standard/facts/people.ts';
import { digestsNow, fileList } from '../domain/standard/facts/sign-offs.ts';
import type { GateName } from '../domain/standard/gates.ts';
import { leavesOf, merkleRoot, sha256 } from '../domain/standard/hash.ts';
import type { StandardContext } from '../domain/standard/rule.ts';
import {
  openLines,
  resultsDigest,
  ruleWords,
  type Statement,
  statementText,
} from '../domain/standard/statement.ts';
import { composeFile } from './compose.ts';

/** Who signs which gate, and with what. */
export interface Signing {
  readonly gate: GateName;
  readonly rehearsal: boolean;
  readonly on: string;
  /** Slug of the signer. */
  readonly by: string;
  readonly fingerprint: string;
  readonly engine: string;
}

/** A sign-off before it is signed: the statement, and the texts of its files. */
export interface SignOffPlan {
  /** File name without ending, such as `exit` or `30-days-rehearsal`. */
  readonly slug: string;
  readonly statement: Statement;
  readonly statementText: string;
  readonly list: string;
  readonly record: string;
}

const gateSlugs: Readonly<Record<GateName, string>> = {
  K: 'kickoff',
  '-90': '90-days',
  '-60': '60-days',
  '-30': '30-days',
  X: 'exit',
};

/** What would be signed today; nothing is written. */
export function planSignOff(
  context: StandardContext,
  readiness: Readiness,
  signing: Signing,
): SignOffPlan {
  const slug = `${gateSlugs[signing.gate]}${signing.rehearsal ? '-rehearsal' : ''}`;
  const list = fileList(digestsNow(context));
  const statement = statementOf(context, readiness, signing, list);
  const record = composeFile(signOff, recordOf(slug, statement, signing));
  return { slug, statement, statementText: statementText(statement), list, record };
}

function statementOf(
  { corpus, hashOf }: StandardContext,
  { rules, waivers }: Readiness,
  { gate, rehearsal, on, by, fingerprint, engine }: Signing,
  list: string,
): Statement {
  const entries = [...corpus.byId.values()];
  const documents = leavesOf(entries, hashOf);
  const groups = rowsAt(engagementData(corpus), 'audiences').flatMap(
    (row) => textAt(row, 'name') ?? [],
  );
  const count = (status: string) => rules.filter((rule) => rule.status === status).length;
  return {
    gate,
    rehearsal,
    on,
    signer: by,
    name: nameOf(corpus, by),
    mail: textAt(personNamed(corpus, by)?.data ?? {}, 'email') ?? '',
    key: fingerprint,
    engine,
    rules: `${count('pass')} pass, ${count('fail')} fail, ${count('cannot-tell')} undecided, ${count('waived')} waived, ${count('not-applicable')} with nothing to judge, ${count('not-due')} not due`,
    results: resultsDigest(rules),
    states: ruleWords(rules),
    root: merkleRoot(documents),
    audiences: groups.map((audience) => ({
      audience,
      root: merkleRoot(leavesOf(entries, hashOf, audience)),
    })),
    waivers: waivers
      .filter((waiver) => waiver.void === null)
      .map(({ entry }) => entry.id)
      .sort(),
    open: openLines(rules),
    files: sha256(list),
    documents,
  };
}

/** The fields of the record. */
function recordOf(slug: string, statement: Statement, { by }: Signing): Record<string, unknown> {
  const { gate, rehearsal, on, key, engine, results, root, audiences, waivers } = statement;
  return {
    title: `${rehearsal ? 'Rehearsal of the sign-off' : 'Sign-off'}: ${titles[gate]}`,
    gate: gate === 'K' || gate === 'X' ? gate : Number(gate),
    dry_run: rehearsal || undefined,
    signed_on: on,
    signer: by,
    engine_version: engine,
    results_digest: results,
    signed_root: root,
    audience_roots: audiences,
    waivers: waivers.length === 0 ? undefined : waivers.map((id) => id.replace(/^waivers\//, '')),
    statement: `./${slug}.statement.txt`,
    files: `./${slug}.sha256`,
    signature: { form: 'ssh-file', file: `./${slug}.statement.txt.sig`, fingerprint: key },
  };
}

const titles: Readonly<Record<GateName, string>> = {
  K: 'kickoff',
  '-90': '90 days before the exit',
  '-60': '60 days before the exit',
  '-30': '30 days before the exit',
  X: 'exit day',
};
