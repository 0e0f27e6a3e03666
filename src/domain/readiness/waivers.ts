import { type Corpus, type Entry, engagementData, entriesOf } from '../graph/corpus.ts';
import { daysBetween, isDay } from '../graph/days.ts';
import { textAt } from '../graph/fields.ts';
import { sideOf } from '../graph/sides.ts';
import { isOfCustomer } from '../standard/facts/keys.ts';
import { standardRules } from '../standard/registry.ts';
import type { StandardRule } from '../standard/rule.ts';
import type { GitWitness } from '../standard/witness.ts';

/** A waiver as it stands on a day. */
export interface Waiver {
  readonly entry: Entry;
  readonly rule: string;
  /** Id of the document it is for; null for what belongs to no document. */
  readonly target: string | null;
  readonly until: string;
  readonly signer: string;
  /** Why it does not hold; null where it does. */
  readonly void: string | null;
}

/** The longest life of a waiver, in days. */
const LONGEST = 90;

/** All waivers of a corpus as they stand on a day, those that do not hold with the reason. */
export const waiversOf = (corpus: Corpus, asOf: string, git?: GitWitness): Waiver[] =>
  entriesOf(corpus, 'waiver').map((entry) => {
    const { data } = entry;
    return {
      entry,
      rule: textAt(data, 'rule') ?? '',
      target: textAt(data, 'target'),
      until: textAt(data, 'expires_on') ?? '',
      signer: textAt(data, 'signer') ?? '',
      void: reasonVoid(data, corpus, asOf) ?? reasonOfCommit(entry, corpus, git),
    };
  });

/** Why a waiver with these fields does not hold on a day, as the end of a sentence; null where it holds. */
export function reasonVoid(data: Entry['data'], corpus: Corpus, asOf: string): string | null {
  const rule = standardRules.find(({ id }) => id === data['rule']);
  const [signed, until] = [data['signed_on'], data['expires_on']];
  if (!rule) return `it names "${data['rule']}", which is no rule of the standard`;
  if (!isDay(signed) || !isDay(until)) return 'its dates cannot be read';
  if (until < asOf) return `it expired on ${until}`;
  if (signed > asOf) return `it is signed on ${signed}, which is still to come`;
  if (daysBetween(signed, until) > LONGEST)
    return `it runs ${daysBetween(signed, until)} days, and ${LONGEST} are allowed`;
  if (!textAt(data, 'compensating_measure')) return 'it names no compensating measure';
  return reasonOfRule(rule, corpus, asOf) ?? reasonOfSigner(data['signer'], corpus);
}

/** Anybody can type the sponsor's name: what only people of the vendor committed and saw is theirs. */
function reasonOfCommit({ path }: Entry, corpus: Corpus, git?: GitWitness): string | null {
  const commit = git?.versions(path)[0]?.commit;
  const vendor = entriesOf(corpus, 'person').some(
    (person) =>
      textAt(person.data, 'email')?.toLowerCase() === commit?.author &&
      sideOf(person, corpus) === 'vendor',
  );
  return commit && vendor && !isOfCustomer(corpus, commit)
    ? `it was committed by ${commit.author}, and nobody of the customer reviewed that`
    : null;
}

function reasonOfRule(rule: StandardRule, corpus: Corpus, asOf: string): string | null {
  if (rule.waivable === 'no') return `${rule.id} cannot be waived`;
  const exit = engagementData(corpus)['exit_on'];
  return rule.waivable === 'until-exit' && isDay(exit) && asOf >= exit
    ? `${rule.id} cannot be waived on the exit day`
    : null;
}

function reasonOfSigner(signer: unknown, corpus: Corpus): string | null {
  const sponsor = engagementData(corpus)['sponsor'];
  if (signer !== sponsor) return `it is signed by ${signer}, and only the sponsor ${sponsor} can`;
  const person = corpus.byId.get(`people/${signer}`);
  if (!person) return `its signer ${signer} is no person of the handbook`;
  return sideOf(person, corpus) === 'customer' ? null : 'its signer is not on the customer side';
}
