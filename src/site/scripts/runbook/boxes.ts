/** Something that is ticked on the page: a step, a branch, or a row of a table that was followed. */
export interface Box {
  /** The same after a reload of the same text. */
  readonly key: string;
  readonly kind: 'step' | 'branch';
  readonly what: string;
  readonly where: string;
  /** Where the time is shown. */
  readonly label: HTMLElement;
  /** Null for a row, whose link is its box. */
  readonly input: HTMLInputElement | null;
  /** Of a row: says when it was taken, and takes it back. */
  readonly undo: HTMLButtonElement | null;
  onTick(act: (ticked: boolean) => void): void;
}

/** All boxes of the page in its order; words are read before anything is filled in. */
export function boxesOf(): Box[] {
  const found = document.querySelectorAll<HTMLElement>(
    'main :is(h2, h3, h4)[id], main input[data-tick], main .sl-markdown-content td:last-child a',
  );
  const headings: string[] = [];
  const boxes: Box[] = [];
  for (const element of found) {
    const level = Number(/^H(\d)$/.exec(element.tagName)?.[1] ?? 0);
    if (level > 0) headings.splice(level - 2, headings.length, element.textContent ?? '');
    const where = headings.filter((heading) => heading !== undefined).join(', ');
    if (element instanceof HTMLInputElement) boxes.push(boxOf(element, boxes.length, where));
    else if (level === 0) boxes.push(...rowOf(element, boxes.length, where));
  }
  return boxes;
}

function boxOf(input: HTMLInputElement, index: number, where: string): Box {
  const isStep = input.dataset['tick'] === 'step';
  return {
    key: (isStep && input.closest('li')?.id) || String(index),
    kind: isStep ? 'step' : 'branch',
    what: input.ariaLabel ?? '',
    where,
    label: input.parentElement ?? input,
    input,
    undo: null,
    onTick: (act) => {
      input.addEventListener('change', () => act(input.checked));
      if (isStep) return;
      // Whoever follows the link of a branch has chosen it.
      input.closest('.branch')?.addEventListener('click', (event) => {
        if (event.target instanceof HTMLAnchorElement && !input.checked) act(true);
      });
    },
  };
}

/** A last cell with links, in a table of the text, which leads on from what is seen in the first; several are one box. */
function rowOf(link: HTMLElement, index: number, where: string): Box[] {
  const row = link.closest('tr');
  const [seen] = row?.cells ?? [];
  const cell = link.closest('td');
  if (!row || !seen || !cell || seen === cell || cell.querySelector('.taken')) return [];
  const undo = document.createElement('button');
  const what = `${words(seen)}: ${words(cell)}`;
  Object.assign(undo, { type: 'button', className: 'taken', hidden: true });
  undo.ariaDescription = 'Takes it back';
  cell.append(undo);
  return [
    {
      ...{ key: String(index), kind: 'branch', what, where, label: cell, input: null, undo },
      onTick: (act) => {
        cell.addEventListener('click', ({ target }) => {
          if (target instanceof Element && target.closest('a')) act(true);
        });
        undo.addEventListener('click', () => {
          act(false);
          link.focus();
        });
      },
    },
  ];
}

const words = (element: Element): string =>
  (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
