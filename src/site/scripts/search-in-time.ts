/**
 * Starlight loads its search when the browser is idle, which a browser that is busy with a key or a
 * paint may never call itself (seen in headless Chromium): half a second is the longest wait.
 */
const whenIdle = window.requestIdleCallback?.bind(window);
if (whenIdle) {
  window.requestIdleCallback = (callback, options) =>
    whenIdle(callback, { timeout: 500, ...options });
}

export {};
