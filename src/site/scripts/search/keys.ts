import { remember } from './opened.ts';

// The one part of search that every page loads; the box and all behind it come when it is opened.

const opensSearch = (event: KeyboardEvent): boolean => {
  if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))
    return !event.altKey && !event.shiftKey;
  const target = event.target as HTMLElement;
  const isTyping = target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  return event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping;
};

let isComing = false;

/** Opens the search box; on a page with a search field of its own, goes there. */
async function open(): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('.search-page input');
  if (field) {
    field.focus();
    field.select();
    return;
  }
  if (isComing) return;
  isComing = true;
  let early = '';
  const keep = (event: KeyboardEvent) => {
    if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    early += event.key;
    event.preventDefault();
  };
  addEventListener('keydown', keep, true);
  try {
    const { openSearch } = await import('./dialog.ts');
    openSearch(early);
  } catch {
    // The page of search can still be there where a part of the box is not.
    location.assign('/search/');
  } finally {
    removeEventListener('keydown', keep, true);
    isComing = false;
  }
}

addEventListener('keydown', (event) => {
  if (!opensSearch(event) || event.repeat) return;
  event.preventDefault();
  open();
});

for (const button of document.querySelectorAll<HTMLElement>('[data-opens-search]')) {
  button.hidden = false;
  button.addEventListener('click', () => open());
  if (/Mac|iP(?:hone|ad)/.test(navigator.platform) && button.ariaKeyShortcuts)
    button.ariaKeyShortcuts = 'Meta+K /';
}

const title = document.querySelector('h1')?.textContent?.trim();
if (title && document.querySelector('.badges .type')) remember({ href: location.pathname, title });
