/** After this many milliseconds without a move a pointer is idle. */
const IDLE = 300;

/** Keeps a list from changing under a pointer, and knows whether a reader has chosen in it. */
export class Hold {
  #reached = false;
  #pressed = false;
  #movedAt = Number.NEGATIVE_INFINITY;
  #waiting: (() => void) | null = null;
  #timer = 0;

  constructor(list: HTMLElement) {
    list.addEventListener('focusin', () => this.reach());
    for (const type of ['pointermove', 'touchmove', 'wheel'])
      list.addEventListener(type, () => this.#move(), { passive: true });
    list.addEventListener('pointerdown', () => {
      this.#pressed = true;
      this.#move();
    });
    for (const type of ['pointerup', 'pointercancel'])
      addEventListener(type, () => {
        this.#pressed = false;
      });
  }

  /** Whether a reader chose among these rows: they stay, and others follow them. */
  get isHeld(): boolean {
    return this.#reached;
  }

  reach(): void {
    this.#reached = true;
  }

  /** Does the newest change of the list at once, or as soon as the pointer over it is idle. */
  whenIdle(change: () => void): void {
    this.#waiting = change;
    this.#try();
  }

  /** Does now what waits. */
  flush(): void {
    clearTimeout(this.#timer);
    const change = this.#waiting;
    this.#waiting = null;
    change?.();
  }

  /** Another question: nothing of its list has been chosen. */
  release(): void {
    this.#reached = false;
    this.#waiting = null;
  }

  #move(): void {
    this.#movedAt = performance.now();
  }

  #try(): void {
    clearTimeout(this.#timer);
    const left = this.#pressed ? IDLE : this.#movedAt + IDLE - performance.now();
    if (left <= 0) this.flush();
    else this.#timer = window.setTimeout(() => this.#try(), left);
  }
}
