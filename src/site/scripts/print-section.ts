import { type Section, sectionsOf } from './sections.ts';

/** Prints the page, or the one section that is chosen; what is not chosen is marked while the printer reads. */
const form = document.querySelector<HTMLFormElement>('.print-choice');
const select = form?.querySelector('select');
const printed = document.querySelector<HTMLElement>('.printed');
const content = document.querySelector<HTMLElement>('.sl-markdown-content');
const sections = content ? sectionsOf(content) : [];

for (const [index, { title, level }] of sections.entries()) {
  select?.add(new Option(`${'\u00a0\u00a0'.repeat(level - 2)}${title}`, `${index}`));
}
// An address that names a section offers that one.
offerNamed();
addEventListener('hashchange', offerNamed);

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const section = sections[Number(select?.value || -1)];
  if (section) only(section);
  print();
});

addEventListener('beforeprint', () => {
  const address = printed?.querySelector<HTMLElement>('[data-printed-address]');
  if (address) address.textContent = location.origin + location.pathname + chosenHash();
});

addEventListener('afterprint', () => {
  document.documentElement.classList.remove('printing-section');
  for (const left of document.querySelectorAll('.unprinted')) left.classList.remove('unprinted');
  form?.before(...(printed ? [printed] : []));
});

function offerNamed(): void {
  const named = sections.findIndex(({ id }) => `#${encodeURI(id)}` === location.hash);
  if (select && named >= 0) select.value = `${named}`;
}

/** What a page says of itself before its text: a section is not to be read without it. */
const STANDING = '.notice, .verdict, .block-statement';

/** Marks everything of the text but one section, and puts what the sheet says of itself above it. */
function only({ parts }: Section): void {
  if (!content) return;
  document.documentElement.classList.add('printing-section');
  for (const child of content.children) if (!parts.includes(child as HTMLElement)) unprint(child);
  if (printed) content.prepend(printed);
}

/** Marks an element, or what in it does not say how the page stands. */
function unprint(element: Element): void {
  if (element.matches(STANDING)) return;
  if (element.matches('.form') && element.querySelector(STANDING))
    for (const block of element.children) unprint(block);
  else element.classList.add('unprinted');
}

const chosenHash = (): string => {
  if (!document.documentElement.classList.contains('printing-section')) return '';
  return `#${sections[Number(select?.value)]?.id ?? ''}`;
};
