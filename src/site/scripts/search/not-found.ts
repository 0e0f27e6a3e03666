import type { Result } from '../../../domain/search/model.ts';
import { searchClient } from './client.ts';
import { ResultList } from './result-list.ts';
import { settled } from './settle.ts';
import { addressOf, wordsOfPath } from './state.ts';
import { shown } from './words.ts';

/** Pages that an address may have meant. */
const MOST = 4;

const place = document.querySelector<HTMLElement>('.lost');
const query = wordsOfPath(location.pathname);
if (place && query !== '' && query !== '404') start(place);

/** Searches for what the address says, and shows what comes near; it opens nothing by itself. */
function start(place: HTMLElement): void {
  const list = new ResultList();
  const heading = place.querySelector('h2');
  const words = place.querySelector('p');
  const all = place.querySelector('a');
  let rows: readonly Result[] = [];
  const client = searchClient();
  client.open();
  client.ask({ query, filters: {}, limit: MOST }, (answer) => {
    rows = settled(rows, answer.results, true).slice(0, MOST);
    const nearest = rows.length === 0 && answer.complete ? answer.nearest.slice(0, MOST) : [];
    list.show(rows, nearest);
    const found = rows.length + nearest.length;
    if (!answer.complete && found === 0) return;
    if (heading)
      heading.textContent = found > 0 ? 'Did you mean one of these?' : 'Nothing comes near';
    if (words)
      words.textContent =
        answer.missing.length > 1
          ? 'Search is not available just now. The lists below lead to every page.'
          : `Searched for “${shown(query, 80)}”, the words of the address.`;
    all?.setAttribute('href', addressOf({ query, filters: {} }));
    if (all) all.hidden = answer.missing.length > 1;
  });
  place.insertBefore(list.element, all ?? null);
}
