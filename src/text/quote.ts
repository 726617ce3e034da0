/** Longest piece of foreign text that a sentence shows. */
export const QUOTED_LENGTH = 60;
/** Most items of a list that a sentence shows. */
export const LISTED_ITEMS = 8;

/** Foreign text inside a sentence: on one line, shortened, in quotes that tell where it ends. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  const shown = letters.length > QUOTED_LENGTH ? `${letters.slice(0, QUOTED_LENGTH - 1).join('')}…` : line;
  return `«${shown}»`;
}

/** «А», «Б» и ещё 3 */
export function quoteList(items: readonly string[]): string {
  const shown = items.slice(0, LISTED_ITEMS).map(quote).join(', ');
  return items.length > LISTED_ITEMS ? `${shown} и ещё ${items.length - LISTED_ITEMS}` : shown;
}
