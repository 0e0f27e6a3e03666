/** Filters and sorts the table inside it; without JavaScript the table is simply there. */
class IndexTable extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const body = this.querySelector('tbody');
    if (!form || !body) return;
    const rows = [...body.rows].map(rowOf);
    const headers = [...this.querySelectorAll<HTMLElement>('thead th')];
    const nothing = this.querySelector<HTMLElement>('.nothing');
    const sortBy = form.elements.namedItem('sort') as HTMLSelectElement;
    const update = () => {
      const shown = filter(form, rows);
      if (nothing) nothing.hidden = shown > 0;
      remember(form);
    };
    const resort = () => {
      sort(body, rows, headers, sortBy);
      update();
    };
    recall(form);
    unfold(form);
    for (const [index, header] of headers.entries()) {
      makeSortable(header, () => {
        const name = sortBy.options[index + 1]?.value ?? '';
        choose(sortBy, sortBy.value === name ? `-${name}` : name);
        resort();
      });
    }
    form.hidden = false;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', (event) => (event.target === sortBy ? resort() : update()));
    form.addEventListener('reset', () => setTimeout(resort));
    resort();
  }
}

interface Row {
  readonly element: HTMLTableRowElement;
  /** All words of the row, small. */
  readonly text: string;
  readonly place: number;
}

const rowOf = (element: HTMLTableRowElement, place: number): Row => ({
  element,
  text: (element.textContent ?? '').toLowerCase(),
  place,
});

/** Hides the rows that do not match, says how many are left, and returns that number. */
function filter(form: HTMLFormElement, rows: readonly Row[]): number {
  const words = (form.querySelector('input')?.value ?? '').toLowerCase().match(/\S+/g) ?? [];
  const choices = [...form.querySelectorAll<HTMLSelectElement>('select[data-column]')].filter(
    ({ value }) => value !== '',
  );
  let shown = 0;
  for (const { element, text } of rows) {
    const matches =
      words.every((word) => text.includes(word)) &&
      choices.every((select) => has(element.cells[Number(select.dataset['column'])], select.value));
    if (element.hidden === matches) element.hidden = !matches;
    if (matches) shown++;
  }
  const narrowed = words.length > 0 || choices.length > 0;
  const clear = form.querySelector<HTMLButtonElement>('button[type=reset]');
  if (clear) clear.hidden = !narrowed;
  const output = form.querySelector('output');
  if (output)
    output.textContent = narrowed ? `${shown} of ${rows.length} shown` : `${rows.length} in all`;
  return shown;
}

/** Whether a cell holds the chosen word, alone or as an item of its list. */
function has(cell: HTMLTableCellElement | undefined, chosen: string): boolean {
  const wanted = chosen.toLowerCase();
  const whole = (cell?.textContent ?? '').trim().toLowerCase();
  if (whole === wanted) return true;
  const items = [...(cell?.querySelectorAll('li, a') ?? [])];
  return (
    items.some((item) => item.textContent?.trim().toLowerCase() === wanted) ||
    whole.split(/\s*,\s*/).includes(wanted)
  );
}

/** The choices are folded on a phone only, and not where one of them is made already. */
function unfold(form: HTMLFormElement): void {
  const wide = matchMedia('(min-width: 50rem)');
  const details = form.querySelector('details');
  const follow = () => {
    const chosen = [...form.querySelectorAll('select')].some(({ value }) => value !== '');
    if (details) details.open = wide.matches || chosen;
  };
  wide.addEventListener('change', follow);
  follow();
}

function makeSortable(header: HTMLElement, onSort: () => void): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.append(...header.childNodes);
  button.addEventListener('click', onSort);
  header.append(button);
}

/** Chooses an order by its name, `-name` for the reverse, which only the headers offer. */
function choose(sortBy: HTMLSelectElement, value: string): void {
  sortBy.querySelector('[data-reverse]')?.remove();
  const plain = [...sortBy.options].find((one) => `-${one.value}` === value);
  if (value.startsWith('-') && plain) {
    const reverse = new Option(`${plain.text}, last first`, value);
    reverse.dataset['reverse'] = '';
    sortBy.add(reverse);
  }
  sortBy.value = value;
}

function sort(
  body: HTMLTableSectionElement,
  rows: readonly Row[],
  headers: readonly HTMLElement[],
  { value, options }: HTMLSelectElement,
): void {
  const descending = value.startsWith('-');
  const name = value.replace(/^-/, '');
  const column = name === '' ? -1 : [...options].findIndex((one) => one.value === name) - 1;
  for (const [index, header] of headers.entries()) {
    header.removeAttribute('aria-sort');
    if (index === column) header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
  }
  const keyed = rows.map((row) => ({ row, key: keyOf(row.element.cells[column]) }));
  keyed.sort((a, b) => {
    // What has no value stands last, whichever way the rest is sorted.
    if ((a.key === '') !== (b.key === '')) return a.key === '' ? 1 : -1;
    return collator.compare(a.key, b.key) * (descending ? -1 : 1) || a.row.place - b.row.place;
  });
  if (keyed.some(({ row }, index) => body.rows[index] !== row.element))
    body.append(...keyed.map(({ row }) => row.element));
}

function keyOf(cell: HTMLTableCellElement | undefined): string {
  if (!cell || cell.querySelector('.none')) return '';
  return cell.dataset['sort'] ?? (cell.querySelector('a') ?? cell).textContent?.trim() ?? '';
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Puts the state of the form into the address, so that what is seen can be linked. */
function remember(form: HTMLFormElement): void {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value !== '') query.set(name, String(value));
  const search = query.size > 0 ? `?${query}` : '';
  if (search !== location.search)
    history.replaceState(history.state, '', location.pathname + search + location.hash);
}

function recall(form: HTMLFormElement): void {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
    if (field instanceof HTMLSelectElement) {
      if (name === 'sort') choose(field, value);
      else field.value = value;
      if (field.selectedIndex < 0) field.value = '';
    }
  }
}

customElements.define('index-table', IndexTable);

export {};
