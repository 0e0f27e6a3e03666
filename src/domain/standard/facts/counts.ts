import { numberAt } from '../../graph/fields.ts';

/** The number at a path where it can be a count: finite and not below zero; else null. */
export function countAt(data: Readonly<Record<string, unknown>>, path: string): number | null {
  const value = numberAt(data, path);
  return value !== null && Number.isFinite(value) && value >= 0 ? value : null;
}
