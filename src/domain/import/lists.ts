/** Puts items at the end of a list; `push(...items)` overflows the stack where there are a hundred thousand. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}

/** The largest of the numbers, however many there are, and of the one it may not fall below. */
export function largest(numbers: Iterable<number>, least = -Infinity): number {
  let most = least;
  for (const one of numbers) most = Math.max(most, one);
  return most;
}

/** The smallest of the numbers, however many there are, and of the one it may not go beyond. */
export function smallest(numbers: Iterable<number>, most = Infinity): number {
  let least = most;
  for (const one of numbers) least = Math.min(least, one);
  return least;
}
