import { nearestTo } from './nearest.ts';

/** Says so where a link leads to a section that the page does not have, and names those most like it. */
function look(): void {
  document.querySelector('.lost-section')?.remove();
  const wanted = fragment();
  if (wanted === '' || wanted.startsWith(':~:') || document.getElementById(wanted)) return;
  const main = document.querySelector('.sl-markdown-content');
  const places = [...(main?.querySelectorAll<HTMLElement>(':is(h2, h3, h4)[id]') ?? [])].map(
    ({ id, textContent }) => ({ slug: id, text: textContent ?? '' }),
  );
  const found = nearestTo(wanted, places);
  const note = document.createElement('div');
  note.className = 'lost-section';
  note.setAttribute('role', 'status');
  note.append(paragraph(found.length > 0));
  if (found.length > 0) note.append(listOf(found));
  main?.prepend(note);
}

/** Plain words: the fragment itself is not repeated, for whoever made the link could write there what he likes. */
function paragraph(hasLikely: boolean): HTMLElement {
  const made = document.createElement('p');
  made.textContent = hasLikely
    ? 'The section that the link led to has another name now, or is gone. It may be:'
    : 'The section that the link led to has another name now, or is gone. You are at the top of its page.';
  return made;
}

function listOf(places: readonly { slug: string; text: string }[]): HTMLElement {
  const list = document.createElement('ul');
  for (const { slug, text } of places) {
    const link = document.createElement('a');
    link.href = `#${slug}`;
    link.textContent = text;
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  return list;
}

function fragment(): string {
  try {
    return decodeURIComponent(location.hash.slice(1)).trim();
  } catch {
    return '';
  }
}

look();
addEventListener('hashchange', look);
