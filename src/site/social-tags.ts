/** A tag of a page's head, as Starlight takes it. */
interface Tag {
  readonly tag: 'meta';
  readonly attrs: { readonly property: string; readonly content: string };
}

/** The tags for the picture of a link; none where the site's address is not known, as they need a whole one. */
export function socialTags(title: string, site: string | undefined): Tag[] {
  if (!site) return [];
  const tags = {
    'og:image': new URL('/social.png', site).href,
    'og:image:type': 'image/png',
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': title,
  };
  return Object.entries(tags).map(([property, content]) => ({
    tag: 'meta',
    attrs: { property, content },
  }));
}
