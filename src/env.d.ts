type DocumentView = import('./site/views/document.ts').DocumentView;

declare namespace App {
  interface Locals {
    /** What the title block of the page shows; set by the page before Starlight draws it. */
    heading?: {
      readonly title: string;
      readonly summary: string | null;
      readonly breadcrumbs: DocumentView['breadcrumbs'];
      /** Only on documents and records. */
      readonly document?: DocumentView;
    };
  }
}
