import { isNote } from './kinds.ts';

/** What a component of a known theme is in the vocabulary of HTML that the reader has. */
export interface Known {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Words that stand before its content. */
  readonly lead?: Lead;
}

interface Lead {
  readonly as: 'summary' | 'strong' | 'text' | 'code';
  readonly words: string;
  readonly href?: string | undefined;
}

type Given = Readonly<Record<string, string>>;

/** Answers for a component and its literal attributes what it becomes; null for one that no theme we know has. */
export function knownElement(name: string, given: Given): Known | null {
  const maker = makers[name] ?? makers[name.replace(/^.*\./, '')];
  if (maker) return maker(given);
  if (isNote(name)) return note(name.toLowerCase(), given);
  return null;
}

const note = (kind: string, { type, title }: Given): Known => ({
  name: 'x-aside',
  attributes: { kind: type ?? kind, ...(title === undefined ? {} : { title }) },
});

const titleOf = (given: Given): string =>
  given['title'] ?? given['label'] ?? given['header'] ?? given['summary'] ?? given['name'] ?? '';

const fold = (given: Given): Known => ({
  name: 'details',
  attributes: {},
  lead: { as: 'summary', words: titleOf(given) },
});

const as = (name: string) => (): Known => ({ name, attributes: {} });

const card = (given: Given): Known => ({
  name: 'div',
  attributes: {},
  lead: { as: 'strong', words: titleOf(given), href: given['href'] ?? given['link'] },
});

const tab = (given: Given): Known => ({
  name: 'x-tab',
  attributes: { label: given['label'] ?? given['title'] ?? given['name'] ?? given['value'] ?? '' },
});

const link = (given: Given): Known => ({
  name: 'a',
  attributes: { href: given['to'] ?? given['href'] ?? '' },
});

const image = (given: Given): Known => ({
  name: 'img',
  attributes: { src: given['src'] ?? given['light'] ?? '', alt: given['alt'] ?? '' },
});

const code = (given: Given): Known => ({
  name: 'pre',
  attributes: { language: given['lang'] ?? given['language'] ?? '' },
  lead: { as: 'code', words: given['code'] ?? '' },
});

const makers: Readonly<Record<string, (given: Given) => Known>> = {
  Tabs: as('x-tabs'),
  TabGroup: as('x-tabs'),
  CodeGroup: as('x-tabs'),
  TabItem: tab,
  Tab: tab,
  Aside: (given) => note('note', given),
  Admonition: (given) => note('note', given),
  Callout: (given) => note('note', given),
  Details: fold,
  Accordion: fold,
  Expandable: fold,
  Collapsible: fold,
  Steps: as('x-steps'),
  FileTree: as('x-filetree'),
  Card: card,
  LinkCard: card,
  CardGrid: as('div'),
  CardGroup: as('div'),
  AccordionGroup: as('div'),
  Columns: as('div'),
  Fragment: as('div'),
  Frame: as('div'),
  LinkButton: link,
  Link: link,
  Image: image,
  ThemedImage: image,
  Img: image,
  Code: code,
  CodeBlock: code,
  Kbd: as('kbd'),
  Badge: (given) => ({
    name: 'span',
    attributes: {},
    lead: { as: 'text', words: given['text'] ?? '' },
  }),
};
