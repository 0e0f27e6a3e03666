import { type Route, standingOf } from '../../onboarding/journey.ts';
import { FIRST_CHANGE, recordOf } from '../../onboarding/progress.ts';
import { recordFileName, recordText } from '../../onboarding/record-file.ts';
import { MOST_BYTES, recordIn, TOO_LARGE, yamlOptions } from '../../onboarding/record-read.ts';
import { type Store, today } from './store.ts';

interface Around {
  readonly route: Route;
  readonly handbook: string;
  readonly store: Store;
  readonly show: () => void;
}

/** Lets a reader take the progress of a path away, bring it and clear it. */
export function offerRecord(around: Around): void {
  const form = document.querySelector<HTMLFormElement>('.path-record');
  const said = form?.querySelector('.said');
  if (!form || !said) return;
  const say = (words: string) => {
    said.textContent = words;
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    say(take(form, around));
  });
  form.querySelector('.clear')?.addEventListener('click', () => say(clear(around)));
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  input?.addEventListener('change', async () => {
    const [file] = input.files ?? [];
    if (file) say(await bring(file, around));
    input.value = '';
  });
}

/** Hands the file over, or says why not. */
function take(form: HTMLFormElement, { route, handbook, store }: Around): string {
  const record = recordOf(store.read(), route.path);
  if (!record) return 'There is nothing to take yet: tick a step first.';
  const words = new FormData(form);
  const person = String(words.get('person') ?? '').trim();
  const standing = standingOf(route, record);
  const wrong = person === '' ? null : wrongWith(person, form);
  if (wrong) return wrong;
  const text = recordText({
    ...{ handbook, title: route.title, file: form.dataset['file'] ?? '', record, standing },
    person: person || null,
    feedback: String(words.get('feedback') ?? '').trim() || null,
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/yaml' }));
  link.download = recordFileName(route.path);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  if (standing.completed === null)
    return `${link.download} holds your progress. The row for the record of the path comes when every step is done.`;
  if (person === '')
    return `${link.download} holds your progress, but not the row for the record: say above who you are, and take it again.`;
  return `${link.download} holds your progress, and the row to paste into the record of the path.`;
}

function wrongWith(person: string, form: HTMLFormElement): string | null {
  const known = [...form.querySelectorAll('option')].map(({ value }) => value);
  const isKnown =
    known.length === 0 ? /^[a-z0-9]+(-[a-z0-9]+)*$/.test(person) : known.includes(person);
  return isKnown
    ? null
    : `Nobody of this handbook is called “${person}”. Choose your short name, such as ${known[0] ?? 'ada-lind'}, or leave it empty.`;
}

async function bring(file: File, { route, handbook, store, show }: Around): Promise<string> {
  if (file.size > MOST_BYTES) return TOO_LARGE;
  try {
    const text = await file.text();
    const { parse } = await import('yaml');
    const steps = [...route.steps.map(({ key }) => key), FIRST_CHANGE];
    const brought = recordIn(text, { handbook, path: route.path, steps }, (words) =>
      parse(words, yamlOptions),
    );
    if ('refused' in brought) return brought.refused;
    store.write({ kind: 'bring', path: route.path, record: brought.record, on: today() });
    show();
    return broughtWords(brought.leftOut);
  } catch {
    return 'This file could not be read. Nothing was changed.';
  }
}

const broughtWords = (leftOut: number): string =>
  `Your progress is here. What was ticked on both machines keeps the later day.${
    leftOut === 0
      ? ''
      : ` Left out: ${leftOut} ${leftOut === 1 ? 'step' : 'steps'} of the file that this path does not have or that could not be read.`
  }`;

function clear({ route, store, show }: Around): string {
  if (!recordOf(store.read(), route.path)) return 'There is nothing to clear.';
  if (!confirm('Clear what you ticked and opened on this path? Only this browser has it.'))
    return 'Nothing was cleared.';
  store.write({ kind: 'clear', path: route.path, on: today() });
  show();
  return 'Cleared: this browser keeps nothing of this path any more.';
}
