import { announcer, copyText } from './clipboard.ts';

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
    const copied = await copyText(code.textContent ?? '', code);
    button.textContent = copied ? 'Copied' : 'Failed';
    announcer().textContent = copied ? 'Copied' : 'Copying failed. Select the code instead.';
    setTimeout(() => {
      button.textContent = 'Copy';
      announcer().textContent = '';
    }, 2000);
  });
  figure.append(button);
}
