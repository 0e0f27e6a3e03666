import type { Page, Result } from '../../../domain/search/model.ts';
import { make } from './make.ts';
import { hrefOf, kindLine, partsOf } from './result-parts.ts';
import { shown } from './words.ts';

/** Results as a list of a page, each under a heading of its own. */
export class ResultList {
  readonly element = make('ol', { class: 'found', role: 'list' });
  readonly #rows = new Map<string, HTMLLIElement>();

  /** Shows results; the row of a page that stays is filled again, not replaced. */
  show(results: readonly Result[], nearest: readonly Page[]): void {
    const rows = [
      ...results.map((result) => this.#row(result.page, hrefOf(result), partsOf(result))),
      ...nearest.map((page) => this.#row(page, page.address, [kindLine(page)])),
    ];
    // A row that stays in its place is not moved: it may have the focus.
    for (const [index, row] of rows.entries()) {
      const there = this.element.children[index] ?? null;
      if (there !== row) this.element.insertBefore(row, there);
    }
    while (this.element.childElementCount > rows.length) this.element.lastElementChild?.remove();
    const addresses = new Set(
      [...results.map(({ page }) => page), ...nearest].map((page) => page.address),
    );
    for (const address of this.#rows.keys())
      if (!addresses.has(address)) this.#rows.delete(address);
  }

  #row({ address, title }: Page, href: string, parts: readonly Node[]): HTMLLIElement {
    const row = this.#rows.get(address) ?? make('li', {}, make('h3', {}, make('a', {})));
    this.#rows.set(address, row);
    const link = row.querySelector('a');
    if (link && link.getAttribute('href') !== href) link.setAttribute('href', href);
    const text = shown(title, 160);
    if (link && link.textContent !== text) link.textContent = text;
    while (row.childElementCount > 1) row.lastElementChild?.remove();
    row.append(...parts);
    return row;
  }
}
