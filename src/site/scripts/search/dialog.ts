import type { Answer, Result } from '../../../domain/search/model.ts';
import { type Box, drawBox } from './box.ts';
import { type SearchClient, searchClient } from './client.ts';
import { explained } from './explain.ts';
import { Hold } from './hold.ts';
import { asked, onOneLine, takeLines } from './lines.ts';
import { type Group, Listbox } from './listbox.ts';
import { lists } from './lists.ts';
import { opened } from './opened.ts';
import { keepRoom } from './room.ts';
import { sayLater } from './say.ts';
import { settled } from './settle.ts';
import { addressOf } from './state.ts';
import { countOf } from './words.ts';

/** Opens the search box, with what was typed before it was there. */
export function openSearch(early: string): void {
  search ??= new Search();
  search.open(early);
}

let search: Search | undefined;

/** Rows of the box; the page of search has the others. */
const ROWS = 10;

class Search {
  readonly #box: Box = drawBox();
  readonly #client: SearchClient = searchClient();
  readonly #list = new Listbox(this.#box.field, 'search-list');
  readonly #hold = new Hold(this.#box.body);
  readonly #say = sayLater(this.#box.said);
  #query = '';
  #answer: Answer | null = null;
  #rows: readonly Result[] = [];
  /** A finger or button is down on the list: an answer waits until it is up. */
  #pressed = false;
  /** Enter was pressed before the answer to what stands in the field. */
  #entered: 'here' | 'tab' | null = null;

  constructor() {
    const { field, clear, body, dialog } = this.#box;
    body.append(this.#list.element, this.#box.hint);
    takeLines(field);
    keepRoom(dialog);
    field.addEventListener('input', () => this.#ask());
    field.addEventListener('keydown', (event) => this.#key(event));
    clear.addEventListener('click', () => this.#empty());
    dialog.addEventListener('close', () => this.#say(''));
    this.#list.element.addEventListener('click', (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
    });
    body.addEventListener('pointerdown', () => {
      this.#pressed = true;
    });
    for (const type of ['pointerup', 'pointercancel'])
      addEventListener(type, () => setTimeout(() => this.#release()));
  }

  open(early: string): void {
    const { dialog, field } = this.#box;
    this.#client.open();
    if (!dialog.open) dialog.showModal();
    if (early !== '') field.value = onOneLine(early);
    field.focus();
    if (early === '') field.select();
    if (early !== '' || this.#query === '') this.#ask();
  }

  #ask(): void {
    const { field, clear, all } = this.#box;
    const query = asked(field.value);
    clear.hidden = field.value === '';
    all.setAttribute('href', addressOf({ query, filters: {} }));
    if (query === this.#query && query !== '') return;
    this.#query = query;
    this.#entered = null;
    this.#list.forget();
    this.#hold.release();
    if (query === '') this.#start();
    else this.#find(query);
  }

  #find(query: string): void {
    this.#client.ask({ query, filters: {}, limit: ROWS }, (answer) => {
      if (query !== this.#query) return;
      this.#answer = answer;
      if (!this.#pressed) this.#show(answer);
    });
  }

  /** What is there before anything is typed. */
  #start(): void {
    const { note, hint, count, all } = this.#box;
    this.#answer = null;
    this.#rows = [];
    note.replaceChildren();
    hint.hidden = false;
    count.textContent = '';
    all.textContent = 'Search page';
    const here = location.pathname;
    const last = opened().filter(({ href }) => href !== here);
    const link = { kind: 'link' as const };
    this.#list.show(
      [
        { label: 'Start here', items: lists.map((one) => ({ ...link, ...one })) },
        { label: 'Opened in this tab', items: last.map((one) => ({ ...link, ...one })) },
      ],
      false,
    );
    this.#say('');
  }

  #show(answer: Answer): void {
    const { note, hint, count, all, body } = this.#box;
    this.#rows = settled(this.#rows, answer.results, this.#hold.isHeld);
    // An empty list of names says nothing while the text is still to come.
    if (this.#rows.length === 0 && !answer.complete) {
      count.textContent = 'Looking in the text…';
      return;
    }
    if (!this.#hold.isShown) body.scrollTop = 0;
    this.#hold.shown();
    hint.hidden = true;
    note.replaceChildren(...explained(answer));
    // Enter must not open a page that was only near.
    this.#list.show(this.#groups(answer), answer.total > 0);
    count.textContent = countOf(answer);
    all.textContent =
      answer.total > this.#rows.length
        ? `All ${answer.total} results`
        : 'Narrow by type, system, date';
    this.#say(countOf(answer));
    if (this.#entered) this.#enter(this.#entered);
  }

  #groups({ total, complete, nearest, missing }: Answer): Group[] {
    const results = this.#rows.map((result) => ({ kind: 'result' as const, result }));
    if (total > 0 || !complete) return [{ label: null, items: results }];
    const links = lists.map((one) => ({ kind: 'link' as const, ...one }));
    return [
      { label: 'Nearest pages', items: nearest.map((page) => ({ kind: 'page' as const, page })) },
      { label: missing.length > 1 ? 'Lists' : 'Or start from a list', items: links },
    ];
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.#hold.reach();
      this.#list.move(step);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.#enter(event.ctrlKey || event.metaKey ? 'tab' : 'here');
    } else if (event.key === 'Escape' && this.#box.field.value !== '') {
      event.preventDefault();
      this.#empty();
    }
  }

  #enter(where: 'here' | 'tab'): void {
    const isAnswered = this.#query === '' || this.#answer?.query === this.#query;
    const row = isAnswered ? this.#list.chosen : null;
    if (!row) {
      this.#entered = this.#answer?.complete && isAnswered ? null : where;
      return;
    }
    this.#entered = null;
    if (where === 'tab') window.open(row.href, '_blank', 'noopener');
    else row.click();
  }

  #empty(): void {
    this.#box.field.value = '';
    this.#ask();
    this.#box.field.focus();
  }

  #release(): void {
    if (!this.#pressed) return;
    this.#pressed = false;
    if (this.#answer && this.#box.dialog.open) this.#show(this.#answer);
  }
}
