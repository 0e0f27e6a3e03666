/** How long nothing must change before it is read aloud: not at each key. */
const QUIET = 700;

/** Says a text in a live region once nothing newer has come for a while; an empty text at once. */
export function sayLater(region: HTMLElement): (text: string) => void {
  let timer = 0;
  return (text) => {
    clearTimeout(timer);
    if (text === '') region.textContent = '';
    else
      timer = window.setTimeout(() => {
        region.textContent = text;
      }, QUIET);
  };
}
