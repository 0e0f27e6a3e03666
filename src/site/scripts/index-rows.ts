/** A row of an index table with all its words, small. */
export interface Row {
  readonly element: HTMLTableRowElement;
  readonly text: string;
  readonly place: number;
}

export const rowOf = (element: HTMLTableRowElement, place: number): Row => ({
  element,
  text: (element.textContent ?? '').toLowerCase(),
  place,
});

/** What the rows are narrowed to. */
export interface Choice {
  readonly words: readonly string[];
  /** The chosen word of a column, by the column's number. */
  readonly columns: ReadonlyMap<number, string>;
}

/** Shows the first `most` rows that match, hides the others, and returns how many match. */
export function showMatching(rows: readonly Row[], choice: Choice, most: number): number {
  let matching = 0;
  for (const row of rows) {
    const hidden = !matches(row, choice) || ++matching > most;
    if (row.element.hidden !== hidden) row.element.hidden = hidden;
  }
  return matching;
}

const matches = ({ element, text }: Row, { words, columns }: Choice): boolean =>
  words.every((word) => text.includes(word)) &&
  [...columns].every(([column, word]) => has(element.cells[column], word.toLowerCase()));

/** Whether a cell holds a word, alone or as an item of its list. */
function has(cell: HTMLTableCellElement | undefined, word: string): boolean {
  const whole = textOf(cell);
  if (whole === word || whole.split(/\s*,\s*/).includes(word)) return true;
  return [...(cell?.querySelectorAll('li, a') ?? [])].some((item) => textOf(item) === word);
}

const textOf = (element: Element | undefined): string =>
  (element?.textContent ?? '').trim().toLowerCase();

/** The rows by the values of a column, those without a value last; by their first places without one. */
export function sorted(rows: readonly Row[], column: number, descending: boolean): Row[] {
  const sign = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: keyOf(row.element.cells[column]) }))
    .sort((a, b) => {
      if ((a.key === '') !== (b.key === '')) return a.key === '' ? 1 : -1;
      return collator.compare(a.key, b.key) * sign || a.row.place - b.row.place;
    })
    .map(({ row }) => row);
}

function keyOf(cell: HTMLTableCellElement | undefined): string {
  if (!cell || cell.querySelector('.none')) return '';
  return cell.dataset['sort'] ?? textOf(cell.querySelector('a') ?? cell);
}

const collator = new Intl.Collator('en', { numeric: true });
