import {
  type Answer,
  type FacetName,
  type Filters,
  facetNames,
} from '../../../domain/search/model.ts';
import { beforeFold, type Choice, choicesOf, isUseful } from './facet-list.ts';
import { make } from './make.ts';
import { facetLabels, shown, valueWords } from './words.ts';

/** What can be narrowed, drawn again after each answer: boxes with their counts, and what is chosen. */
export class Facets {
  readonly element = make('div', { class: 'facets' });
  readonly #unfolded = new Set<FacetName>();
  readonly #onToggle: (name: FacetName, value: string) => void;
  #last: (() => void) | null = null;

  constructor(onToggle: (name: FacetName, value: string) => void) {
    this.#onToggle = onToggle;
  }

  show(facets: Answer['facets'], filters: Filters): void {
    this.#last = () => this.show(facets, filters);
    const focused = document.activeElement?.id ?? '';
    const sets = facetNames.flatMap((name) => {
      const choices = choicesOf(name, facets, filters);
      return isUseful(choices) ? [this.#set(name, choices)] : [];
    });
    this.element.replaceChildren(...sets);
    if (focused.startsWith('facet-')) document.getElementById(focused)?.focus();
  }

  #set(name: FacetName, choices: readonly Choice[]): HTMLElement {
    const isUnfolded = this.#unfolded.has(name);
    const before = isUnfolded ? choices : beforeFold(choices);
    const rows = before.map((choice) => this.#box(name, choice));
    const folded = choices.length - before.length;
    return make(
      'fieldset',
      {},
      make('legend', {}, facetLabels[name]),
      ...rows,
      folded > 0 || isUnfolded ? this.#fold(name, choices.length) : null,
    );
  }

  #box(name: FacetName, { value, count, chosen }: Choice): HTMLElement {
    const box = make('input', { type: 'checkbox', id: `facet-${name}-${value}` });
    box.checked = chosen;
    box.addEventListener('change', () => this.#onToggle(name, value));
    const words = make('span', { class: 'facet-value' }, valueWords(name, value));
    return make('label', {}, box, words, make('span', { class: 'facet-count' }, String(count)));
  }

  #fold(name: FacetName, all: number): HTMLElement {
    const isUnfolded = this.#unfolded.has(name);
    const button = make(
      'button',
      { type: 'button', id: `facet-fold-${name}`, 'aria-expanded': String(isUnfolded) },
      isUnfolded ? 'Show fewer' : `Show all ${all}`,
      make('span', { class: 'sr-only' }, ` of ${facetLabels[name].toLowerCase()}`),
    );
    button.addEventListener('click', () => {
      if (!this.#unfolded.delete(name)) this.#unfolded.add(name);
      this.#last?.();
    });
    return button;
  }
}

/** What the results are narrowed to, each with a button that takes it away. */
export function chosenOf(
  filters: Filters,
  onToggle: (name: FacetName, value: string) => void,
  onClear: () => void,
): Node[] {
  const chips = facetNames.flatMap((name) =>
    (filters[name] ?? []).map((value) => {
      const words = `${facetLabels[name]}: ${shown(valueWords(name, value), 40)}`;
      return button(words, () => onToggle(name, value), `Take away ${words}`);
    }),
  );
  return chips.length < 2 ? chips : [...chips, button('Clear all', onClear)];
}

function button(words: string, onClick: () => void, label?: string): HTMLButtonElement {
  const one = make('button', { type: 'button', ...(label ? { 'aria-label': label } : {}) }, words);
  one.addEventListener('click', onClick);
  return one;
}
