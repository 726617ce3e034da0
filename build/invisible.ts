/**
 * Characters that look like nothing or like a plain space, and the replacement character. A
 * coordinator pastes Code.js into the platform's editor, and such characters may not survive that.
 */
export const INVISIBLE =
  /[\u007f-\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufffd]/;

const ESCAPE_OR_INVISIBLE = new RegExp(`\\\\[^]|${INVISIBLE.source}`, 'g');

/** Writes invisible characters of a script, which stand in strings and regular expressions only, as `\uXXXX`. */
export function escapeInvisible(script: string): string {
  return script.replace(ESCAPE_OR_INVISIBLE, (found) => {
    const last = found.charAt(found.length - 1);
    return INVISIBLE.test(last) ? `\\u${last.charCodeAt(0).toString(16).padStart(4, '0')}` : found;
  });
}
