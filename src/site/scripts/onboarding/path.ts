import { nextOf, type Route, standingOf, stateOf } from '../../onboarding/journey.ts';
import { FIRST_CHANGE, type PathRecord, recordOf } from '../../onboarding/progress.ts';
import { nameOfNext, onwardTo, standingWords, stateWords } from '../../onboarding/words.ts';
import { showTick } from './elements.ts';
import { offerRecord } from './record.ts';
import { dataOf, onReturn, type Store, storeOf, today } from './store.ts';

/** The page of a path: what comes next, how each step stands, and the ticks. */
function showPath(lead: HTMLElement): void {
  const route = dataOf<Route>(lead, 'route');
  const handbook = lead.dataset['handbook'] ?? '';
  const store = storeOf(handbook);
  const show = () => {
    const record = recordOf(store.read(), route.path);
    showNext(lead, route, record, store.isKept());
    showSteps(route, record);
  };
  takeTicks(lead, route, store, show);
  startOnLeaving(lead, route, store);
  offerRecord({ route, handbook, store, show });
  onReturn(show);
  show();
}

function showNext(
  lead: HTMLElement,
  route: Route,
  record: PathRecord | null,
  isKept: boolean,
): void {
  const standing = standingOf(route, record);
  const next = nameOfNext(nextOf(route, record));
  for (const card of lead.querySelectorAll<HTMLElement>('.next-card')) {
    const here = card.dataset['card'] === next;
    card.classList.toggle('here', here);
    const label = card.querySelector('.next-label');
    if (here && label && next !== 'finished') label.textContent = record ? 'Next' : 'Start here';
  }
  const bar = lead.querySelector('progress');
  if (bar) bar.value = standing.done;
  const words = lead.querySelector('.path-standing');
  if (words && (record || !isKept))
    words.textContent = [standingWords(standing), ...(isKept ? [] : [NOT_KEPT])].join('. ');
}

function showSteps(route: Route, record: PathRecord | null): void {
  for (const item of document.querySelectorAll<HTMLElement>('[data-step]')) {
    const key = item.dataset['step'] ?? '';
    const step = { key, digest: digestIn(route, key) ?? '' };
    const words = stateWords(record, step);
    const state = item.querySelector<HTMLElement>('.step-state');
    if (state) state.textContent = words === '' ? '' : ` · ${words}`;
    item.dataset['state'] = stateOf(record, step);
    const input = item.querySelector<HTMLInputElement>('[data-tick]');
    if (input) showTick(input, stateOf(record, step));
  }
}

const digestIn = ({ steps }: Route, key: string): string | null =>
  steps.find((step) => step.key === key)?.digest ?? null;

function takeTicks(lead: HTMLElement, route: Route, store: Store, show: () => void): void {
  const said = lead.querySelector('[role=status]');
  const { path } = route;
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const step = target.dataset['tick'];
    if (step === undefined) return;
    const on = today();
    const digest = digestIn(route, step);
    store.write(
      target.checked
        ? { kind: 'tick', path, step, digest, on }
        : { kind: 'untick', path, step, on },
    );
    show();
    const { before, text, after } = onwardTo(nextOf(route, recordOf(store.read(), path)), route);
    if (said)
      said.textContent = `${target.checked ? 'Done' : 'Not done'}. ${before}${text}${after}`;
  });
}

/** Who goes to a step from the card has started; who only looks at the list has not. */
function startOnLeaving(lead: HTMLElement, { path }: Route, store: Store): void {
  for (const kind of ['click', 'auxclick'])
    lead.addEventListener(kind, ({ target }) => {
      const link = target instanceof Element ? target.closest<HTMLElement>('[data-go]') : null;
      const step = link?.dataset['go'];
      if (step === undefined || step === 'finished' || step === FIRST_CHANGE) return;
      store.write({ kind: 'start', path, on: today() });
    });
}

const NOT_KEPT =
  'Your browser keeps nothing for this site, so ticks last until you leave this page. Take the file with you';

// Last, when all the constants above are there.
const lead = document.querySelector<HTMLElement>('.path-next');
if (lead) showPath(lead);
