import type { Heading, PhrasingContent, RootContent } from 'mdast';
import { headingWords } from '../detect/words.ts';
import { smallest } from '../lists.ts';
import { type Draft, lineOf, put, readable } from './draft.ts';
import { spokenOf } from './spoken.ts';

const LONGEST = 120;

/** Titles that say the kind and nothing of this one; the file name says more. */
const general =
  /^(?:(?:rfc|adr|architectur(?:e|al) decision(?: record)?|decision(?: record)?|post-?\s?mortem|incident(?: report)?|run-?\s?book|playbook|memo|evaluation|proposal|overview|introduction|untitled|title|readme|index)(?: (?:proposal|document|report))?)[\s:#.]{0,3}$/i;

/** Headings of a list of headings: it stays in the body, and names nothing. */
const contents =
  /^(?:table of contents?|contents?|toc|on this page|in this (?:article|document|page))$/i;

/** The heading that names the document, or null where none does; `sections` are headings that never do. */
export function titleHeading(
  nodes: readonly RootContent[],
  sections: readonly RegExp[],
  named: boolean,
): Heading | null {
  const headings = nodes.filter((node): node is Heading => node.type === 'heading');
  const [first] = headings;
  if (first === undefined || lineOf(first) === '') return null;
  if (contents.test(headingWords(lineOf(first)))) return null;
  const top = smallest(headings.map(({ depth }) => depth));
  const alone = headings.filter(({ depth }) => depth === top).length === 1;
  if (first.depth !== top || sections.some((words) => words.test(headingWords(lineOf(first)))))
    return null;
  if (alone)
    return first.depth === 1 || !named
      ? first.depth === 1 || first === nodes[0]
        ? first
        : null
      : null;
  return first.depth === 1 && !named ? first : null;
}

/** Fills the title and says what must stay of its heading in the body: what a field cannot hold. */
export function readTitle(draft: Draft, heading: Heading | null): PhrasingContent[] {
  const given = readable(draft.document.frontmatter['title']);
  const text = heading === null ? '' : spokenOf(heading);
  const name = nameOf(draft.document.path);
  const said = [text, given, draft.document.title ?? ''].find(
    (one) => one !== '' && !general.test(one),
  );
  const title =
    said === undefined ? capital(withoutNumber(name, draft)) : withoutNumber(said, draft);
  put(draft, 'title', title.length > LONGEST ? shortened(title) : title);
  if (given === draft.data['title']) draft.used.add('title');
  if (heading === null) return [];
  draft.gone.add(heading);
  if (text !== draft.data['title'])
    draft.changed.push({
      line: heading.position?.start.line ?? null,
      kind: 'field',
      text,
      became: `The title is "${draft.data['title']}".`,
    });
  return title.length > LONGEST || holdsMore(heading.children) ? heading.children : [];
}

const holdsMore = (nodes: readonly PhrasingContent[]): boolean =>
  nodes.some(
    (node) =>
      !['text', 'inlineCode', 'break'].includes(node.type) &&
      (node.type === 'delete' ||
        !('children' in node) ||
        node.type.startsWith('link') ||
        holdsMore(node.children as PhrasingContent[])),
  );

/** A decision's number is in its file name: it leaves the title where both are the same. */
function withoutNumber(title: string, { type, document }: Draft): string {
  const found =
    /^(?:(?:ADR|RFC)[\s#:_-]{0,3})?(\d{1,5})\s{0,2}(?:[.:)\u2013\u2014-]|\s)\s{0,3}(?=\S)/i.exec(
      title,
    );
  const file = /(?:^|\/|-)0*(\d{1,5})[-_. ][^/]*$/.exec(document.path);
  if (type !== 'adr' || found === null || file === null) return title;
  return Number(found[1]) === Number(file[1]) ? title.slice(found[0].length) : title;
}

function nameOf(path: string): string {
  const parts = path.split('/');
  const stem = (parts.pop() ?? '').replace(/\.[^.]{1,8}$/, '');
  const name = /^_?(?:index|readme)$/i.test(stem) ? (parts.pop() ?? stem) : stem;
  if (/^[A-Za-z0-9]*[a-z0-9][A-Z][A-Za-z0-9]*$/.test(name)) return name;
  const words = name
    .replace(/[ _-][0-9a-f]{32}$/i, '')
    .replace(/(?<!\d)(\d{4}-\d\d(?:-\d\d)?)(?!\d)|[_-]+/g, (_, day?: string) => day ?? ' ')
    .trim();
  return words === '' ? name : words;
}

/** With a capital, but for a name in camel case. */
const capital = (words: string): string =>
  /^\S*[a-z0-9][A-Z]\S*$/.test(words)
    ? words
    : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

/** The first whole words that fit. */
function shortened(title: string): string {
  const cut = title.slice(0, LONGEST - 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > LONGEST / 2 ? end : cut.length)}…`;
}
