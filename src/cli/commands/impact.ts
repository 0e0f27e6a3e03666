import { discretionOf } from '../../domain/checks/discretion.ts';
import { checkCorpus } from '../../domain/checks/run.ts';
import { impact as definition } from '../../domain/commands/impact.ts';
import type { Entry } from '../../domain/graph/corpus.ts';
import { dependentsOf } from '../../domain/graph/dependents.ts';
import { buildGraph, type Edge, mention } from '../../domain/graph/graph.ts';
import { fieldName } from '../../domain/graph/relations.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { readinessOf } from '../../domain/readiness/readiness.ts';
import { dayOf } from '../../workspace/judge.ts';
import { locate } from '../../workspace/locate.ts';
import type { Workspace } from '../../workspace/read-corpus.ts';
import { without } from '../../workspace/refactor/change-set.ts';
import { standardContext } from '../../workspace/witness.ts';
import { type Command, type Invocation, optionValue } from '../command.ts';
import { openWorkspace, shownPath } from '../open.ts';
import { wordsAsked } from '../record/asked.ts';
import { documentAsked } from '../record/subjects.ts';
import { type Impact, impactJson, impactText, type Turned } from '../refactor/impact-report.ts';
import { Refusal } from '../refusal.ts';
import { discreetly } from '../reporters/discreet.ts';

export const impact: Command = {
  ...definition,
  run: (invocation) => {
    const { io, given } = invocation;
    const [word = ''] = wordsAsked(invocation, definition);
    const depth = depthAsked(invocation);
    const workspace = openWorkspace(invocation);
    const entry = documentAsked(word, io, workspace);
    const result = impactOf(entry, workspace, depth, given.has('standard'));
    const show = (path: string) => shownPath(io, workspace.root, path);
    const isJson = optionValue(invocation, 'format') === 'json';
    const discretion = discretionOf(workspace.corpus);
    const written = isJson ? impactJson(result, show) : impactText(result, discretion.path);
    io.stdout(discreetly(written, isJson, discretion));
    return 0;
  },
};

function depthAsked(invocation: Invocation): number {
  const asked = optionValue(invocation, 'depth') ?? '1';
  if (/^[1-9]\d?$/.test(asked)) return Number(asked);
  throw new Refusal(`--depth "${asked}" is no number of steps from 1 to 99. Write: --depth 2`);
}

function impactOf(
  entry: Entry,
  workspace: Workspace,
  depth: number,
  withStandard: boolean,
): Impact {
  const graph = buildGraph(workspace.corpus);
  const [, ...others] = dependentsOf(entry, graph, depth);
  const [, next = []] = depth > 1 ? [] : dependentsOf(entry, graph, 2);
  const after = without(workspace, new Set([entry.path]));
  return {
    entry,
    direct: located(graph.incoming(entry), workspace),
    further: others.flatMap((all, index) => all.map((one) => ({ ...one, steps: index + 2 }))),
    unlisted: next.length,
    problems: locate(broken(workspace, after), after),
    rules: withStandard ? turned(workspace, after) : null,
  };
}

function located(edges: readonly Edge[], workspace: Workspace): Impact['direct'] {
  const places = edges.map((edge) => ({
    ...{ ruleId: '', messageId: '', severity: 'error' as const, message: '', fix: '' },
    path: edge.from.path,
    position: edge.position,
    edge,
  }));
  return locate(places, workspace).map(({ edge, line }) => {
    const field =
      edge.relation === mention || !('path' in edge.position) ? null : edge.position.path;
    return {
      from: edge.from,
      label: edge.relation.label,
      field: field === null ? null : fieldName(field),
      line,
    };
  });
}

/** Problems that would be there without the document and are not with it. */
function broken(before: Workspace, after: Workspace): Problem[] {
  const kind = ({ ruleId, path, position }: Problem) => JSON.stringify([ruleId, path, position]);
  const known = new Set(checkCorpus(before.corpus).map(kind));
  return checkCorpus(after.corpus).filter((problem) => !known.has(kind(problem)));
}

/** Rules that are judged worse without the document. */
function turned(before: Workspace, after: Workspace): Turned[] {
  const asOf = dayOf(before, undefined);
  if (asOf === null)
    throw new Refusal(
      'There is no day to judge from: the content folder has no commit, and engagement.yaml pins none. Leave --standard away.',
    );
  const context = standardContext(before, asOf);
  const statesOf = (workspace: Workspace) =>
    readinessOf(
      workspace === before ? context : standardContext(workspace, asOf, { git: context.git }),
    ).rules;
  const then = new Map(statesOf(after).map((state) => [state.rule.id, state.status]));
  return statesOf(before).flatMap(({ rule, status }) => {
    const to = then.get(rule.id) ?? status;
    const isWorse = to !== status && (to === 'fail' || to === 'cannot-tell') && status !== 'fail';
    return isWorse ? [{ id: rule.id, title: rule.title, from: status, to }] : [];
  });
}
