import type { Heading, PhrasingContent, Root, RootContent } from 'mdast';
import { typeNamed } from '../../documents/registry.ts';
import { kinds } from '../detect/kinds.ts';
import { headingWords } from '../detect/words.ts';
import { smallest } from '../lists.ts';
import { type Draft, lineOf } from './draft.ts';

/**
 * The body of a document: without what became fields, headings from level 2, sections under the type's names.
 * What was left of the title's heading comes first; anchors of headings that left lead to the page as a whole and
 * stand in `data.ids` of the root.
 */
export function bodyOf(draft: Draft, rest: readonly PhrasingContent[]): Root {
  const { tree } = draft.document;
  const kept = tree.children.filter((node) => !draft.gone.has(node));
  const by =
    2 -
    smallest(
      kept.filter(isHeading).map(({ depth }) => depth),
      7,
    );
  const named = sectionNames(
    draft,
    kept.filter((node) => isHeading(node) && node.depth + by === 2) as Heading[],
  );
  const children = kept.flatMap((node) => changedNode(draft, node, Math.max(by, -4), named));
  if (rest.length > 0) children.unshift({ type: 'paragraph', children: [...rest] });
  const ids = tree.children.filter((node) => draft.gone.has(node)).flatMap(idsOf);
  return { ...tree, children, data: { ...tree.data, ...(ids.length > 0 && { ids }) } };
}

const isHeading = (node: { type: string }): node is Heading => node.type === 'heading';

const idsOf = (node: RootContent): string[] => {
  const ids = (node.data as { ids?: readonly string[] } | undefined)?.ids ?? [];
  return [...ids];
};

/** The type's name for each heading that says the same in other words. */
function sectionNames(draft: Draft, headings: readonly Heading[]): Map<Heading, string> {
  const synonyms = kinds.find(({ type }) => type === draft.type)?.sections ?? {};
  const names = new Map<Heading, string>();
  const taken = new Set<Heading>();
  const plain = headings.map((heading) => [heading, headingWords(lineOf(heading))] as const);
  for (const exact of [true, false])
    for (const { title } of typeNamed(draft.type)?.sections ?? []) {
      if ([...names.values()].includes(title)) continue;
      const own = headingWords(title);
      const found = plain.find(
        ([heading, words]) =>
          !taken.has(heading) &&
          isPlain(heading) &&
          (exact ? words === own : (synonyms[title]?.test(words) ?? false)),
      );
      if (found === undefined) continue;
      taken.add(found[0]);
      names.set(found[0], title);
    }
  return names;
}

const isPlain = ({ children }: Heading): boolean =>
  children.every(
    (node) =>
      node.type === 'text' ||
      ((node.type === 'strong' || node.type === 'emphasis') &&
        node.children.every(({ type }) => type === 'text')),
  );

type Parent = { readonly children: readonly RootContent[] };

/** A node with its headings shifted and renamed, and without what is a field now; none where nothing is left. */
function changedNode(
  draft: Draft,
  node: RootContent,
  by: number,
  names: ReadonlyMap<Heading, string>,
): RootContent[] {
  if (draft.gone.has(node)) return [];
  if (isHeading(node)) return [heading(draft, node, by, names.get(node))];
  if (!('children' in node) || phrasing.has(node.type)) return [node];
  const before = (node as Parent).children;
  const children = before.flatMap((child) => changedNode(draft, child, by, names));
  if (children.length === 0 && before.length > 0) return [];
  const same =
    children.length === before.length && children.every((child, at) => child === before[at]);
  return [same ? node : ({ ...node, children } as RootContent)];
}

const phrasing = new Set<string>([
  'paragraph',
  'table',
  'mdxJsxTextElement',
  'link',
  'strong',
  'emphasis',
]);

function heading(draft: Draft, node: Heading, by: number, name: string | undefined): Heading {
  const depth = Math.min(6, Math.max(2, node.depth + by)) as Heading['depth'];
  const text = lineOf(node);
  if (name === undefined || name === text) return { ...node, depth };
  draft.changed.push({
    line: node.position?.start.line ?? null,
    kind: 'heading',
    text,
    became: `The heading is called "${name}", as in every document of this type.`,
  });
  return { ...node, depth, children: [{ type: 'text', value: name }] };
}
