/** One part of a text: its heading and what belongs to it. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** 2 or 3. */
  readonly level: number;
  /** Elements that stand directly in the text. */
  readonly parts: readonly HTMLElement[];
}

/** The sections of a text in their order; those of the third level are also part of the one above them. */
export function sectionsOf(content: HTMLElement): readonly Section[] {
  const children = [...content.children].filter((child) => child instanceof HTMLElement);
  return children.flatMap((child, at) => {
    const heading = headingOf(child);
    if (!heading) return [];
    const level = levelOf(heading);
    const after = children.slice(at + 1);
    const end = child.matches('section') ? 0 : after.findIndex((next) => ends(next, level));
    return [
      {
        id: heading.id,
        title: heading.textContent.trim(),
        level,
        parts: [child, ...(end < 0 ? after : after.slice(0, end))],
      },
    ];
  });
}

/** The heading that an element of the text is, or that a section begins with. */
function headingOf(child: HTMLElement): HTMLElement | null {
  const found = child.matches('h2, h3')
    ? child
    : child.matches('section, .heading')
      ? child.querySelector<HTMLElement>('h2, h3')
      : null;
  return found?.id ? found : null;
}

const levelOf = ({ tagName }: HTMLElement): number => Number(tagName.slice(1));

function ends(next: HTMLElement, level: number): boolean {
  if (next.matches('section')) return true;
  const heading = headingOf(next);
  return heading !== null && levelOf(heading) <= level;
}
