import { nextOf, stateOf } from '../../onboarding/journey.ts';
import { after, type PathRecord, type Progress, recordOf } from '../../onboarding/progress.ts';
import { minutesWords, onwardTo, stateWords } from '../../onboarding/words.ts';
import type { Place } from '../../views/onboarding/places.ts';
import { putOnward, showTick } from './elements.ts';
import { dataOf, onReturn, type Store, storeOf, today } from './store.ts';

/** On the page of a step: its place in the path that the reader has started, and the tick at its end. */
function showPlace(line: HTMLElement): void {
  const places = dataOf<readonly Place[]>(line, 'places');
  const store = storeOf(line.dataset['handbook'] ?? '');
  const found = chosen(places, store.read());
  if (!found) return;
  const { place } = found;
  store.write({ kind: 'open', path: place.route.path, step: place.key, on: today() });
  const end = document.querySelector<HTMLElement>(
    `.step-end[data-path="${CSS.escape(place.route.path)}"][data-key="${CSS.escape(place.key)}"]`,
  );
  const show = () => {
    const record = recordOf(store.read(), place.route.path);
    if (record) {
      showLine(line, place, record);
      if (end) showEnd(end, place, record);
    }
  };
  if (end) offerTick(end, place, store, show);
  onReturn(show);
  show();
  if (end) unhide(end);
}

/** The place in the path that was started last, and there the first one that is not done. */
function chosen(
  places: readonly Place[],
  progress: Progress,
): { place: Place; record: PathRecord } | null {
  const started = progress.flatMap((record) =>
    places.filter(({ route }) => route.path === record.path).map((place) => ({ place, record })),
  );
  return (
    started.find(({ place, record }) => stepState(place, record) !== 'done') ?? started[0] ?? null
  );
}

const stepIn = ({ key, route }: Place) =>
  route.steps.find((step) => step.key === key) ?? { key, digest: '', minutes: null };

const stepState = (place: Place, record: PathRecord) => stateOf(record, stepIn(place));

function showLine(line: HTMLElement, place: Place, record: PathRecord): void {
  const { number, of, why, route } = place;
  const step = stepIn(place);
  const state = stepState(place, record);
  const { before, text } = onward(place, record);
  const link = document.createElement('a');
  link.href = route.href;
  link.textContent = route.title;
  const words = [
    state === 'done' || state === 'changed' ? stateWords(record, step) : minutesWords(step.minutes),
    why,
    `${before.charAt(0).toLowerCase()}${before.slice(1)}${text}`,
  ];
  line.replaceChildren(
    `Step ${number} of ${of} in `,
    link,
    ...words.filter(Boolean).map((one) => ` · ${one}`),
  );
  line.classList.add('started');
}

/** What comes once this step is done. */
function onward({ key, route }: Place, record: PathRecord) {
  const { digest } = route.steps.find((step) => step.key === key) ?? { digest: null };
  const deed = { kind: 'tick', path: route.path, step: key, digest, on: today() } as const;
  return onwardTo(nextOf(route, recordOf(after([record], deed), route.path)), route);
}

function showEnd(end: HTMLElement, place: Place, record: PathRecord): void {
  const input = end.querySelector('input');
  const state = stepState(place, record);
  if (input) showTick(input, state);
  const next = end.querySelector('.onward');
  if (next) putOnward(next, onward(place, record));
  end.dataset['state'] = state;
}

function offerTick(end: HTMLElement, place: Place, store: Store, show: () => void): void {
  const said = end.querySelector('[role=status]');
  const { path, steps } = place.route;
  end.querySelector('input')?.addEventListener('change', ({ currentTarget }) => {
    const step = place.key;
    const digest = steps.find(({ key }) => key === step)?.digest ?? null;
    const { checked } = currentTarget as HTMLInputElement;
    store.write(
      checked
        ? { kind: 'tick', path, step, digest, on: today() }
        : { kind: 'untick', path, step, on: today() },
    );
    show();
    if (said)
      said.textContent = `${checked ? 'Done' : 'Not done'}. ${end.querySelector('.onward')?.textContent ?? ''}`;
  });
}

/** Shows what comes at the end where it pushes nothing that is seen: on a short page below all else. */
function unhide(end: HTMLElement): void {
  end.hidden = false;
  if (end.getBoundingClientRect().top < innerHeight) document.querySelector('main')?.append(end);
}

// Last, when all the constants above are there.
const line = document.querySelector<HTMLElement>('.step-place');
if (line) showPlace(line);
