/** The elements of HTML: a tag of any other name is a placeholder that a reader has to see. */
const names =
  'a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark menu meta meter nav nobr noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script section select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr';

const known: ReadonlySet<string> = new Set(names.split(' '));

/** Whether a tag is markup and not words between angle brackets. */
export const isElement = (name: string): boolean => known.has(name) || name.startsWith('x-');

/** Attributes whose words a reader sees. */
export const wordAttributes = ['title', 'label', 'caption', 'summary'] as const;
