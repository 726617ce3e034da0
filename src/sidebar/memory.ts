/** Prefix of our keys in the storage of the browser. */
const PREFIX = 'maxcok.';

/**
 * What this browser remembers for the person in front of it: a convenience, nothing that matters.
 * A frame may have no storage at all; then nothing is remembered.
 */
export function recall(key: string): string {
  try {
    return localStorage.getItem(PREFIX + key) ?? '';
  } catch {
    return '';
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    // Refused or full: it will be asked for again.
  }
}
