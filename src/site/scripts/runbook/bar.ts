import { type CallAt, clockAt, untilNextMinute } from '../../runbook/clock.ts';
import type { Log } from '../../runbook/log.ts';
import type { Box } from './boxes.ts';

/** The line at the foot of the screen: how far, for how long, and whom to call next. Silent for screen readers. */
export function runBar(section: HTMLElement, boxes: readonly Box[]) {
  const bar = section.querySelector<HTMLElement>('.run-bar');
  const calls = callsOf(section);
  const target = Number(section.dataset['target'] ?? Number.NaN);
  let ticks: Log['ticks'] = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = () => {
    clearTimeout(timer);
    const began = Math.min(...Object.values(ticks));
    if (!bar) return;
    bar.hidden = !Number.isFinite(began);
    document.documentElement.toggleAttribute('data-run', !bar.hidden);
    if (bar.hidden) return;
    const now = Date.now();
    write(
      bar,
      clockAt(began, now, Number.isNaN(target) ? null : target, calls),
      progress(boxes, ticks),
    );
    // A page in the background is not read: it catches up when it is seen again.
    if (!document.hidden) timer = setTimeout(draw, untilNextMinute(began, now));
  };
  document.addEventListener('visibilitychange', draw);
  return {
    show(log: Log): void {
      ticks = log.ticks;
      draw();
    },
  };
}

function progress(boxes: readonly Box[], ticks: Log['ticks']): string {
  const steps = boxes.filter(({ kind }) => kind === 'step');
  return `${steps.filter(({ key }) => key in ticks).length} of ${steps.length} steps`;
}

function write(bar: HTMLElement, { words, late, call }: ReturnType<typeof clockAt>, done: string) {
  const part = (name: string) => bar.querySelector<HTMLElement>(`.${name}`);
  part('done')?.replaceChildren(done);
  part('clock')?.replaceChildren(words);
  part('clock')?.classList.toggle('late', late);
  part('next')?.replaceChildren(...(call ? nextWords(call) : []));
  part('next')?.classList.toggle('late', call?.due === true);
}

function nextWords({ who, route, href, words }: NonNullable<ReturnType<typeof clockAt>['call']>) {
  const place = document.createElement(href === null ? 'span' : 'a');
  if (href !== null && place instanceof HTMLAnchorElement) place.href = href;
  place.textContent = route;
  return [`${who} `, place, ` ${words}`];
}

function callsOf({ dataset }: HTMLElement): readonly CallAt[] {
  try {
    return JSON.parse(dataset['calls'] ?? '[]') as CallAt[];
  } catch {
    return [];
  }
}
