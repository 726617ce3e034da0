/** Latin letters that look like Cyrillic ones: «MO» typed in the wrong layout, and МАХ against MAX. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  ё: 'е',
};

const QUOTES = '"\'«»“”„‟‘’‚`´';
/** Zero-width characters and the BOM, which a copy from a page brings along. */
const INVISIBLE = '\u200b\u200c\u200d\u2060\ufeff\u00ad';
const DASHES = '‐‑‒–—−';

/**
 * The form in which headings and names are compared: lower case, one space between words, without quotes and
 * invisible characters, «ё» as «е», letters that look alike as one letter.
 */
export function normaliseText(heading: string): string {
  let out = '';
  let gap = false;
  for (const raw of heading.toLowerCase()) {
    if (QUOTES.includes(raw) || INVISIBLE.includes(raw)) continue;
    if (raw.trim() === '') {
      gap = out !== '';
      continue;
    }
    const letter = DASHES.includes(raw) ? '-' : raw;
    out += (gap ? ' ' : '') + (LOOKALIKES[letter] ?? letter);
    gap = false;
  }
  return out;
}
