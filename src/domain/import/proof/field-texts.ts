/** The texts of fields, one for each scalar and for each key of a nested one, in order. */
export function fieldTexts(value: unknown, depth = 0): string[] {
  if (value === null || value === undefined || depth > 20) return [];
  if (value instanceof Date) return [value.toISOString().slice(0, 10)];
  if (Array.isArray(value)) return value.flatMap((one) => fieldTexts(one, depth + 1));
  if (typeof value !== 'object') return [String(value)];
  return Object.entries(value).flatMap(([key, one]) => [
    ...(depth > 0 ? [key] : []),
    ...fieldTexts(one, depth + 1),
  ]);
}
