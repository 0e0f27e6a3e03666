/** Buttons that open the search of the header; with `data-guess` it begins with the words of the address. */
for (const door of document.querySelectorAll<HTMLButtonElement>('.search-door')) {
  door.hidden = false;
  door.addEventListener('click', (event) => {
    event.stopPropagation();
    document.querySelector<HTMLButtonElement>('button[data-open-modal]')?.click();
    if ('guess' in door.dataset) guess();
  });
}

function guess(): void {
  const input = document.querySelector<HTMLInputElement>('.pagefind-ui__search-input');
  if (input?.value !== '') return;
  const last = location.pathname.split('/').filter(Boolean).at(-1) ?? '';
  input.value = last
    .replace(/\.html?$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

export {};
