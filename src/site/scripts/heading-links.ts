import { announce } from './announce.ts';
import { toClipboard } from './clipboard.ts';

/** The sign beside a heading copies the whole address of the section; without JavaScript it leads there. */
for (const anchor of document.querySelectorAll<HTMLAnchorElement>('.heading > a.anchor')) {
  anchor.title = 'Copy the link to this section';
  anchor.addEventListener('click', async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const { origin, pathname } = location;
    const copied = await toClipboard(origin + pathname + anchor.hash);
    // Where copying fails the address is still in the address bar: the link was followed.
    announce(copied ? 'Link copied.' : 'Copying failed: copy the address of this page.');
  });
}
