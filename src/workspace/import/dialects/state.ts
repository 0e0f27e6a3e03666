import type { Dialect, Listed } from '../../../domain/import/model.ts';

/** What the families share while one text is translated. */
export interface State {
  readonly dialect: Dialect;
  readonly path: string;
  /** Whether the text is MDX, where braces hold code and no template. */
  readonly mdx: boolean;
  readonly listed: Listed[];
}

/** Lists what leaves the text. */
export function list(state: State, entry: Omit<Listed, 'became'> & { became?: string }): void {
  state.listed.push({ became: LEFT_OUT, ...entry });
}

const LEFT_OUT = 'Left out: it only says how the page looks or is made.';
