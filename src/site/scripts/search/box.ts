import { make } from './make.ts';

/** The parts of the search box that change. */
export interface Box {
  readonly dialog: HTMLDialogElement;
  readonly field: HTMLInputElement;
  readonly clear: HTMLButtonElement;
  /** Scrolls: what is said, then the list. */
  readonly body: HTMLElement;
  readonly note: HTMLElement;
  readonly hint: HTMLElement;
  readonly count: HTMLElement;
  readonly all: HTMLAnchorElement;
  /** What is read aloud. */
  readonly said: HTMLElement;
}

/** Draws the empty search box. */
export function drawBox(): Box {
  const field = make('input', {
    type: 'text',
    role: 'combobox',
    'aria-label': 'Search the handbook',
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    'aria-expanded': 'false',
    placeholder: 'Alert, error, log line or words',
    inputmode: 'search',
    enterkeyhint: 'go',
    autocomplete: 'off',
    autocapitalize: 'off',
    autocorrect: 'off',
    spellcheck: 'false',
  });
  const clear = make('button', { type: 'button', class: 'search-clear', hidden: '' }, 'Clear');
  const close = make('button', { type: 'button', class: 'search-close' }, 'Close');
  const note = make('div', { class: 'search-note' });
  const hint = make('div', { class: 'search-hint' }, ...hints());
  const body = make('div', { class: 'search-body' }, note);
  const count = make('span', { class: 'search-count', 'aria-hidden': 'true' });
  const all = make('a', { class: 'search-all', href: '/search/' }, 'Search page');
  const said = make('p', { class: 'sr-only', role: 'status' });
  const dialog = make(
    'dialog',
    { class: 'search', 'aria-label': 'Search' },
    make('div', { class: 'search-line' }, field, clear, close),
    body,
    make('div', { class: 'search-foot' }, count, keysHelp(), all),
    said,
  );
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  document.body.append(dialog);
  return { dialog, field, clear, body, note, hint, count, all, said };
}

/** What can be put into the field, by example of its sort. */
const hints = (): Node[] => [
  make('p', {}, 'Type a word, or paste what you have in front of you:'),
  make(
    'ul',
    { role: 'list' },
    make('li', {}, 'the name of an alert'),
    make('li', {}, 'an error, a code or a path'),
    make('li', {}, 'lines of a log'),
    make('li', {}, 'an HL7 message'),
  ),
  make('p', {}, 'A pasted log or message is searched in this browser and sent nowhere.'),
];

const keysHelp = (): HTMLElement =>
  make(
    'span',
    { class: 'search-keys', 'aria-hidden': 'true' },
    ...[
      ['↑ ↓', 'choose'],
      ['Enter', 'open'],
      ['Esc', 'leave'],
    ].flatMap(([key = '', what = '']) => [make('kbd', {}, key), ` ${what} `]),
  );
