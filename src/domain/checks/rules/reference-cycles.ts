import { cyclesOf } from '../../graph/cycles.ts';
import { fieldName, relations } from '../../graph/relations.ts';
import { defineRule } from '../rule.ts';

export const referenceCycles = defineRule({
  id: 'reference-cycles',
  title: 'References that order documents do not run in a circle',
  why: 'In a circle nothing comes first: no decision is in force, and no system can be started before the others.',
  severity: 'error',
  messages: {
    circle: {
      message: '`{field}` runs in a circle: {circle}.',
      fix: 'Take out the one reference that is not so; start with the one on this line.',
      unfinished: true,
    },
  },
  *check({ graph }) {
    for (const relation of relations.filter((one) => one.acyclic)) {
      const edges = graph.edges.filter((edge) => edge.relation === relation);
      const next = Map.groupBy(edges, (edge) => edge.from.id);
      const links = new Map([...next].map(([id, from]) => [id, from.map((edge) => edge.to.id)]));
      for (const circle of cyclesOf(links)) {
        const [first, second = first] = circle;
        const edge = next.get(first ?? '')?.find(({ to }) => to.id === second);
        if (!edge) continue;
        yield {
          messageId: 'circle',
          path: edge.from.path,
          position: edge.position,
          args: { field: fieldName(relation.field), circle: inWords(circle) },
        };
      }
    }
  },
});

const SHOWN = 8;

/** `a -> b -> a`; of a long circle its first names and how many follow. */
function inWords(circle: readonly string[]): string {
  const names = circle.map((id) => id.replace(/^[^/]*\//, ''));
  const more = names.length > SHOWN ? [`(${names.length - SHOWN} more)`] : [];
  return [...names.slice(0, SHOWN), ...more, names[0]].join(' -> ');
}
