import type { Collector, Holder } from './collector.ts';
import { type HtmlEvent, htmlEvents } from './html-events.ts';
import { isElement, wordAttributes } from './html-names.ts';

const holders: Readonly<Record<string, Holder>> = {
  a: 'link',
  'x-link': 'link',
  td: 'cell',
  th: 'cell',
  pre: 'code',
};

/** Gathers what a piece of HTML says; `line` is where it begins. */
export function gatherHtml(html: string, line: number | null, into: Collector): void {
  let counted = 0;
  let passed = 0;
  let previous: HtmlEvent | undefined;
  for (const event of htmlEvents(html)) {
    passed += countLines(html, counted, event.offset);
    counted = event.offset;
    const inPre = previous?.type === 'open' && previous.name === 'pre' && event.type === 'text';
    // HTML leaves out the line end that follows the tag.
    const said = inPre ? { ...event, value: event.value.replace(/^\r?\n/, '') } : event;
    gather(said, line === null ? null : line + passed, into);
    previous = event;
  }
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}

function gather(event: HtmlEvent, line: number | null, into: Collector): void {
  if (!('name' in event && isElement(event.name))) into.text(event.value, line);
  else if (event.type === 'open') gatherOpening(event.name, event.attributes, line, into);
  else if (holders[event.name]) into.close(holders[event.name] as Holder);
}

/** Gathers what the opening tag of an element says by its name and attributes. */
export function gatherOpening(
  name: string,
  attributes: Readonly<Record<string, string>>,
  line: number | null,
  into: Collector,
): void {
  const holder = holders[name];
  const address = attributes['href'] ?? attributes['to'] ?? '';
  if (holder && (holder !== 'link' || address !== '')) into.open(holder, address, line);
  if (name === 'img' || name === 'x-image') {
    into.image(attributes['src'] ?? attributes['to'] ?? '', attributes['alt'] ?? '', line);
  }
  if (name === 'br') into.text('\n', line);
  if (!name.startsWith('x-') && name !== 'abbr') return;
  for (const key of wordAttributes) if (attributes[key]) into.text(attributes[key], line);
}
