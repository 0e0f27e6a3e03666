import { type Choice, type Row, rowOf, showMatching, sorted } from './index-rows.ts';

/** Rows shown until somebody asks for all: the browser lays out no more than are read. */
const MOST = 200;

/** Filters and sorts the table inside it; without JavaScript the table is simply there. */
class IndexTable extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const body = this.querySelector('tbody');
    const sortBy = form?.querySelector<HTMLSelectElement>('select[name=sort]');
    if (!form || !body || !sortBy) return;
    let rows = [...body.rows].map(rowOf);
    let most = MOST;
    const headers = [...this.querySelectorAll<HTMLElement>('thead th')];
    const more = this.querySelector<HTMLButtonElement>('.more');
    const update = () => {
      const choice = choiceOf(form);
      const matching = showMatching(rows, choice, most);
      say(this, form, { matching, of: rows.length, most, narrowed: isNarrowed(choice) });
      remember(form);
    };
    const resort = () => {
      rows = sort(rows, headers, sortBy);
      body.append(...rows.map(({ element }) => element));
      update();
    };
    recall(form, sortBy);
    unfold(form);
    for (const [index, header] of headers.entries()) {
      makeSortable(header, () => {
        const name = sortBy.options[index + 1]?.value ?? '';
        chooseOrder(sortBy, sortBy.value === name ? `-${name}` : name);
        resort();
      });
    }
    form.hidden = false;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', (event) => (event.target === sortBy ? resort() : update()));
    form.addEventListener('reset', () => setTimeout(resort));
    more?.addEventListener('click', () => {
      most = Number.POSITIVE_INFINITY;
      update();
    });
    if (sortBy.value === '') update();
    else resort();
  }
}

function choiceOf(form: HTMLFormElement): Choice {
  const words = (form.querySelector('input')?.value ?? '').toLowerCase().match(/\S+/g) ?? [];
  const selects = [...form.querySelectorAll<HTMLSelectElement>('select[data-column]')];
  const chosen = selects.filter(({ value }) => value !== '');
  return {
    words,
    columns: new Map(chosen.map(({ dataset, value }) => [Number(dataset['column']), value])),
  };
}

const isNarrowed = ({ words, columns }: Choice): boolean => words.length > 0 || columns.size > 0;

interface State {
  readonly matching: number;
  readonly of: number;
  readonly most: number;
  readonly narrowed: boolean;
}

/** Says how many rows there are, and offers what can be done about it. */
function say(table: HTMLElement, form: HTMLFormElement, state: State): void {
  const { matching, of, most, narrowed } = state;
  const cut = matching > most;
  const output = form.querySelector('output');
  const count = narrowed ? `${matching} of ${of}` : `${of} in all`;
  if (output) output.textContent = cut ? `${count}, the first ${most} shown` : count;
  const clear = form.querySelector<HTMLButtonElement>('button[type=reset]');
  if (clear) clear.hidden = !narrowed;
  const nothing = table.querySelector<HTMLElement>('.nothing');
  if (nothing) nothing.hidden = matching > 0;
  const more = table.querySelector<HTMLButtonElement>('.more');
  if (more) {
    more.hidden = !cut;
    more.textContent = `Show all ${matching}`;
  }
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
function chooseOrder(sortBy: HTMLSelectElement, value: string): void {
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
  rows: readonly Row[],
  headers: readonly HTMLElement[],
  { value, options }: HTMLSelectElement,
): Row[] {
  const descending = value.startsWith('-');
  const name = value.replace(/^-/, '');
  const column = name === '' ? -1 : [...options].findIndex((one) => one.value === name) - 1;
  for (const [index, header] of headers.entries()) {
    header.removeAttribute('aria-sort');
    if (index === column) header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
  }
  return sorted(rows, column, descending);
}

/** Puts the state of the form into the address, so that what is seen can be linked. */
function remember(form: HTMLFormElement): void {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value !== '') query.set(name, String(value));
  const search = query.size > 0 ? `?${query}` : '';
  if (search !== location.search)
    history.replaceState(history.state, '', location.pathname + search + location.hash);
}

function recall(form: HTMLFormElement, sortBy: HTMLSelectElement): void {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field === sortBy) chooseOrder(sortBy, value);
    else if (field instanceof HTMLInputElement) field.value = value;
    else if (field instanceof HTMLSelectElement) field.value = value;
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = '';
  }
}

customElements.define('index-table', IndexTable);
