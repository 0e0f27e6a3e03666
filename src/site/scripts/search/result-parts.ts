import type { Page, Result, Segment } from '../../../domain/search/model.ts';
import { toneOf } from '../../views/tones.ts';
import { make } from './make.ts';
import { recognised, shown } from './words.ts';

/** The address that a result leads to: its page, at the section that answers. */
export const hrefOf = ({ page, section }: Pick<Result, 'page' | 'section'>): string =>
  section ? `${page.address}#${encodeURIComponent(section.anchor)}` : page.address;

/** What is told of a result below its title, in phrases: it stands in a list item as well as in an option. */
export function partsOf(result: Result): Node[] {
  const { page, section } = result;
  const why = recognised(result);
  return [
    kindLine(page),
    ...(why || section
      ? [
          make(
            'span',
            { class: 'found-where' },
            why ? make('span', {}, make('b', {}, why.kind), ' ', why.text) : null,
            section ? make('span', { class: 'found-section' }, shown(section.title, 120)) : null,
          ),
        ]
      : []),
    excerptOf(result),
  ];
}

/** What sort of page it is, what it is about, and whether it still holds. */
export function kindLine({ facets, severity }: Page): HTMLElement {
  const [type] = facets.type ?? [];
  const systems = (facets.system ?? []).slice(0, 2).map((one) => shown(one, 40));
  const status = (facets.status ?? []).find((one) => warning.has(one.toLowerCase()));
  return make(
    'span',
    { class: 'found-kind' },
    type ? make('span', { class: 'found-type' }, shown(type, 40)) : null,
    // Its number is enough here; what it means stands on the page.
    severity
      ? make('span', { class: 'found-severity' }, shown(severity.split(':')[0] ?? '', 40))
      : null,
    systems.length > 0 ? make('span', { class: 'found-system' }, systems.join(', ')) : null,
    status ? badge(status) : null,
  );
}

/** States in which a page should not be followed as it stands. */
const warning: ReadonlySet<string> = new Set(
  'blocked deprecated draft dropped fail failed planned proposed rejected retired superseded'.split(
    ' ',
  ),
);

function badge(status: string): HTMLElement {
  const text = shown(status, 40);
  const words = text.charAt(0).toUpperCase() + text.slice(1);
  return make('span', { class: `status tone-${toneOf(status.toLowerCase())}` }, words);
}

/** The words around what was found; the summary of the page stands in their place until they are there. */
function excerptOf({ excerpt, page }: Result): HTMLElement {
  const segments: readonly Segment[] =
    excerpt && excerpt.length > 0 ? excerpt : [{ text: page.summary ?? '', hit: false }];
  return make(
    'span',
    { class: 'found-excerpt' },
    ...segments.map(({ text, hit }) => {
      const plain = plainOf(text);
      return hit ? make('mark', {}, plain) : plain;
    }),
  );
}

/** Spaces at its ends part a segment from its neighbours. */
const plainOf = (text: string): string =>
  `${/^\s/.test(text) ? ' ' : ''}${shown(text, 400)}${/\s$/.test(text) ? ' ' : ''}`;
