import { freshOf, type Visit, visitFrom } from './changes-seen.ts';

const KEY = 'handbook-changes';

interface Row {
  readonly key: string;
  readonly day: string;
  readonly element: HTMLElement;
}

/** Marks and narrows the list of changes inside it; without JavaScript the list is simply there. */
class HandbookChanges extends HTMLElement {
  connectedCallback(): void {
    const rows = [...this.querySelectorAll<HTMLElement>('li[data-key]')].map(rowOf);
    const last = lastVisit(rows, this.dataset['from'] ?? '');
    const form = this.querySelector('form');
    // Where nothing has changed yet there is nothing to narrow; the visit counts all the same.
    if (!form) return;
    const update = () => {
      show(this, form, rows, last);
      remember(form);
    };
    recall(form);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', update);
    form.addEventListener('reset', () => setTimeout(update));
    update();
  }
}

const rowOf = (element: HTMLElement): Row => ({
  key: element.dataset['key'] ?? '',
  day: element.closest<HTMLElement>('[data-day]')?.dataset['day'] ?? '',
  element,
});

/** The visit before this one: `first` where there was none, `unknown` where the browser keeps nothing. */
type Last = Visit | 'first' | 'unknown';

function lastVisit(rows: readonly Row[], from: string): Last {
  try {
    // A page that is loaded again, or come back to, belongs to the same visit.
    const before = sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY) ?? 'first';
    sessionStorage.setItem(KEY, before);
    const keys = rows.map(({ key }) => key);
    localStorage.setItem(KEY, JSON.stringify({ at: new Date().toISOString(), from, keys }));
    return visitFrom(before === 'first' ? null : before) ?? 'first';
  } catch {
    return 'unknown';
  }
}

function show(list: HTMLElement, form: HTMLFormElement, rows: readonly Row[], last: Last): void {
  const choice = new FormData(form);
  const [since, type, system] = ['since', 'type', 'system'].map((name) =>
    String(choice.get(name) ?? ''),
  );
  const fresh = freshOf(rows, since ?? '', typeof last === 'string' ? null : last);
  const only = choice.has('only');
  let shown = 0;
  let marked = 0;
  for (const row of rows) {
    const { dataset } = row.element;
    const fits =
      (!type || dataset['type'] === type) &&
      (!system || (dataset['systems'] ?? '').split(' ').includes(system));
    const isFresh = fresh.has(row);
    row.element.hidden = !fits || (only && !isFresh);
    mark(row.element, isFresh);
    if (!row.element.hidden) shown++;
    if (fits && isFresh) marked++;
  }
  const narrowed = Boolean(type || system || only);
  hideEmpty(list, narrowed);
  const nothing = list.querySelector<HTMLElement>('.nothing');
  if (nothing) nothing.hidden = shown > 0;
  const output = form.querySelector('output');
  if (output) output.textContent = wordsOf(marked, since ?? '', last);
}

function mark(element: HTMLElement, isFresh: boolean): void {
  const known = element.querySelector('.fresh');
  if (!isFresh) known?.remove();
  else if (!known) {
    const made = document.createElement('span');
    made.className = 'fresh';
    made.textContent = 'new to you';
    element.querySelector('.mark')?.append(made);
  }
}

/** Days, and folds in them, in which nothing is left; a fold is opened where somebody looks for something. */
function hideEmpty(list: HTMLElement, narrowed: boolean): void {
  for (const part of list.querySelectorAll<HTMLElement>('details, section')) {
    part.hidden = part.querySelector('li:not([hidden])') === null;
    if (part instanceof HTMLDetailsElement) part.open = narrowed && !part.hidden;
  }
}

function wordsOf(count: number, since: string, last: Last): string {
  const what = count === 0 ? 'Nothing is new' : count === 1 ? '1 change' : `${count} changes`;
  if (since !== '') return `${what} since ${dayOf(`${since}T12:00:00`)}.`;
  if (last === 'unknown')
    return 'This browser keeps nothing between visits. Choose a day to mark what came since.';
  if (last === 'first')
    return 'Your first visit to this list: from the next one on, what is new is marked.';
  return `${what} since you were last here, on ${dayOf(last.at)}.`;
}

const dayOf = (iso: string): string =>
  new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** Puts the choice into the address, so that it can be linked. */
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
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = true;
    else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
      field.value = value;
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = '';
  }
}

customElements.define('handbook-changes', HandbookChanges);
