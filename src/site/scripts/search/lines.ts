/** How the end of a line is shown in a field of one line. */
const END = ' ↵ ';

/** A query is read up to here; no alert, log line or message is longer. */
export const LONGEST = 10_000;

/** What was pasted, on one line that still tells where its lines end. */
export const onOneLine = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replace(/(?:\r\n?|\n)+$/, '')
    .replace(/ *(?:\r\n?|\n) */g, END);

/** What a field of one line asks for, with its line ends. */
export const asked = (shown: string): string =>
  shown.slice(0, LONGEST).replaceAll(END, '\n').replaceAll('↵', '\n').trim();

/** Lets a field of one line take several: a browser would join them without a trace. */
export function takeLines(field: HTMLInputElement): void {
  field.addEventListener('paste', (event) => take(field, event, event.clipboardData));
  field.addEventListener('drop', (event) => {
    field.focus();
    take(field, event, event.dataTransfer);
  });
}

function take(field: HTMLInputElement, event: Event, data: DataTransfer | null): void {
  const text = data?.getData('text/plain') ?? '';
  if (!/[\r\n]/.test(text) && text.length <= LONGEST) return;
  event.preventDefault();
  const line = onOneLine(text);
  // The old command alone can be undone by the reader.
  if (document.execCommand('insertText', false, line)) return;
  field.setRangeText(line, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
