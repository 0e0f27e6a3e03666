/** Where a reader finds a page without search. */
export const lists: readonly { readonly href: string; readonly title: string }[] = [
  { href: '/oncall/', title: 'On call' },
  { href: '/alerts/', title: 'Alerts and symptoms' },
  { href: '/runbooks/', title: 'Runbooks' },
  { href: '/systems/', title: 'Systems' },
  { href: '/glossary/', title: 'Glossary' },
  { href: '/', title: 'All lists' },
];
