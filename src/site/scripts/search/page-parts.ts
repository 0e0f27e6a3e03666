/** The parts of the page of search that its script fills. */
export const partsOfPage = (root: HTMLElement) => ({
  root,
  form: one<HTMLFormElement>(root, 'form'),
  field: one<HTMLInputElement>(root, 'form input'),
  narrow: one(root, '.search-narrow'),
  fold: one<HTMLDetailsElement>(root, '.search-narrow details'),
  facets: one(root, '.search-facets'),
  results: one(root, '.search-results'),
  count: one(root, '.search-count'),
  chosen: one(root, '.search-chosen'),
  note: one(root, '.search-note'),
  copy: one<HTMLButtonElement>(root, '.search-copy'),
  more: one<HTMLButtonElement>(root, '.search-more'),
  said: one(root, '[role=status]'),
});

function one<Found extends HTMLElement = HTMLElement>(root: HTMLElement, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (!found) throw new Error(`The page of search has no ${selector}.`);
  return found;
}
