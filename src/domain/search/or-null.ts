/** What is made of an index whose shape may be wrong; null where it is. */
export function orNull<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}
