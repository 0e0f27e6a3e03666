import type { FieldPath } from '../problems/problem.ts';

/** All texts in a value, each with its place; keys are left aside. */
export function textFieldsOf(
  value: unknown,
  path: FieldPath = [],
): { path: FieldPath; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value)
    ? value.flatMap((item, index) => textFieldsOf(item, [...path, index]))
    : Object.entries(value).flatMap(([key, item]) => textFieldsOf(item, [...path, key]));
}
