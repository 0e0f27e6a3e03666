import { after, type Deed, type Progress } from '../../onboarding/progress.ts';
import { keptText, progressIn } from '../../onboarding/read-progress.ts';

/** The progress of a reader in this browser. */
export interface Store {
  read(): Progress;
  /** Does a deed on what is kept now, for another tab may have written. */
  write(deed: Deed): Progress;
  /** False where the browser keeps nothing; then progress lasts as long as the page. */
  isKept(): boolean;
}

/** The progress in a handbook, by its title: several handbooks may stand at one address. */
export function storeOf(handbook: string): Store {
  const name = `handbook-onboarding:${handbook}`;
  let kept = true;
  let onPage: Progress = [];
  const read = (): Progress => {
    if (!kept) return onPage;
    try {
      return progressIn(localStorage.getItem(name));
    } catch {
      kept = false;
      return onPage;
    }
  };
  const write = (deed: Deed): Progress => {
    onPage = after(read(), deed);
    try {
      if (kept) localStorage.setItem(name, keptText(onPage));
    } catch {
      kept = false;
    }
    return onPage;
  };
  read();
  return { read, write, isKept: () => kept };
}

/** Calls back when another tab wrote, and when the page is shown again as it was left. */
export function onReturn(show: () => void): void {
  addEventListener('storage', show);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) show();
  });
}

/** The day on the reader's own clock. */
export function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** What the site wrote into an attribute. */
export const dataOf = <T>(element: HTMLElement, name: string): T =>
  JSON.parse(element.dataset[name] ?? 'null') as T;
