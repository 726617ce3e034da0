/** Prefix of our keys in the storage of the browser. */
const PREFIX = 'maxcok.';

/** What the browser refused to keep holds until the sidebar is closed. */
const held = new Map<string, string>();

/**
 * What this browser remembers for the person in front of it: a convenience, nothing that matters.
 * A frame may have no storage at all.
 */
export function recall(key: string): string {
  try {
    return localStorage.getItem(PREFIX + key) ?? held.get(key) ?? '';
  } catch {
    return held.get(key) ?? '';
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + key, value);
    held.delete(key);
  } catch {
    held.set(key, value);
  }
}
