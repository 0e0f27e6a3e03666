/** After this many milliseconds a list has been seen, and may be aimed at. */
const SEEN = 200;

/** Whether the rows of a list have to stay where they are: a reader has reached into it, or has seen it. */
export class Hold {
  #shownAt = 0;
  #reached = false;

  constructor(list: HTMLElement) {
    for (const type of ['pointermove', 'pointerdown', 'focusin'])
      list.addEventListener(type, () => this.reach());
  }

  get isHeld(): boolean {
    return this.#shownAt > 0 && (this.#reached || performance.now() - this.#shownAt > SEEN);
  }

  get isShown(): boolean {
    return this.#shownAt > 0;
  }

  reach(): void {
    this.#reached = true;
  }

  shown(): void {
    this.#shownAt ||= performance.now();
  }

  /** Another question: nothing of its list has been seen. */
  release(): void {
    this.#shownAt = 0;
    this.#reached = false;
  }
}
