import { dangersOf, shownValue } from '../../runbook/fill.ts';
import { isSecret, values } from './shared.ts';

/** Puts what is typed into the form into every command of the page, marked; as text, never as HTML. */
export function fillIn(): void {
  const inputs = [...document.querySelectorAll<HTMLInputElement>('.fill-in input')];
  const clear = document.querySelector<HTMLButtonElement>('.clear-values');
  if (inputs.length === 0 || !clear) return;
  const places = placesOf(new Set(inputs.map(nameOf)));
  for (const input of inputs) {
    input.disabled = false;
    input.addEventListener('paste', (event) => warnOfLines(event, input));
    input.addEventListener('input', () => take(input, places));
  }
  clear.addEventListener('click', () => {
    for (const input of inputs) {
      input.value = '';
      take(input, places);
    }
    inputs[0]?.focus();
  });
  // Paper is found by others: it gets the placeholders.
  addEventListener('beforeprint', () => show(places, new Map()));
  addEventListener('afterprint', () => show(places, values));
  // What the browser kept of a page that it shows again is not what the reader sees.
  addEventListener('pageshow', () => {
    for (const input of inputs) take(input, places);
  });
}

type Places = ReadonlyMap<string, readonly HTMLElement[]>;

const nameOf = (input: HTMLInputElement): string => input.dataset['variable'] ?? '';

function take(input: HTMLInputElement, places: Places): void {
  const name = nameOf(input);
  const value = input.value.trim();
  if (value === '') values.delete(name);
  else values.set(name, value);
  show(new Map([[name, places.get(name) ?? []]]), values);
  warn(input, dangersOf(value));
  const clear = document.querySelector<HTMLButtonElement>('.clear-values');
  if (clear) clear.disabled = values.size === 0;
}

function show(places: Places, shown: ReadonlyMap<string, string>): void {
  for (const [name, elements] of places) {
    const value = shown.get(name) ?? '';
    for (const element of elements) {
      element.textContent = value === '' ? `<${name}>` : shownValue(value, isSecret(name));
      element.classList.toggle('filled', value !== '');
    }
  }
}

function warn(input: HTMLInputElement, dangers: readonly string[]): void {
  const place = input.parentElement?.querySelector<HTMLElement>('.danger');
  if (!place) return;
  const text =
    dangers.length === 0
      ? ''
      : `Look again before you paste a command with this value: it holds ${dangers.join('; ')}.`;
  if (place.textContent !== text) place.textContent = text;
}

/** A field of one line drops line ends without a word, which would join two values. */
function warnOfLines(event: ClipboardEvent, input: HTMLInputElement): void {
  const pasted = event.clipboardData?.getData('text') ?? '';
  if (!/[\n\r]./.test(pasted)) return;
  event.preventDefault();
  warn(input, ['a line end, so it was not taken (paste one line)']);
}

/** Where each name stands: in the blocks as the server marked it, and within the words. */
function placesOf(names: ReadonlySet<string>): Places {
  const places = new Map([...names].map((name): [string, HTMLElement[]] => [name, []]));
  const add = (element: HTMLElement, name: string) => {
    element.translate = false;
    places.get(name)?.push(element);
  };
  for (const element of document.querySelectorAll<HTMLElement>('main pre .t-placeholder'))
    add(element, (element.textContent ?? '').slice(1, -1));
  for (const code of document.querySelectorAll('main code:not(pre *, .fill-in *)'))
    for (const name of names) markIn(code, name, add);
  return places;
}

/** Marks a name in the words of an inline code. */
function markIn(code: Element, name: string, add: (element: HTMLElement, name: string) => void) {
  for (const node of [...code.childNodes]) {
    let rest = node instanceof Text ? node : null;
    for (let at = rest?.data.indexOf(`<${name}>`) ?? -1; rest && at >= 0; ) {
      const place = rest.splitText(at);
      rest = place.splitText(name.length + 2);
      const mark = document.createElement('span');
      mark.className = 't-placeholder';
      place.replaceWith(mark);
      mark.append(place);
      add(mark, name);
      at = rest.data.indexOf(`<${name}>`);
    }
  }
}
