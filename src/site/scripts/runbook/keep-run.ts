import { emptyLog, type Log, readLog, withCopy, withTick } from '../../runbook/log.ts';
import { clock, type Deed, noteText } from '../../runbook/note.ts';
import { announce } from '../announce.ts';
import { toClipboard } from '../clipboard.ts';
import { runBar } from './bar.ts';
import { type Box, boxesOf } from './boxes.ts';
import { type Copied, copiedEvent, values } from './shared.ts';

/** Keeps what is ticked, chosen and copied on the page, with its times, and makes a note of it. */
export function keepRun(section: HTMLElement): void {
  const store = storeOf(section);
  const boxes = boxesOf();
  const bar = runBar(section, boxes);
  const words = section.querySelector('textarea');
  const note = section.querySelector('pre');
  let log = store.read();
  const show = () => {
    for (const box of boxes) showBox(box, log.ticks[box.key]);
    bar.show(log);
    if (note) note.textContent = noteOf(section, boxes, log);
    setDisabled(section, '.clear-run', log === emptyLog || isEmpty(log));
  };
  const change = (next: Log) => {
    log = next;
    store.write(log);
    show();
  };
  for (const box of boxes)
    box.onTick((ticked) => change(withTick(log, box.key, ticked ? Date.now() : null)));
  document.addEventListener(copiedEvent, (event) => {
    const { text, where } = (event as CustomEvent<Copied>).detail;
    change(withCopy(log, text, where, Date.now()));
  });
  if (words) words.value = log.words;
  words?.addEventListener('input', () => change({ ...log, words: words.value }));
  section.querySelector('details')?.addEventListener('toggle', show);
  section.querySelector('.copy-note')?.addEventListener('click', async () => {
    const copied = await toClipboard(noteOf(section, boxes, log));
    announce(copied ? 'Copied the note.' : 'Copying failed. Open the note below and select it.');
  });
  section.querySelector('.clear-run')?.addEventListener('click', () => {
    if (!confirm('Clear all ticks and the note of this page?')) return;
    if (words) words.value = '';
    change(emptyLog);
    announce('Cleared.');
  });
  setDisabled(section, '.copy-note', false);
  show();
}

const isEmpty = ({ ticks, copies, words }: Log): boolean =>
  Object.keys(ticks).length === 0 && copies.length === 0 && words === '';

function setDisabled(section: HTMLElement, selector: string, disabled: boolean): void {
  const button = section.querySelector<HTMLButtonElement>(selector);
  if (button) button.disabled = disabled;
}

/** The box of a step or branch, with the time at which it was ticked. */
function showBox({ input, label, undo }: Box, at: number | undefined): void {
  if (input) input.checked = at !== undefined;
  const time = at === undefined ? '' : `${clock(at).slice(0, 5)} UTC`;
  if (time === '') delete label.dataset['at'];
  else label.dataset['at'] = time;
  if (!undo) return;
  undo.hidden = time === '';
  undo.textContent = `Taken at ${time}. Undo`;
}

function noteOf(section: HTMLElement, boxes: readonly Box[], log: Log): string {
  const { title = '', version = '' } = section.dataset;
  const deeds = boxes.flatMap(({ key, kind, what, where }): Deed[] => {
    const at = log.ticks[key];
    return at === undefined ? [] : [{ kind, at, what, where }];
  });
  const steps = boxes.filter(({ kind }) => kind === 'step');
  const now = Date.now();
  return noteText({
    ...{ title, version, now, words: log.words },
    address: location.origin + location.pathname,
    deeds: [...deeds, ...log.copies],
    zone: {
      name: Intl.DateTimeFormat().resolvedOptions().timeZone,
      ahead: -new Date(now).getTimezoneOffset(),
    },
    filled: [...values.keys()],
    undone: steps.filter(({ key }) => log.ticks[key] === undefined).length,
  });
}

/** The log in the tab's own storage, by page and text; in memory alone where there is none. */
function storeOf({ dataset }: HTMLElement) {
  const key = `run:${location.pathname}:${dataset['digest']}`;
  return {
    read(): Log {
      try {
        return readLog(sessionStorage.getItem(key));
      } catch {
        return emptyLog;
      }
    },
    write(log: Log): void {
      try {
        if (isEmpty(log)) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify(log));
      } catch {
        // Storage may be switched off or full; the page works on without it.
      }
    },
  };
}
