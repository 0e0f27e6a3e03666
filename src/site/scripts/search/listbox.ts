import type { Page, Result } from '../../../domain/search/model.ts';
import { make } from './make.ts';
import { hrefOf, kindLine, partsOf } from './result-parts.ts';
import { shown } from './words.ts';

/** What can be chosen in the list of the search box: something found, a page that comes near, or a plain link. */
export type Item =
  | { readonly kind: 'result'; readonly result: Result }
  | { readonly kind: 'page'; readonly page: Page }
  | {
      readonly kind: 'link';
      readonly href: string;
      readonly title: string;
      readonly note?: string;
    };

export interface Group {
  readonly label: string | null;
  readonly items: readonly Item[];
}

/** A list of links of which one is chosen; the focus stays in the field that it belongs to. */
export class Listbox {
  readonly element: HTMLElement;
  readonly #field: HTMLInputElement;
  /** Rows by their page, so that a later answer fills a row that may be under a finger and does not replace it. */
  #rows = new Map<string, HTMLAnchorElement>();
  #chosen: string | null = null;
  /** The reader chose; else the first row is chosen. */
  #moved = false;
  #numbered = 0;

  constructor(field: HTMLInputElement, id: string) {
    this.#field = field;
    this.element = make('div', { role: 'listbox', id, 'aria-label': 'Pages' });
    field.setAttribute('aria-controls', id);
  }

  get chosen(): HTMLAnchorElement | null {
    return this.#chosen === null ? null : (this.#rows.get(this.#chosen) ?? null);
  }

  get isMoved(): boolean {
    return this.#moved && this.chosen !== null;
  }

  /** Shows groups of items; the page that the reader chose stays chosen while it is among them, else the first is, if any may be. */
  show(groups: readonly Group[], chooseFirst: boolean): void {
    const old = this.#rows;
    this.#rows = new Map();
    const filled = groups.filter(({ items }) => items.length > 0);
    this.element.replaceChildren(...filled.map((group) => this.#group(group, old)));
    this.#field.setAttribute('aria-expanded', String(this.#rows.size > 0));
    const [first] = this.#rows.keys();
    const stays = this.#moved && this.#chosen !== null && this.#rows.has(this.#chosen);
    this.#choose(stays ? this.#chosen : chooseFirst ? (first ?? null) : null);
  }

  /** Chooses another row, round and round. */
  move(step: number): void {
    const keys = [...this.#rows.keys()];
    const at = this.#chosen === null ? -1 : keys.indexOf(this.#chosen);
    const next =
      at < 0 ? (step > 0 ? 0 : keys.length - 1) : (at + step + keys.length) % keys.length;
    this.#moved = true;
    this.#choose(keys[next] ?? null);
    this.chosen?.scrollIntoView({ block: 'nearest' });
  }

  /** Forgets what was chosen: the next list begins at its first row. */
  forget(): void {
    this.#chosen = null;
    this.#moved = false;
  }

  #choose(key: string | null): void {
    this.#chosen = key;
    for (const [one, row] of this.#rows) row.setAttribute('aria-selected', String(one === key));
    const row = this.chosen;
    if (row) this.#field.setAttribute('aria-activedescendant', row.id);
    else this.#field.removeAttribute('aria-activedescendant');
  }

  #group({ label, items }: Group, old: ReadonlyMap<string, HTMLAnchorElement>): HTMLElement {
    const rows = items.map((item) => this.#row(item, old));
    if (label === null) return make('div', { role: 'none' }, ...rows);
    const heading = make('div', { class: 'search-group', 'aria-hidden': 'true' }, label);
    return make('div', { role: 'group', 'aria-label': label }, heading, ...rows);
  }

  #row(item: Item, old: ReadonlyMap<string, HTMLAnchorElement>): HTMLAnchorElement {
    const key = keyOf(item);
    const known = old.get(key);
    const id = `${this.element.id}-${this.#numbered++}`;
    const row =
      known ?? make('a', { role: 'option', id, tabindex: '-1', 'aria-selected': 'false' });
    row.setAttribute('href', item.kind === 'result' ? hrefOf(item.result) : key);
    row.replaceChildren(...contentOf(item));
    this.#rows.set(key, row);
    return row;
  }
}

const keyOf = (item: Item): string => {
  if (item.kind === 'link') return item.href;
  return item.kind === 'page' ? item.page.address : item.result.page.address;
};

function contentOf(item: Item): Node[] {
  const title = (text: string) => make('span', { class: 'found-title' }, shown(text, 160));
  if (item.kind === 'link') {
    const note = item.note ? [make('span', { class: 'found-excerpt' }, item.note)] : [];
    return [title(item.title), ...note];
  }
  if (item.kind === 'page') return [title(item.page.title), kindLine(item.page)];
  return [title(item.result.page.title), ...partsOf(item.result)];
}
