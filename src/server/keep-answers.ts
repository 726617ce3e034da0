import { whereOpen } from '../book/closed.ts';
import type { Sheet } from '../book/platform.ts';
import { writeSettings } from '../book/settings/sheet.ts';

/**
 * Writes what was answered in a preview into «Настройки». Where the sheet is closed to the person the
 * import stands without it, and the outcome says so.
 */
export function keepAnswers(
  settings: Sheet,
  entries: ReadonlyMap<string, string>,
  words: (code: string) => string,
): { readonly answersLost?: true } {
  if (entries.size === 0) return {};
  const write = (): boolean => {
    writeSettings(settings, entries, words);
    // Where the platform looks at rights only when it stores what it has buffered, it is to do so here.
    SpreadsheetApp.flush();
    return true;
  };
  return whereOpen(settings, write, false) ? {} : { answersLost: true };
}
