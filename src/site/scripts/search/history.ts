import { addressOf, type State } from './state.ts';

/** Results shown at first, and more at each press. */
export const PART = 20;

/** Puts the state into the address: in the place of the last one while it is typed, after it where it was chosen. */
export function keep(state: State, limit: number, how: 'replace' | 'push'): void {
  const address = addressOf(state, location.pathname);
  try {
    if (how === 'push') history.pushState({ limit }, '', address);
    else history.replaceState({ limit }, '', address);
  } catch {
    // Browsers note only so many changes in so many seconds; the next one brings the address up to date.
  }
}

/** How many results were shown when the reader left the page. */
export function limitKept(): number {
  const kept: unknown = history.state;
  const limit = typeof kept === 'object' && kept !== null && 'limit' in kept ? kept.limit : PART;
  return typeof limit === 'number' && limit > PART && limit <= MOST ? limit : PART;
}

const MOST = 1000;
