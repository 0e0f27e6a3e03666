/**
 * The addresses that one which no page has may stand for, the likeliest first: pages have small letters, and a slash
 * at their end that a sentence, a bracket or a quote may have been glued to.
 */
export function likelyAddresses(path: string): string[] {
  const bare = decoded(path)
    .replaceAll(/\/{2,}/g, '/')
    .replace(GLUED, '')
    .replace(/\/index$|(?:\/index)?\.(?:html?|mdx?)$/i, '');
  const found = [bare, bare.toLowerCase()]
    .map((one) => encodeURI(`${one.replace(/\/$/, '')}/`))
    .filter((one) => one !== path && one !== '/' && /^\/[^/\\]/.test(one));
  return [...new Set(found)];
}

/** What programs take for a part of the address that stands before it. */
const GLUED = /[\s/.,;:!?'"”’»)\]}>*_`]+$/;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
