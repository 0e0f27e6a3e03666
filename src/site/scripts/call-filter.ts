/** Hides the rows of the page that lack one of the words; without JavaScript all are there. */
const input = document.querySelector<HTMLInputElement>('.oncall .filter input');
const output = document.querySelector('.oncall .matches');
const lists = [...document.querySelectorAll<HTMLElement>('.call-list')];
const rows = lists.flatMap((list) =>
  [...list.querySelectorAll<HTMLElement>('li')].map((element) => ({
    element,
    text: plain(element.textContent ?? ''),
  })),
);

if (input) {
  input.disabled = false;
  input.addEventListener('input', filter);
  // A page that is shown again may come back with its words.
  addEventListener('pageshow', filter);
}

function filter(): void {
  const words = plain(input?.value ?? '').match(/\S+/g) ?? [];
  let matching = 0;
  for (const { element, text } of rows) {
    element.hidden = !words.every((word) => text.includes(word));
    if (!element.hidden) matching += 1;
  }
  for (const list of lists) list.hidden = list.querySelector('li:not([hidden])') === null;
  if (output) output.textContent = words.length === 0 ? '' : said(matching);
}

const said = (matching: number): string =>
  matching === 0
    ? 'Nothing on this page matches. Search the handbook, or go on with "Nothing here matches" below.'
    : `${matching} of ${rows.length}`;

/** Small letters without accents: `Nyström` is found by `nystrom`. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
