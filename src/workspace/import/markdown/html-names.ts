const words = (text: string): string[] => text.trim().split(/\s+/);

/** Elements of HTML, old ones included, and those that the dialects are translated into. */
export const KNOWN: ReadonlySet<string> = new Set(
  words(`
    a abbr acronym address area article aside audio b base bdi bdo big blink blockquote body br button canvas
    caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset
    figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img
    input ins kbd label legend li link listing main map mark marquee math menu meta meter nav nobr noframes
    noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search
    section select small source span strike strong style sub summary sup svg table tbody td template textarea
    tfoot th thead time title tr track tt u ul var video wbr xmp
    x-aside x-tabs x-tab x-link x-image x-steps x-filetree x-listed`),
);

/** Elements that writers leave open, or that hold nothing: without an end they are elements all the same. */
export const RUNS_ON: ReadonlySet<string> = new Set(
  words(`
    blockquote br center dd details div dl dt hr img li ol p pre script style table tbody td tfoot th thead tr ul wbr
    x-aside x-tabs x-tab x-steps x-filetree`),
);
