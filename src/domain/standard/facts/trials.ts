import { textAt } from '../../graph/fields.ts';
import type { StandardContext } from '../rule.ts';
import { conductTrouble, type DrillFacts, isRecentDrill } from './drills.ts';
import { sourceBelow } from './passages.ts';
import { saysSomething } from './substance.ts';

const TEST_SIDE =
  /\bsandbox|\bstaging|\bpreview environment|\btest (practice|tenant|system|side|submitter|environment|server)|\bnon-?production|\bsimulat(or|ed)/i;

/** Why a drill is no trial of "counterparty down", as the end of "the drill ..."; null where it is one. */
export function trialTrouble(
  drill: DrillFacts,
  { corpus, asOf }: Pick<StandardContext, 'corpus' | 'asOf'>,
): string | null {
  if (!isRecentDrill(drill, asOf)) return 'is too old';
  if (!drill.passed) return 'failed';
  if (drill.entry.data['kind'] === 'tabletop') return 'was only talked through';
  return conductTrouble(drill, corpus);
}

/** The words that give away a test side which `environment` hides, empty where it says no place; else null. */
export function placeTrouble({ entry }: DrillFacts): string | null {
  const place = textAt(entry.data, 'environment');
  if (!saysSomething(place)) return '';
  const told = [entry.data['title'], entry.data['summary'], sourceBelow(entry, 'What was tried')];
  const word = TEST_SIDE.exec(told.join(' '))?.[0] ?? null;
  return TEST_SIDE.test(place) ? null : word;
}
