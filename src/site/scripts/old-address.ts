import { likelyAddresses } from './likely-addresses.ts';

/** Leads from an address that no page has to the page that it can only have meant; else nothing happens. */
async function leadOn(): Promise<void> {
  for (const address of likelyAddresses(location.pathname)) {
    const answer = await fetch(address, { method: 'HEAD' });
    if (!answer.ok || !answer.headers.get('content-type')?.startsWith('text/html')) continue;
    location.replace(address + location.search + location.hash);
    return;
  }
}

/** The page that says so, opened by its own name. */
const OWN = '/404.html';

if (location.pathname !== OWN)
  leadOn().catch(() => {
    // Without an answer the page stays, and searches.
  });
