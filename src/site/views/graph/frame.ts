import { type SectionName, sections } from '../../../domain/documents/define.ts';
import type { Corpus } from '../../../domain/graph/corpus.ts';
import { type Group, groupByType, listedTypes, sidebarOf } from '../navigation.ts';

/** What stands around a page that is drawn from the whole graph. */
export interface PageFrame {
  readonly breadcrumbs: readonly { readonly label: string; readonly href: string | null }[];
  readonly sidebar: readonly Group[];
}

/** The frame of such a page: it belongs to the part of the handbook that holds the type it is about. */
export function frameOf(title: string, typeName: string, corpus: Corpus): PageFrame {
  const type = listedTypes.find(({ name }) => name === typeName);
  const section: SectionName = type?.section ?? 'engage';
  return {
    breadcrumbs: [
      { label: sections[section], href: `/#${section}` },
      { label: title, href: null },
    ],
    sidebar: type ? sidebarOf(type, null, groupByType(corpus)) : [],
  };
}
