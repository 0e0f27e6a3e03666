import type { DocumentView } from './document.ts';

/** The block above a page's text. */
export interface Heading {
  readonly title: string;
  readonly summary: string | null;
  readonly breadcrumbs: DocumentView['breadcrumbs'];
  /** Only on documents and records. */
  readonly document?: Pick<
    DocumentView,
    'typeLabel' | 'status' | 'marks' | 'freshness' | 'supersededBy' | 'filters'
  >;
}
