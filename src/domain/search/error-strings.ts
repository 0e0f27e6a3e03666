/** At most so many of a document: more are a listing, and the text is searched anyway. */
const MOST = 8;

/** Lines and inline code of a document's source that look like what a program says when it fails. */
export function errorStrings(source: string): string[] {
  const found = new Set<string>();
  let fenced = false;
  for (const line of source.split('\n')) {
    if (/^\s*(?:```|~~~)/.test(line)) {
      fenced = !fenced;
      continue;
    }
    if (fenced && isError(line)) found.add(telling(line));
    else if (!fenced)
      for (const [, code = ''] of line.matchAll(/`([^`]{4,200})`/g))
        if (isError(code) || isCode(code)) found.add(telling(code));
    if (found.size >= MOST) break;
  }
  return [...found].filter((text) => text.length >= 4);
}

/** Words of failure, in a line that is not a command. */
const isError = (text: string): boolean =>
  text.length <= 300 &&
  /\b(?:error|exception|fail(?:ed|ure)?|fatal|panic|denied|refused|timed? ?out|unable|cannot|invalid|not found|rejected|exceeded|unauthori[sz]ed|forbidden)\b|(?:Error|Exception)\b|\bHTTP[ /]\d/i.test(
    text,
  ) &&
  !/^\s*(?:[$#>]|sudo|kubectl|oc|curl|grep|psql|git|npm|aws|az|docker|systemctl|if|for|echo)\s/.test(
    text,
  );

/** A code that a program reports: `CreateContainerError`, `DELIVERY_TIMEOUT`. */
const isCode = (text: string): boolean =>
  /^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]\w+(?:Error|Exception|BackOff|Failed))$/.test(text);

const telling = (text: string): string =>
  text
    .replace(/\d{4}-\d{2}-\d{2}[T ][\d:.,]+Z?/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
