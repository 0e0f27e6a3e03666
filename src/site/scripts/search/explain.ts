import type { Answer } from '../../../domain/search/model.ts';
import { make } from './make.ts';
import { isReadOtherwise, readAs, troubleOf } from './words.ts';

/** What has to be said about an answer before its results: what is missing, what was understood. */
export function explained(answer: Answer): Node[] {
  const trouble = troubleOf(answer.missing);
  const isEmpty = answer.complete && answer.total === 0;
  if (answer.query === '' && isEmpty && trouble === null)
    return [make('p', {}, 'Type what to look for; what you chose stays chosen.')];
  return [
    ...(trouble ? [make('p', { class: 'search-trouble' }, trouble)] : []),
    ...(isEmpty && answer.missing.length < 2 ? [nothing(answer)] : []),
    ...(isEmpty || isReadOtherwise(answer.understood) ? readingOf(answer) : []),
  ];
}

const nothing = ({ nearest }: Answer): HTMLElement =>
  make(
    'p',
    { class: 'search-nothing' },
    make('strong', {}, 'No page has this.'),
    nearest.length > 0
      ? ' These come nearest. A shorter or more usual word may find more.'
      : ' Try fewer or more usual words, an alert’s name, or the text of the error.',
  );

function readingOf({ understood, total }: Answer): Node[] {
  // What was looked for is seen in what was found; only what was changed has to be said.
  const lines = readAs(understood).filter(({ label }) => total === 0 || label !== 'Looked for');
  if (lines.length === 0) return [];
  const parts = lines.flatMap(({ label, parts }) => [
    make('dt', {}, label),
    ...parts.map((part) => make('dd', {}, part)),
  ]);
  const list = make('dl', { class: 'search-read' }, ...parts);
  if (total === 0) return [list];
  return [make('details', {}, make('summary', {}, 'How this was read'), list)];
}
