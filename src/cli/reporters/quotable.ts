import { blanked } from '../../domain/identifiers/mask.ts';
import type { Report } from './report.ts';

/** The texts of a report as its formats may quote them: what nobody may print is stars. */
export function quotable({ problems, textOf }: Report): Report['textOf'] {
  const lines = new Map<string, Set<number>>();
  for (const { path, line, sensitive } of problems) {
    if (sensitive === undefined) continue;
    const known = lines.get(path) ?? new Set();
    lines.set(path, known.add(line));
  }
  const texts = new Map<string, string | null>();
  return (path) => {
    if (!texts.has(path)) {
      const text = textOf(path);
      texts.set(path, text === null ? null : blanked(text, lines.get(path) ?? new Set()));
    }
    return texts.get(path) ?? null;
  };
}
