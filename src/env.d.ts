declare namespace App {
  interface Locals {
    /** What the title block of the page shows; set by the page before Starlight draws it. */
    heading?: import('./site/views/heading.ts').Heading;
  }
}
