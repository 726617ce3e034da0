import type { IsoDate } from '../domain/record.ts';
import { formatCount, formatDate } from './numbers.ts';

/** What «Журнал» says of an import, beside when and who. */
export interface ImportFacts {
  readonly fileName: string;
  /** null where the report went to «История» only. */
  readonly counts: Readonly<Record<'added' | 'updated' | 'unchanged' | 'vanished', number>> | null;
  /** Reports that went to «История» only. */
  readonly historyDates: readonly IsoDate[];
  /** Warnings that the person saw before writing. */
  readonly warnings: number;
}

/** «11.11.2026 → 18.11.2026»: date of the data before and after. */
export function datesText(before: IsoDate | null, after: IsoDate | null): string {
  return [before, after].map((date) => (date === null ? 'нет данных' : formatDate(date))).join(' → ');
}

export function importText({ fileName, counts, historyDates, warnings }: ImportFacts): string {
  const parts: string[] = [];
  if (counts !== null) {
    parts.push(`новых ${formatCount(counts.added)}`, `изменено ${formatCount(counts.updated)}`);
    parts.push(`без изменений ${formatCount(counts.unchanged)}`);
    parts.push(`нет в отчёте ${formatCount(counts.vanished)}`);
  }
  if (historyDates.length > 0) {
    const all = historyDates.map(formatDate);
    const some = all.length > SHOWN_DATES ? [...all.slice(0, SHOWN_DATES), `всего ${all.length}`] : all;
    parts.push(`только в «Историю» ${some.join(', ')}`);
  }
  parts.push(`предупреждений ${formatCount(warnings)}`);
  return `${fileName}: ${parts.join(', ')}`;
}

const SHOWN_DATES = 5;

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
