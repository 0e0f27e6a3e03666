import { styleText } from 'node:util';
import type { ProblemStyle } from '../domain/problems/format.ts';
import type { Io } from './io.ts';

/** How findings are coloured on stdout: not at all unless a person reads it and wants colours. */
export function problemStyle({ isTerminal, env }: Io): ProblemStyle {
  if (!isTerminal.output || env['NO_COLOR'] || env['TERM'] === 'dumb') return {};
  const paint = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    styleText(format, text, { validateStream: false });
  return {
    place: paint('bold'),
    error: paint('red'),
    warning: paint('yellow'),
    rule: paint('dim'),
    fix: paint('green'),
  };
}
