import type { IsoDate } from '../domain/record.ts';
import { formatCount, formatDate } from './numbers.ts';

/** What «Журнал» says of an import, beside when and who. */
export interface ImportFacts {
  readonly fileName: string;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly vanished: number;
  /** Warnings that the person saw before writing. */
  readonly warnings: number;
}

/** «11.11.2026 → 18.11.2026»: date of the data before and after. */
export function datesText(before: IsoDate | null, after: IsoDate | null): string {
  return [before, after].map((date) => (date === null ? 'нет данных' : formatDate(date))).join(' → ');
}

export function importText({ fileName, added, updated, unchanged, vanished, warnings }: ImportFacts): string {
  const counts: readonly (readonly [string, number])[] = [
    ['новых', added],
    ['изменено', updated],
    ['без изменений', unchanged],
    ['нет в отчёте', vanished],
    ['предупреждений', warnings],
  ];
  const parts = counts.map(([word, count]) => `${word} ${formatCount(count)}`);
  return `${fileName}: ${parts.join(', ')}`;
}

/** The same of an import of УБ ЦОК. */
export interface CokFacts {
  readonly fileName: string;
  readonly filled: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly kept: number;
  readonly warnings: number;
}

export function cokImportText({ fileName, filled, updated, unchanged, kept, warnings }: CokFacts): string {
  const parts = [
    `впервые ${formatCount(filled)}`,
    `изменено ${formatCount(updated)}`,
    `без изменений ${formatCount(unchanged)}`,
    `нет в файле ${formatCount(kept)}`,
    `предупреждений ${formatCount(warnings)}`,
  ];
  return `${fileName}: ${parts.join(', ')}`;
}

export function undoText(date: IsoDate, fileName: string): string {
  return `отменён импорт отчёта от ${formatDate(date)} (${fileName})`;
}
