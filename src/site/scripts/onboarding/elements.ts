import type { StepState } from '../../onboarding/journey.ts';
import type { Onward } from '../../onboarding/words.ts';

/** Shows how a step stands at its checkbox; what changed since is neither ticked nor not. */
export function showTick(input: HTMLInputElement, state: StepState): void {
  input.disabled = false;
  input.checked = state === 'done';
  input.indeterminate = state === 'changed';
}

/** Puts words with a link into an element. */
export function putOnward(element: Element, { before, href, text, after }: Onward): void {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  element.replaceChildren(before, link, after);
}
