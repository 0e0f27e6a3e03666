/** What leads a feed reader from any page to the feed of the handbook. */
export const feedTag = {
  tag: 'link',
  attrs: {
    rel: 'alternate',
    type: 'application/atom+xml',
    title: 'What changed',
    href: '/changes/feed.xml',
  },
} as const;
