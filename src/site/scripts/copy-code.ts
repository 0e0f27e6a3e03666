import { doubtsOf, fill } from '../runbook/fill.ts';
import { placeholdersIn } from '../runbook/placeholders.ts';
import { typedIn } from '../runbook/session.ts';
import { announce } from './announce.ts';
import { toClipboard } from './clipboard.ts';
import { type Copied, copiedEvent, isSecret, values } from './runbook/shared.ts';

/** Puts a copy button on every code block; without JavaScript there is none. */
for (const figure of document.querySelectorAll<HTMLElement>('figure.code')) {
  const code = figure.querySelector('pre');
  if (!code) continue;
  // Kept now: what is filled in changes the text that is seen.
  const text = code.textContent ?? '';
  const where = figure.querySelector('figcaption')?.textContent ?? '';
  const language = code.dataset['language'] ?? '';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.setAttribute('aria-label', where ? `Copy the code: ${where}` : 'Copy the code');
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    const typed = typedIn(text, language);
    const { text: filled, open } = fill(typed.text, language, values);
    const copied = await toClipboard(filled);
    if (copied) tell({ text: typed.text, where: where.replace(/^Run on /, '') });
    else getSelection()?.selectAllChildren(code);
    button.textContent = copied ? 'Copied' : 'Failed';
    const doubts = doubtsOf(typed.text, language, values);
    announce(
      copied
        ? [said(typed.left, open), ...doubts].join(' ')
        : failed(isDotted(typed.text, language)),
    );
    setTimeout(() => {
      button.textContent = 'Copy';
    }, 2000);
  });
  figure.append(button);
}

function said(left: number, open: readonly string[]): string {
  const answers = left === 0 ? '' : ` ${left} ${left === 1 ? 'line' : 'lines'} of output left out.`;
  const missing =
    open.length === 0 ? '' : ` Still open: ${open.map((name) => `<${name}>`).join(', ')}.`;
  return `Copied.${answers}${missing}`;
}

/** Whether a value in a code is seen as dots, so that a selection holds the dots. */
const isDotted = (code: string, language: string): boolean =>
  placeholdersIn(code, language).some(({ name }) => values.has(name) && isSecret(name));

const failed = (dotted: boolean): string =>
  `Copying failed. The code is selected instead.${
    dotted ? ' A secret in it stands as dots: put it in by hand after you pasted.' : ''
  }`;

const tell = (detail: Copied): boolean =>
  document.dispatchEvent(new CustomEvent<Copied>(copiedEvent, { detail }));
