import type { Page } from '@playwright/test';

interface Complaints {
  /** The address that is being looked at. */
  at: string;
  readonly all: string[];
}

declare global {
  interface Window {
    violated?: (violation: string) => void;
  }
}

/** Gathers what a page violates of its policy, what it says in the console as an error, and requests to other hosts. */
export async function watchPolicy(page: Page, origin: string): Promise<Complaints> {
  const complaints: Complaints = { at: '', all: [] };
  const add = (what: string) => complaints.all.push(`${complaints.at}: ${what}`);
  await page.exposeFunction('violated', add);
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sample, sourceFile, lineNumber } = event;
      window.violated?.(
        `violates ${effectiveDirective}: ${blockedURI} ${sample} ${sourceFile}:${lineNumber}`,
      );
    });
  });
  page.on('console', (message) => {
    if (message.type() === 'error') add(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => add(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) add(`requests ${url}`);
  });
  return complaints;
}
