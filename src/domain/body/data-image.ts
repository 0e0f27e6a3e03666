/** More than this is a file, not a small picture; in bytes. */
export const SMALL = 8192;

/** How the bytes of each kind of picture begin, in base64. */
const BEGINNINGS: Readonly<Record<string, RegExp>> = {
  png: /^iVBORw0KGgo/,
  jpeg: /^\/9j\//,
  gif: /^R0lGOD(?:lh|dh)/,
  webp: /^UklGR[A-Za-z0-9+/]{6}XRUJQ/,
};

const ADDRESS = /^data:image\/(png|jpeg|gif|webp);base64,([A-Za-z0-9+/]+={0,2})$/;

/** Whether an address holds a picture of dots, and its bytes are of the kind that it says; in base64 only. */
export function isPicture(url: string): boolean {
  const [, kind = '', bytes = ''] = ADDRESS.exec(url) ?? [];
  return BEGINNINGS[kind]?.test(bytes) === true && bytes.length % 4 === 0;
}

/** Whether an address holds a picture that is small enough to stand in a document. */
export const isSmallPicture = (url: string): boolean =>
  url.length <= (SMALL * 4) / 3 + 40 && isPicture(url);
