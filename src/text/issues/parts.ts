import { quote } from '../quote.ts';

export const DOWNLOAD_AGAIN = 'Скачайте отчёт заново.';

/** Ends the sentences of one area: every code of the area has its case above. */
export function ofOtherArea<Other>(_issue: Other): null {
  return null;
}

export function placeOf(place: {
  readonly line: number;
  readonly heading: string;
  readonly school: string;
}): string {
  return `Строка ${place.line}${schoolOf(place.school)}, столбец ${quote(place.heading)}`;
}

export function schoolOf(school: string): string {
  return school === '' ? '' : ` (${quote(school)})`;
}
