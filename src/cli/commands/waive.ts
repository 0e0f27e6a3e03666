import { waive as definition } from '../../domain/commands/waive.ts';
import { waiver } from '../../domain/documents/waiver.ts';
import { type Corpus, type Entry, slugOf, titleOf } from '../../domain/graph/corpus.ts';
import { isDay } from '../../domain/graph/days.ts';
import { suggest } from '../../domain/problems/suggest.ts';
import { readinessOf } from '../../domain/readiness/readiness.ts';
import { reasonVoid, type Waiver, waiversOf } from '../../domain/readiness/waivers.ts';
import { standardRules } from '../../domain/standard/registry.ts';
import type { StandardRule } from '../../domain/standard/rule.ts';
import { composeFile } from '../../workspace/compose.ts';
import { type Workspace, withText } from '../../workspace/read-corpus.ts';
import { standardContext } from '../../workspace/witness.ts';
import { type Command, optionValue } from '../command.ts';
import { openWorkspace } from '../open.ts';
import { optionsAsked, wordsAsked } from '../record/asked.ts';
import { dayAsked, noDay } from '../record/day.ts';
import { carryOut, linesOf } from '../record/plan.ts';
import { choicesOf, documentAsked, personAsked } from '../record/subjects.ts';
import { Refusal } from '../refusal.ts';
import { count } from '../reporters/report.ts';
import { cell } from '../table.ts';

export const waive: Command = {
  ...definition,
  run: async (invocation) => {
    const { io } = invocation;
    const [word = ''] = wordsAsked(invocation, definition);
    const rule = ruleAsked(word);
    const workspace = openWorkspace(invocation);
    const { corpus } = workspace;
    const named = optionValue(invocation, 'for');
    const target = named === undefined ? null : documentAsked(named, io, workspace);
    const names = ['reason', 'measure', 'until', 'by'] as const;
    const said = await optionsAsked(invocation, definition, names, {
      by: choicesOf(corpus, 'person'),
    });
    if (!isDay(said.until)) throw noDay('until', said.until);
    const on = dayAsked(invocation, corpus);
    const data = {
      title: optionValue(invocation, 'title') ?? titleFor(rule, target),
      rule: rule.id,
      target: target?.id,
      reason: said.reason,
      compensating_measure: said.measure,
      signer: slugOf(personAsked('by', said.by, corpus, on)),
      signed_on: on,
      expires_on: said.until,
    };
    refuseVoid(data, corpus);
    const earlier = earlierOf(data, corpus);
    const content = composeFile(waiver, data);
    const path = freePath(workspace, rule, target);
    carryOut(invocation, workspace, [{ path, content, lines: linesOf(data) }]);
    const effect = earlier
      ? `It takes the place of ${earlier.entry.path}, which expires on ${earlier.until}.`
      : effectOf(withText(workspace, path, content), path, rule, on);
    io.stderr(`${effect}\n`);
    return 0;
  },
};

function ruleAsked(word: string): StandardRule {
  const ids = standardRules.map(({ id }) => id);
  const rule = standardRules.find(({ id }) => id === word.toUpperCase());
  if (rule) return rule;
  const near = suggest(word, ids);
  const hint = near === null ? ' Its rules are listed by: readiness.' : ` Did you mean ${near}?`;
  throw new Refusal(`"${word}" is no rule of the standard.${hint} Nothing was written.`);
}

const titleFor = ({ title }: StandardRule, target: Entry | null): string =>
  cell(`${title}: not yet${target === null ? '' : ` for ${titleOf(target)}`}`, 120);

/** A waiver that the readiness would call void is not written. */
function refuseVoid(data: Readonly<Record<string, unknown>>, corpus: Corpus): void {
  const reason = reasonVoid(data, corpus, String(data['signed_on']));
  if (reason !== null)
    throw new Refusal(`Nothing was written, because the waiver would not hold: ${reason}.`);
}

/** The first name that is free: a waiver that is renewed gets a record of its own. */
function freePath({ texts }: Workspace, { id }: StandardRule, target: Entry | null): string {
  const stem = `${id}-${target?.id ?? 'handbook'}`.toLowerCase().replaceAll('/', '-');
  for (let number = 1; ; number++) {
    const path = `waivers/${stem}${number === 1 ? '' : `-${number}`}.yaml`;
    if (!texts.has(path)) return path;
  }
}

/** The waiver that already lets the same pass; a new one that ends no later throws a Refusal. */
function earlierOf(data: Readonly<Record<string, unknown>>, corpus: Corpus): Waiver | undefined {
  const { rule, target, signed_on: on, expires_on: until } = data;
  const earlier = waiversOf(corpus, String(on)).find(
    (one) => one.void === null && one.rule === rule && one.target === (target ?? null),
  );
  if (earlier && earlier.until >= String(until))
    throw new Refusal(
      `${earlier.entry.path} lets it pass until ${earlier.until} already. Nothing was written.`,
    );
  return earlier;
}

/** What the waiver at `path` lets pass, as a sentence. */
function effectOf(workspace: Workspace, path: string, rule: StandardRule, on: string): string {
  const { rules } = readinessOf(standardContext(workspace, on));
  const findings = rules.find((state) => state.rule.id === rule.id)?.findings ?? [];
  const covered = findings.filter(({ waiver: by }) => by?.entry.path === path);
  return covered.length > 0
    ? `It lets pass ${count(covered.length, 'finding')} of ${rule.id}.`
    : `${rule.id} finds nothing there on ${on}: the waiver lets nothing pass, and is not needed today.`;
}
