import type { Answer, FacetName, Filters, Result } from '../../../domain/search/model.ts';
import { announce } from '../announce.ts';
import { toClipboard } from '../clipboard.ts';
import { type SearchClient, searchClient } from './client.ts';
import { explained } from './explain.ts';
import { chosenOf, Facets } from './facets.ts';
import { keep, limitKept, PART } from './history.ts';
import { Hold } from './hold.ts';
import { asked, onOneLine, takeLines } from './lines.ts';
import { partsOfPage } from './page-parts.ts';
import { ResultList } from './result-list.ts';
import { sayLater } from './say.ts';
import { settled } from './settle.ts';
import { type State, stateOf, toggled } from './state.ts';
import { countOf } from './words.ts';

/** The page of search: its address is its state. */
class SearchPage {
  readonly #parts;
  readonly #client: SearchClient = searchClient();
  readonly #list = new ResultList();
  readonly #facets = new Facets((name, value) => this.#toggle(name, value));
  readonly #say;
  #state: State = { query: '', filters: {} };
  #limit = PART;
  readonly #hold: Hold;
  #rows: readonly Result[] = [];
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement) {
    const parts = partsOfPage(root);
    this.#parts = parts;
    this.#say = sayLater(parts.said);
    parts.results.append(this.#list.element);
    parts.facets.append(this.#facets.element);
    this.#hold = new Hold(this.#list.element);
    takeLines(parts.field);
    unfold(parts.fold);
    parts.field.addEventListener('input', () => this.#type());
    parts.form.addEventListener('submit', (event) => {
      event.preventDefault();
      // The results lie under the keyboard of a phone.
      if (matchMedia('(pointer: coarse)').matches) parts.field.blur();
    });
    parts.more.addEventListener('click', () => this.#more());
    addEventListener('popstate', () => this.restore());
    parts.copy.addEventListener('click', () => void copyLink());
    this.#client.open();
  }

  /** Shows what the address says. */
  restore(): void {
    const { field } = this.#parts;
    this.#state = stateOf(location);
    this.#limit = limitKept();
    field.value = onOneLine(this.#state.query);
    this.#ask();
    if (isIdle(this.#state) && !matchMedia('(pointer: coarse)').matches) field.focus();
  }

  #type(): void {
    this.#state = { ...this.#state, query: asked(this.#parts.field.value) };
    this.#limit = PART;
    keep(this.#state, PART, 'replace');
    this.#ask();
  }

  #choose(filters: Filters): void {
    this.#state = { ...this.#state, filters };
    this.#limit = PART;
    keep(this.#state, PART, 'push');
    this.#ask();
  }

  #toggle(name: FacetName, value: string): void {
    this.#choose(toggled(this.#state.filters, name, value));
  }

  #more(): void {
    const next = this.#list.element.childElementCount;
    this.#limit = Math.max(this.#limit, next) + PART;
    // More rows come below those that are there.
    this.#hold.reach();
    keep(this.#state, this.#limit, 'replace');
    let isThere = false;
    this.#ask(() => {
      // The names may have no more to show; then the text has.
      const first = this.#list.element.children[next]?.querySelector('a');
      if (!isThere) first?.focus();
      isThere ||= Boolean(first);
    });
  }

  #ask(then?: () => void): void {
    const state = this.#state;
    const { root, chosen, field } = this.#parts;
    root.dataset['state'] = isIdle(state) ? 'idle' : 'asked';
    if (!then) {
      this.#hold.release();
      clearTimeout(this.#waiting);
      if (!isIdle(state)) this.#waiting = setTimeout(() => this.#wait(), PATIENCE);
    }
    const byChip = (change: () => void) => () => {
      change();
      field.focus();
    };
    const toggle = (name: FacetName, value: string) => byChip(() => this.#toggle(name, value))();
    chosen.replaceChildren(
      ...chosenOf(
        state.filters,
        toggle,
        byChip(() => this.#choose({})),
      ),
    );
    this.#client.ask({ ...state, limit: this.#limit }, (answer) => {
      if (state !== this.#state || isIdle(state)) return;
      this.#hold.whenIdle(() => {
        this.#show(answer);
        then?.();
      });
    });
  }

  /** What was found for an earlier question does not stand under a later one. */
  #wait(): void {
    const { note, count, more } = this.#parts;
    this.#rows = [];
    this.#list.show([], []);
    note.replaceChildren();
    count.textContent = SEARCHING;
    more.hidden = true;
    this.#say(SEARCHING);
  }

  #show(answer: Answer): void {
    const isEmpty = answer.total === 0;
    if (isEmpty && !answer.complete) return;
    clearTimeout(this.#waiting);
    const { root, note, count, narrow, more } = this.#parts;
    const results = settled(this.#rows, answer.results, this.#hold.isHeld);
    this.#rows = results;
    root.dataset['state'] = isEmpty ? 'empty' : 'asked';
    this.#list.show(results, isEmpty ? answer.nearest : []);
    this.#facets.show(answer.facets, this.#state.filters);
    note.replaceChildren(...explained(answer));
    count.textContent = countOf(answer);
    narrow.hidden = isEmpty && Object.keys(this.#state.filters).length === 0;
    more.hidden = results.length >= answer.total;
    more.textContent = `Show ${Math.min(PART, answer.total - results.length)} more`;
    this.#say(countOf(answer));
  }
}

async function copyLink(): Promise<void> {
  const done = await toClipboard(location.href);
  announce(
    done ? 'The link to this search is copied.' : 'Not copied: copy the address of this page.',
  );
}
const SEARCHING = 'Searching…';

/** So many milliseconds rows of an earlier question stay, for rows that come and go with each letter are not read. */
const PATIENCE = 400;

const isIdle = ({ query, filters }: State): boolean =>
  query === '' && Object.keys(filters).length === 0;

/** What narrows the results is folded on a phone alone. */
function unfold(details: HTMLDetailsElement): void {
  const wide = matchMedia('(min-width: 50rem)');
  const follow = () => {
    details.open = wide.matches;
  };
  wide.addEventListener('change', follow);
  follow();
}

const root = document.querySelector<HTMLElement>('.search-page');
if (root) new SearchPage(root).restore();
