import { issueAt, mailTo, type Reported } from '../report/links.ts';

/** Fills the whole address and the section into the links of a report; without JavaScript they name the page. */
class PageReport extends HTMLElement {
  connectedCallback(): void {
    const [mail, issue] = ['mailto:', 'http'].map((start) =>
      this.querySelector<HTMLAnchorElement>(`.ways a[href^="${start}"]`),
    );
    const select = this.querySelector('select');
    const { page, mail: to, issue: pattern } = this.dataset;
    const known = JSON.parse(page ?? '{}') as Reported;
    const fill = () => {
      const slug = select?.value ?? '';
      const section = slug === '' ? null : (select?.selectedOptions[0]?.text ?? null);
      // Not the query: it may hold what somebody typed into a search.
      const address = location.origin + location.pathname + (slug === '' ? '' : `#${slug}`);
      const told = { ...known, address, section };
      if (mail && to) mail.href = mailTo(to, told);
      if (issue && pattern) issue.href = issueAt(pattern, told);
    };
    const follow = () => {
      const slug = fragment();
      const option = [...(select?.options ?? [])].find(({ value }) => value === slug);
      if (select && option && slug !== '') select.value = slug;
      fill();
    };
    select?.addEventListener('input', fill);
    addEventListener('hashchange', follow);
    follow();
  }
}

function fragment(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

customElements.define('page-report', PageReport);
