/**
 * The circles in a directed graph, one for each group of nodes that reach each other,
 * written from its smallest node: `['a', 'b']` for a -> b -> a. Iterative (Tarjan 1972), so that
 * a chain of any length is safe.
 */
export function cyclesOf(next: ReadonlyMap<string, readonly string[]>): string[][] {
  return components(next)
    .filter(
      ([only, ...more]) =>
        more.length > 0 || (only !== undefined && (next.get(only) ?? []).includes(only)),
    )
    .map((group) => circleIn(new Set(group), next));
}

/** A shortest circle through the smallest node of a strongly connected group. */
function circleIn(
  group: ReadonlySet<string>,
  next: ReadonlyMap<string, readonly string[]>,
): string[] {
  const start = [...group].sort()[0] ?? '';
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const node of queue) {
    for (const neighbour of next.get(node) ?? []) {
      if (neighbour === start) return pathTo(node, start, cameFrom);
      if (!group.has(neighbour) || cameFrom.has(neighbour)) continue;
      cameFrom.set(neighbour, node);
      queue.push(neighbour);
    }
  }
  return [start];
}

function pathTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [end];
  for (let node = end; node !== start; ) {
    node = cameFrom.get(node) ?? start;
    path.push(node);
  }
  return path.reverse();
}

interface Frame {
  readonly node: string;
  readonly neighbours: Iterator<string>;
}

function components(next: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const found: string[][] = [];
  const frames: Frame[] = [];

  const enter = (node: string) => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    stack.push(node);
    onStack.add(node);
    frames.push({ node, neighbours: (next.get(node) ?? []).values() });
  };
  const lower = (node: string, value: number) =>
    low.set(node, Math.min(low.get(node) ?? value, value));
  const leave = ({ node }: Frame) => {
    frames.pop();
    const parent = frames.at(-1)?.node;
    if (parent !== undefined) lower(parent, low.get(node) ?? 0);
    if (low.get(node) !== index.get(node)) return;
    const group = stack.splice(stack.lastIndexOf(node));
    for (const member of group) onStack.delete(member);
    found.push(group);
  };

  for (const root of next.keys()) {
    if (!index.has(root)) enter(root);
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const step = frame.neighbours.next();
      if (step.done) leave(frame);
      else if (!index.has(step.value)) enter(step.value);
      else if (onStack.has(step.value)) lower(frame.node, index.get(step.value) ?? 0);
    }
  }
  return found;
}
