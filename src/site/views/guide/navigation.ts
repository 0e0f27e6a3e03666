import { sections, type TypeDefinition } from '../../../domain/documents/define.ts';
import { types } from '../../../domain/documents/registry.ts';
import { guideAddress, reservedAddresses } from '../../../domain/graph/addresses.ts';
import type { Link } from '../navigation.ts';

/** A page of the guide that is not about one type. */
interface Part extends Link {
  /** What a reader finds there. */
  readonly about: string;
}

/** The pages of the guide beside those of the types, in reading order. */
export const parts: readonly Part[] = [
  {
    label: 'Pull requests',
    link: '/guide/pull-requests/',
    about: 'Your first one in ten minutes; editor, hook, summary, moves, patients, readers.',
  },
  {
    label: 'Import',
    link: '/guide/import/',
    about: 'From a wiki, a docs folder or Word files to typed and owned documents, in a week.',
  },
  {
    label: 'Writing',
    link: '/guide/writing/',
    about: 'Links, pictures, old addresses, published files, and ten lines about prose.',
  },
  {
    label: 'Components',
    link: '/guide/components/',
    about: 'Steps, notes and the other parts that plain Markdown has no words for.',
  },
  {
    label: 'Commands',
    link: '/guide/commands/',
    about: 'Every command with its options, what it prints, and its exit codes.',
  },
  {
    label: 'Checks',
    link: '/guide/checks/',
    about: 'Every rule, why it is there, each message and what to write.',
  },
  {
    label: 'Fields',
    link: '/guide/fields/',
    about: 'All fields of all types from A to Z.',
  },
  {
    label: 'Decisions',
    link: '/guide/decisions/',
    about: 'Why the handbook itself is built as it is.',
  },
].filter(({ link }) => reservedAddresses.has(link));

interface SidebarGroup {
  readonly label: string;
  readonly items: readonly Link[];
  readonly collapsed: boolean;
}

const linkOf = (type: TypeDefinition): Link => ({ label: type.label, link: guideAddress(type) });

/** The sidebar of the guide: its pages, then the types of each section, open where the reader is. */
export function guideSidebar(current: TypeDefinition | null): SidebarGroup[] {
  const groups = Object.entries(sections).map(([id, label]) => ({
    label,
    items: typesOf(id).map(linkOf),
    collapsed: current !== null && current.section !== id,
  }));
  const pages = [{ label: 'Start', link: '/guide/' }, ...parts];
  return [
    { label: 'Guide', items: pages.map(({ label, link }) => ({ label, link })), collapsed: false },
    ...groups,
  ];
}

/** The types of a section, in the order of the registry. */
export const typesOf = (section: string): readonly TypeDefinition[] =>
  types.filter((type) => type.section === section);

/** The way back from a page of the guide. */
export const guideBreadcrumbs = (
  title: string,
  ...between: readonly { label: string; href: string }[]
): { label: string; href: string | null }[] => [
  { label: 'Guide', href: '/guide/' },
  ...between,
  { label: title, href: null },
];
