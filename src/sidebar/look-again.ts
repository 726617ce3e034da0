/** Milliseconds between two looks: a read of a city's book takes one or two seconds. */
const LOOK_AGAIN_AFTER = 10_000;

/** What a view that looks at the book again has to say. */
export interface Looking {
  /** The view is in front and shows something that could be out of date. */
  wanted(): boolean;
  /** Something of its own is on its way to the book: the look waits for it. */
  busy?(): boolean;
  look(): void;
}

/**
 * Looks again when the person comes back to the panel: the book may have been changed by hand, by
 * the menu or by others. Whoever comes back sooner than the look may be repeated gets it a little later.
 */
export function lookAgainOnReturn({ wanted, busy = () => false, look }: Looking): void {
  let lookedAt = Number.NEGATIVE_INFINITY;
  let waiting = 0;
  function again(): void {
    if (!wanted()) return;
    const left = busy() ? LOOK_AGAIN_AFTER : lookedAt + LOOK_AGAIN_AFTER - performance.now();
    window.clearTimeout(waiting);
    if (left > 0) {
      waiting = window.setTimeout(again, left);
      return;
    }
    lookedAt = performance.now();
    look();
  }
  window.addEventListener('focus', again);
}
