/** Leads on to where a page is now, with the section and the query that the old address had. */
const link = document.querySelector<HTMLAnchorElement>('a[data-moved]');
if (link) location.replace(link.pathname + location.search + location.hash);
