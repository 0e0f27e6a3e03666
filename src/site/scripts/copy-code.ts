/** Puts a copy button on every code block; without JavaScript there is none. */
for (const figure of document.querySelectorAll<HTMLElement>('figure.code')) {
  const code = figure.querySelector('pre');
  if (!code) continue;
  const where = figure.querySelector('figcaption')?.textContent ?? '';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.setAttribute('aria-label', where ? `Copy the code: ${where}` : 'Copy the code');
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    const copied = await write(code);
    button.textContent = copied ? 'Copied' : 'Failed';
    announcer().textContent = copied ? 'Copied' : 'Copying failed. Select the code instead.';
    setTimeout(() => {
      button.textContent = 'Copy';
      announcer().textContent = '';
    }, 2000);
  });
  figure.append(button);
}

async function write(code: HTMLElement): Promise<boolean> {
  try {
    // A handbook inside a hospital may be served without https, where there is no clipboard.
    if (!navigator.clipboard) return copySelected(code);
    await navigator.clipboard.writeText(code.textContent ?? '');
    return true;
  } catch {
    return copySelected(code);
  }
}

/** The old way: selects the code and copies the selection; a failure leaves it selected. */
function copySelected(code: HTMLElement): boolean {
  getSelection()?.selectAllChildren(code);
  return document.execCommand('copy');
}

/** The one place of the page where a screen reader hears what a button did. */
function announcer(): HTMLElement {
  const known = document.getElementById('copy-announcer');
  if (known) return known;
  const made = document.createElement('p');
  made.id = 'copy-announcer';
  made.className = 'sr-only';
  made.setAttribute('role', 'status');
  document.querySelector('main')?.append(made);
  return made;
}

export {};
