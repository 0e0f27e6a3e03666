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
  /** The question whose rows are in the list. */
  #shown: string | null = null;
  #slow = 0;
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
    this.#wait();
    this.#client.ask({ query, filters: {}, limit: ROWS }, (answer) => {
      if (query !== this.#query) return;
      this.#answer = answer;
      this.#hold.whenIdle(() => this.#show(answer));
      if (this.#entered) this.#enter(this.#entered);
    });
  }

  /** Says that an answer is on its way; on a slow connection, where to go without it. */
  #wait(): void {
    const { note, hint, count } = this.#box;
    count.textContent = 'Searching…';
    this.#say('Searching…');
    if (!hint.hidden) {
      hint.hidden = true;
      note.replaceChildren('Searching…');
      this.#list.show([], false);
    }
    this.#slow ||= window.setTimeout(() => {
      this.#rows = [];
      this.#shown = null;
      const text = 'Still loading: the connection is slow. The lists are here:';
      note.replaceChildren(text);
      this.#say(text);
      const items = lists.map((one) => ({ kind: 'link' as const, ...one }));
      this.#list.show([{ label: 'Lists', items }], false);
    }, 3000);
  }

  #arrived(): void {
    clearTimeout(this.#slow);
    this.#slow = 0;
  }

  /** What is there before anything is typed. */
  #start(): void {
    const { note, hint, count, all } = this.#box;
    this.#arrived();
    this.#answer = null;
    this.#shown = '';
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
      count.textContent = 'Searching…';
      return;
    }
    this.#arrived();
    if (this.#shown !== answer.query) body.scrollTop = 0;
    this.#shown = answer.query;
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
    this.#hold.flush();
    // A row chosen by the arrows may be a list offered while the answer loads.
    const isAnswered = this.#shown === this.#query || this.#list.isMoved;
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
}
