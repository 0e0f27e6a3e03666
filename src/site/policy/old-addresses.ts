/** A part of an address that a page may have, without a dot before it. */
const PART = '[A-Za-z0-9_~-][A-Za-z0-9._~-]*';

/** The address of a page with its file, as some programs copy it. Read alike by JavaScript and nginx, like the next. */
const WITH_INDEX = `^(?<handbook_to>(?:/${PART})*)/index\\.html?$`;

/** The address of a page with the ending of a file: of an older site, or of the document in git. */
const WITH_ENDING = `^(?<handbook_to>(?:/${PART})+)\\.(?:html?|mdx?)$`;

/** What an address that no file has may have meant, with a slash at its end; null where it can mean nothing. */
export function meantBy(path: string): string | null {
  for (const form of [WITH_INDEX, WITH_ENDING]) {
    const to = new RegExp(form).exec(path)?.groups?.['handbook_to'];
    if (to !== undefined) return `${to}/`;
  }
  return path.endsWith('/') ? null : `${path}/`;
}

/** The lines of nginx that lead there. They wait until it is known who asks: a `return` in the server would not. */
export const leadingOn = `
set $handbook_asked "";
if ($request_uri ~ "/index\\.html?(?:\\?|$)") {
    # There is no such folder: who asks for the file by its name is led to the page.
    set $handbook_asked "/-";
}
location ~ "${WITH_INDEX}" {
    try_files $handbook_asked$uri @handbook_old;
}
location ~ "${WITH_ENDING}" {
    try_files $uri @handbook_old;
}
location @handbook_old {
    if (-f $document_root$handbook_to/index.html) {
        return 301 $handbook_to/$is_args$args;
    }
    return 404;
}
`;
