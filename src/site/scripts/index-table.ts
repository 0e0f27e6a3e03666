/** Filters and sorts the table inside it; without JavaScript the table is simply there. */
class IndexTable extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const body = this.querySelector('tbody');
    if (!form || !body) return;
    const rows = [...body.rows];
    form.hidden = false;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => filter(form, rows));
    for (const [index, header] of [...this.querySelectorAll('thead th')].entries()) {
      makeSortable(header, () => sort(body, rows, header, index));
    }
    filter(form, rows);
  }
}

function filter(form: HTMLFormElement, rows: readonly HTMLTableRowElement[]): void {
  const words = (form.querySelector('input')?.value ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const choices = [...form.querySelectorAll('select')].filter((select) => select.value !== '');
  let shown = 0;
  for (const row of rows) {
    const text = (row.textContent ?? '').toLowerCase();
    const matches =
      words.every((word) => text.includes(word)) &&
      choices.every((select) => wordsIn(row, Number(select.dataset['column'])).includes(select.value));
    row.hidden = !matches;
    if (matches) shown++;
  }
  const output = form.querySelector('output');
  if (output) output.textContent = shown === rows.length ? `${rows.length} in all` : `${shown} of ${rows.length}`;
}

/** The words of a cell; the title is the first cell of a row. */
function wordsIn(row: HTMLTableRowElement, column: number): string[] {
  return JSON.parse(row.cells[column + 1]?.dataset['words'] ?? '[]');
}

function makeSortable(header: Element, onSort: () => void): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.append(...header.childNodes);
  button.addEventListener('click', onSort);
  header.append(button);
}

function sort(body: HTMLTableSectionElement, rows: readonly HTMLTableRowElement[], header: Element, index: number): void {
  const descending = header.getAttribute('aria-sort') === 'ascending';
  for (const other of header.parentElement?.children ?? []) other.removeAttribute('aria-sort');
  header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
  const key = (row: HTMLTableRowElement) => row.cells[index]?.dataset['sort'] ?? row.cells[index]?.textContent?.trim() ?? '';
  const order = [...rows].sort((a, b) => collator.compare(key(a), key(b)) * (descending ? -1 : 1));
  body.append(...order);
}

const collator = new Intl.Collator('en', { numeric: true });

customElements.define('index-table', IndexTable);

export {};
