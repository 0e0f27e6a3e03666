/** Copies a text, that of an element where one shows it; false where the browser lets nobody. */
export async function copyText(text: string, shown?: HTMLElement): Promise<boolean> {
  const old = () => (shown ? copySelected(shown) : copyUnseen(text));
  try {
    // A handbook inside a hospital may be served without https, where there is no clipboard.
    if (!navigator.clipboard) return old();
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return old();
  }
}

/** The old way: selects the element and copies the selection; a failure leaves it selected. */
function copySelected(element: HTMLElement): boolean {
  getSelection()?.selectAllChildren(element);
  return document.execCommand('copy');
}

/** The old way for what stands nowhere on the page. */
function copyUnseen(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'sr-only';
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}

/** The one place of the page where a screen reader hears what a button did. */
export function announcer(): HTMLElement {
  const known = document.getElementById('copy-announcer');
  if (known) return known;
  const made = document.createElement('p');
  made.id = 'copy-announcer';
  made.className = 'sr-only';
  made.setAttribute('role', 'status');
  document.querySelector('main')?.append(made);
  return made;
}
