import { TokenType, tokenize } from '@csstools/css-tokenizer';

/** Any address of the site; what resolves to another origin from here is loaded from elsewhere. */
const HERE = 'https://handbook.invalid/folder/page/';

/** Whether a browser would ask another host for this address, or cannot read it. */
export function isForeign(address: string): boolean {
  const url = URL.parse(address, HERE);
  return url === null || (url.origin !== new URL(HERE).origin && !isPicture(url));
}

/** A picture that is written into the page itself. */
const isPicture = ({ protocol, pathname }: URL): boolean =>
  protocol === 'data:' && /^image\//i.test(pathname);

/** Functions that take an address as a quoted string. */
const LOADING = /^(?:url|src|(?:-webkit-)?image-set|image|cross-fade|-webkit-cross-fade)$/i;

/** The addresses of other hosts that a style would load: `url()`, `image-set()` and `@import`. */
export function foreignInStyle(css: string): string[] {
  const found: string[] = [];
  const open: boolean[] = [];
  let importing = false;
  for (const token of tokenize({ css })) {
    const [type, text] = token;
    if (type === TokenType.Function) open.push(LOADING.test(token[4].value));
    else if (type === TokenType.OpenParen) open.push(open.at(-1) ?? false);
    else if (type === TokenType.CloseParen) open.pop();
    else if (type === TokenType.AtKeyword) importing = /^import$/i.test(token[4].value);
    else if (type === TokenType.Semicolon) importing = false;
    else if (type === TokenType.BadURL || type === TokenType.BadString) found.push(text);
    else if (type === TokenType.URL) found.push(token[4].value);
    else if (type === TokenType.String && (importing || open.at(-1))) found.push(token[4].value);
  }
  return found.filter(isForeign);
}
