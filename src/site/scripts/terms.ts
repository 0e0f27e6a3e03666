/**
 * Shows what a word of the glossary means where the pointer or the focus is on it; a first tap shows it
 * too. Without this script the word is a link, and its meaning its description.
 */
type Way = 'pointer' | 'focus' | 'touch';

/** Long enough to pass over a word, and to reach the card from it. */
const PAUSE = 180;

const GAP = 6;
const EDGE = 8;

const card = document.createElement('span');
card.className = 'term-card';
let shown: { readonly link: HTMLAnchorElement; readonly way: Way } | null = null;
let waiting: ReturnType<typeof setTimeout> | undefined;
/** The last thing that touched the page was a finger; it has no pointer to point with. */
let touched = false;

if (document.querySelector('a.term') && 'popover' in card) {
  card.popover = 'manual';
  followPointer();
  followFocus();
  followFinger();
  // The word moves away from its card in a table that is scrolled sideways, and when lines break anew.
  document.addEventListener('scroll', ({ target }) => target !== document && hide(), true);
  addEventListener('resize', hide);
}

function followPointer(): void {
  document.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType === 'touch') return;
    const link = termAt(target);
    if (link) later(() => show(link, 'pointer'));
    else if (shown === null || card.contains(target as Node)) clearTimeout(waiting);
    else if (shown.way === 'pointer') later(hide);
  });
}

function followFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    const link = termAt(target);
    if (link?.matches(':focus-visible') && !touched) show(link, 'focus');
    else if (shown?.way === 'focus') hide();
  });
  document.addEventListener('focusout', ({ target }) => {
    if (shown?.way === 'focus' && target === shown.link) hide();
  });
  document.addEventListener('keydown', ({ key }) => {
    touched = false;
    if (key === 'Escape') hide();
  });
}

function followFinger(): void {
  document.addEventListener('pointerdown', ({ target, pointerType }) => {
    touched = pointerType === 'touch';
    if (shown && !card.contains(target as Node) && termAt(target) !== shown.link) hide();
  });
  document.addEventListener('click', (event) => {
    const link = termAt(event.target);
    if (!touched || !link) return;
    // The second tap follows the link like any other.
    if (shown?.link === link && shown.way === 'touch') return;
    event.preventDefault();
    hide();
    show(link, 'touch');
  });
}

function show(link: HTMLAnchorElement, way: Way): void {
  clearTimeout(waiting);
  const words = shown?.link === link ? null : meaningOf(link);
  if (words === null) return;
  hide();
  card.replaceChildren(...words, ...(way === 'touch' ? [more(link)] : []));
  // Beside its word, so that it is read next; a popover moves nothing around it.
  link.after(card);
  card.showPopover();
  place(link);
  shown = { link, way };
}

function hide(): void {
  clearTimeout(waiting);
  shown = null;
  card.remove();
}

function later(act: () => void): void {
  clearTimeout(waiting);
  waiting = setTimeout(act, PAUSE);
}

const termAt = (target: EventTarget | null): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a.term') : null;

/** Copies of what the page says once of a term. */
function meaningOf(link: HTMLAnchorElement): Node[] | null {
  const meaning = document.getElementById(link.getAttribute('aria-describedby') ?? '');
  return meaning && [...meaning.childNodes].map((node) => node.cloneNode(true));
}

function more({ href, textContent }: HTMLAnchorElement): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.className = 'more';
  link.textContent = `More about ${textContent}`;
  return link;
}

/** Below the word, above it where there is more room; never beyond the edges of the window. */
function place(link: HTMLElement): void {
  // Of a word that is broken over two lines, the first part.
  const word = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth, offsetHeight } = card;
  const below = word.bottom + GAP + offsetHeight <= clientHeight - EDGE;
  const above = word.top - GAP - offsetHeight >= EDGE;
  const top = below || !above ? word.bottom + GAP : word.top - GAP - offsetHeight;
  const left = Math.max(EDGE, Math.min(word.left, clientWidth - EDGE - offsetWidth));
  card.style.top = `${top + scrollY}px`;
  card.style.left = `${left + scrollX}px`;
}

export {};
