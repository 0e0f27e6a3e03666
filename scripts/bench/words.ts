import { type Random, randomFrom } from './random.ts';

const SIZE = 4000;

const common =
  'the of and to in a is that for it on with as by this from are was be at or an which has not but have they when if one all no more than its were will who can each after until where before so out only into other then some between both must may'.split(
    ' ',
  );

const terms =
  'patient message queue clinic interface engine claim referral appointment result order schedule payer eligibility encounter allergy chart consent audit token tenant replica outbox retry timeout backlog segment acknowledgement mapping identifier provider laboratory specimen medication discharge triage intake nurse scribe denial remittance prior authorization deductible subscriber formulary vital observation resource bundle scope refresh certificate tunnel broker consumer producer partition offset snapshot restore failover rollback deploy canary threshold alarm pager escalation runbook drill incident latency throughput schema migration index constraint transaction lock deadlock checksum duplicate reconciliation cursor batch window cadence gateway proxy firewall credential secret rotation ledger invoice contract vendor custodian reviewer baseline evaluation prompt model dataset slice cohort subgroup fairness precision recall reviewer fallback workflow checkpoint evidence retention archive policy control waiver exception owner successor handover milestone metric dashboard query report'.split(
    ' ',
  );

const onsets = 'b c d f g h k l m n p r s t v br cl dr fl gr pl pr sc sp st tr'.split(' ');
const vowels = 'a e i o u ai ea io ou'.split(' ');
const codas = ['', '', 'l', 'n', 'r', 's', 't', 'm', 'nd', 'st', 'rt'];
const endings = ['', '', 'al', 'ation', 'ed', 'er', 'ing', 'ity', 'ment', 'or', 'sis', 'ure'];

/** Distinct words, the most frequent first. */
const vocabulary: readonly string[] = coin();

/** Frequencies of language: the word of rank r comes up about 1/r as often as the first. */
const bounds = vocabulary.reduce<number[]>((sums, _word, rank) => {
  sums.push((sums.at(-1) ?? 0) + 1 / (rank + 2.7));
  return sums;
}, []);

function word(random: Random): string {
  const wanted = random.next() * (bounds.at(-1) ?? 0);
  let [low, high] = [0, bounds.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return vocabulary[low] ?? 'the';
}

/** A word with a meaning of its own, none of the commonest. */
export function term(random: Random): string {
  for (;;) {
    const found = word(random);
    if (!commonWords.has(found)) return found;
  }
}

const commonWords: ReadonlySet<string> = new Set(common);

/** Words for a title or a cell, without a full stop. */
export const phrase = (random: Random, words: number): string =>
  capital(Array.from({ length: words }, () => term(random)).join(' '));

export function sentence(random: Random, words = random.whole(6, 18)): string {
  const parts = Array.from({ length: words }, (_, at) => {
    const plain = random.chance(0.02) ? String(random.whole(2, 9999)) : word(random);
    return at < words - 1 && random.chance(0.06) ? `${plain},` : plain;
  });
  return `${capital(`${random.pick(['the', 'a', 'each', 'every'])} ${parts.join(' ')}`)}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function coin(): string[] {
  const random = randomFrom(4711);
  const words = new Set([...common, ...terms]);
  const syllable = () => random.pick(onsets) + random.pick(vowels) + random.pick(codas);
  while (words.size < SIZE) {
    const syllables = Array.from({ length: random.whole(1, 2) }, syllable);
    const coined = syllables.join('') + random.pick(endings);
    if (coined.length >= 4) words.add(coined);
  }
  return [...words];
}
