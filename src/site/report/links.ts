/** What a report says of the page, besides what its reader writes. */
export interface Reported {
  readonly title: string;
  /** The page's address; below its host where nobody knows that. */
  readonly address: string;
  /** The heading that the reader chose; null for the whole page. */
  readonly section: string | null;
  /** Where the text is kept, the commit that it is from, and the beginning of its content hash. */
  readonly source: string | null;
  readonly commit: string | null;
  readonly hash: string | null;
}

/** Longest address that mail programs and servers take for certain. */
const MOST = 1_900;

/** A mail to `to` about a page, with lines to write into. */
export const mailTo = (to: string, page: Reported): string =>
  `mailto:${encoded(to, 200).replaceAll('%40', '@')}?subject=${encoded(subjectOf(page), 250)}&body=${bodyOf(page, '\r\n')}`;

/** An issue about a page, by an address with `{title}` and `{body}` in it. */
export const issueAt = (pattern: string, page: Reported): string =>
  pattern
    .replace('{title}', () => encoded(subjectOf(page), 250))
    .replace('{body}', () => bodyOf(page, '\n', MOST - 250 - pattern.length));

const subjectOf = ({ title }: Reported): string => `This page is wrong: ${title}`;

function bodyOf(page: Reported, end: string, most = MOST - 500): string {
  const { title, address, section, source, commit, hash } = page;
  const facts = {
    Page: title,
    Section: section,
    Address: address,
    Source: source,
    Commit: commit,
    Content: hash,
  };
  const empty = ['What is wrong:', '', '', 'What is right, if you know:', '', ''];
  const known = Object.entries(facts).filter(([, value]) => value !== null);
  const lines = [
    ...empty,
    'Please leave these lines; they say which text you read:',
    ...known.map(([name, value]) => `${name}: ${shortened(plain(value ?? ''), 270)}`),
  ];
  return encoded(lines.join('\n'), most, end);
}

/** A text as part of a query, no longer than so many characters; control characters are blanks, ends of lines stay. */
function encoded(text: string, most: number, end = ' '): string {
  const lines = text.toWellFormed().split('\n').map(plain).join(end);
  return encodeURIComponent(cut(lines, most));
}

const plain = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ');

const shortened = (text: string, most: number): string => {
  const short = cut(text.toWellFormed(), most);
  return short === text ? text : `${short}...`;
};

/** The beginning of a text that is no longer than so many characters when it is encoded. */
function cut(text: string, most: number): string {
  let length = 0;
  let kept = '';
  for (const letter of text) {
    length += encodeURIComponent(letter).length;
    if (length > most) break;
    kept += letter;
  }
  return kept;
}

/** Hosts by a part of their name, with how an address there opens a new issue. */
const forges: readonly (readonly [name: RegExp, query: string])[] = [
  [/(?:^|\.)gitlab\./, '/-/issues/new?issue[title]={title}&issue[description]={body}'],
  [/(?:^|\.)(?:github|gitea|forgejo|codeberg)\./, '/issues/new?title={title}&body={body}'],
];

/** The address that opens a new issue of a repository; null where its host does not tell how. */
export function issuesAt(repository: string): string | null {
  const { protocol, host, hostname, pathname } = URL.parse(repository) ?? {};
  const found = forges.find(([name]) => name.test(hostname ?? ''));
  if (!found || protocol !== 'https:' || !pathname) return null;
  return `https://${host}${pathname.replace(/\/+$/, '').replace(/\.git$/, '')}${found[1]}`;
}
