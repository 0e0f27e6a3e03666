/** Says what a button did, where everybody sees it and a screen reader hears it; an empty text takes it away. */
export function announce(text: string): void {
  const place = announcer();
  place.textContent = text;
  clearTimeout(leaving);
  if (text !== '') leaving = setTimeout(() => announce(''), SHOWN);
}

/** Long enough for two sentences. */
const SHOWN = 6000;

let leaving: ReturnType<typeof setTimeout> | undefined;

function announcer(): HTMLElement {
  const known = document.getElementById('copy-announcer');
  if (known) return known;
  const made = document.createElement('p');
  made.id = 'copy-announcer';
  made.className = 'toast';
  made.setAttribute('role', 'status');
  document.querySelector('main')?.append(made);
  return made;
}
